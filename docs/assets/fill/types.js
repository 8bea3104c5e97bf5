/**
 * The shapes of what is filled in; no page loads this file.
 *
 * @typedef {{v: string|string[]|number|boolean|null, at: number, auto?: boolean}} Value `auto`: gathered from
 *   visits, and not changed by hand since
 * @typedef {{id: string, form: string, edition: string, at: number, values: Object<string, Value>}} Filled one
 *   form filled in. Keys of `values`: `FIELD`; `TABLE/ROW` (the row's place, `null` when it was removed);
 *   `TABLE/ROW/COLUMN` or `TABLE/ROW/COLUMN__PART`; with "@" what belongs to no field (`@half`, `@year`,
 *   `@in/ID`, `TABLE/ROW/@indicator`, `TABLE/ROW/@activity`)
 * @typedef {{documents: Filled[], gone: Object<string, number>}} Kept
 * @typedef {{label: string, places: Object<string, string>, labels: Object<string, string>, quarters: string[],
 *   years: Object<string, number>, sexes: Object<string, string>}} VisitForm
 * @typedef {{id: string, label: string, short: string, from: number, to: number, quarters: string[]}} Half
 * @typedef {{form: string, label: string, edition: string, places: Object<string, string>,
 *   activities?: {id: string, name: string, package: string, none?: string,
 *     rows: {key: string, name: string, about: string}[]}[],
 *   visits?: Object<string, VisitForm>, halves?: Half[], years?: Object<string, number>,
 *   indicators?: Object<string, {name: string, count?: boolean}>, districts?: Object<string, string>}} Page
 */
