/**
 * The shapes of the scan's data; no page loads this file.
 *
 * @typedef {{key: string, row: string, text: string, options: string[], need: "yes"|"no"|"text",
 *   parent: string|null, if: "yes"|"no"|null, kinds: number[]}} Question
 * @typedef {{edition: string, digest: string, kinds: string[], rows: {id: string, activities: string[]}[],
 *   questions: Question[], activities: Object<string, {label: string, month: string|null,
 *   partners: string[], whole: string, through: string[], chain: string}>}} Page `partners` are printed; `through`
 *   is what the chain adds to them, the site's own reading
 * @typedef {{answer?: "yes"|"no", text?: string, was?: string, at: number}} Reply `text` is the answer to an
 *   open question, else a note; `was` the words of the question when it was answered, where they changed
 * @typedef {{id: string, at: number, respondent: string, date: string, subdistrict: string, village: string,
 *   name: string, interviewer: string, answers: Object<string, Reply>}} Interview
 * @typedef {{activity: string, label: string, month: string|null, partners?: string[], reasons: string[]}} Advice
 * @typedef {{edition: string, digest: string, current: string, district: {text: string, at: number},
 *   advice: {text: string, at: number}, interviews: Interview[], gone: Object<string, number>,
 *   asked: Object<string, {text: string, row: string, need: string}>, recommended: Advice[],
 *   previous?: {edition: string, asked: Object, recommended: Advice[]}}} Scan
 */
