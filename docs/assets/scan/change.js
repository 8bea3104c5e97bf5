/**
 * A scan that was kept with another edition's questions: where its answers belong now, and what that changes.
 * @import {Page, Scan} from "./types.js"
 */

import { el, say } from "../kit/kit.js";

/** Share of words from which a question in the same place counts as the same one, reworded. */
const LIKE = 0.5;
const folded = (text) => text.trim().toLowerCase().replace(/\s+/g, " ");
const wordsOf = (text) => new Set(folded(text).match(/[\p{L}\p{N}]+/gu) ?? []);

/** Share of words that two questions have in common, 0 to 1 (Dice). */
export function likeness(a, b) {
  const [one, other] = [wordsOf(a), wordsOf(b)];
  const shared = [...one].filter((word) => other.has(word)).length;
  return one.size + other.size ? (2 * shared) / (one.size + other.size) : 1;
}

/**
 * Where the questions of an earlier questionnaire are now: by words first, then by place when most words stay.
 * @returns {Map<string, {key: string, reworded: boolean}>} by old key; questions that are gone are not in it
 */
export function match(page, asked) {
  const found = new Map();
  const free = new Map(page.questions.map((question) => [question.key, question]));
  const take = (old, question, reworded) => {
    found.set(old, { key: question.key, reworded });
    free.delete(question.key);
  };
  const left = () => Object.entries(asked).filter(([old]) => !found.has(old));
  const open = (need) => need === "text";
  const fits = (before, question) => open(before.need) === open(question.need) && folded(before.text) === folded(question.text);
  for (const [old, before] of left()) {
    const question = free.get(old);
    if (question && fits(before, question)) take(old, question, false);
  }
  for (const [old, before] of left()) {
    const same = [...free.values()].filter((question) => fits(before, question));
    const near = same.find((question) => question.row === before.row);
    if (near ?? same.length === 1) take(old, near ?? same[0], false);
  }
  for (const [old, before] of left()) {
    const question = free.get(old);
    if (question && question.need === before.need && likeness(before.text, question.text) >= LIKE) take(old, question, true);
  }
  return found;
}

/**
 * A scan carried over to this page's questionnaire; answers to questions that are gone stay with it.
 * @param {Page} page @param {Scan} scan @returns {Scan}
 */
export function carry(page, scan) {
  if (scan.edition === page.edition && scan.digest === page.digest) return scan;
  const { edition, asked, recommended } = scan;
  if (!edition || !scan.interviews.length) return { ...scan, edition: page.edition, digest: page.digest };
  const found = match(page, asked);
  const taken = new Set(page.questions.map((question) => question.key));
  const answers = (one) => {
    const made = {};
    for (const [key, reply] of Object.entries(one)) {
      const now = found.get(key);
      const name = now?.key ?? (taken.has(key) ? `${key}@${edition}` : key);
      made[name] = now?.reworded ? { was: asked[key].text, ...reply } : reply;
    }
    return made;
  };
  return {
    ...scan,
    edition: page.edition,
    digest: page.digest,
    interviews: scan.interviews.map((one) => ({ ...one, answers: answers(one.answers) })),
    previous: scan.previous ?? { edition, asked, recommended },
  };
}

/**
 * What the menu's change means for a scan that was carried over; `null` when nothing is to be told.
 * @param {Page} page @param {Scan} scan @param {Array<{activity: string}>} now what it recommends on this page
 */
export function report(page, scan, now) {
  if (!scan.previous) return null;
  const { edition, asked, recommended } = scan.previous;
  const found = match(page, asked);
  const matched = new Set([...found.values()].map((to) => to.key));
  const texts = new Map(page.questions.map((question) => [question.key, question.text]));
  const before = new Map(recommended.map((one) => [one.activity, one]));
  const ids = new Set(now.map((one) => one.activity));
  const stayed = now.filter((one) => before.has(one.activity));
  const partners = (one) => [...one.partners].sort().join(" ");
  return {
    edition,
    added: page.questions.filter((question) => !matched.has(question.key)).map((question) => question.text),
    gone: Object.keys(asked).filter((key) => !found.has(key)).map((key) => asked[key].text),
    reworded: [...found].filter(([, to]) => to.reworded).map(([key, to]) => ({ old: asked[key].text, now: texts.get(to.key) })),
    more: now.filter((one) => !before.has(one.activity)).map((one) => one.label),
    fewer: recommended.filter((one) => !ids.has(one.activity)).map((one) => one.label),
    partners: stayed.filter((one) => before.get(one.activity).partners && partners(one) !== partners(before.get(one.activity))).map((one) => one.label),
    months: stayed.filter((one) => one.month !== before.get(one.activity).month).map((one) => one.label),
  };
}

/** The report as a notice; `done` is called when it was read. @returns {HTMLElement} */
export function notice(page, scan, now, words, done) {
  const found = report(page, scan, now);
  const list = (title, items) => items.length > 0
    && [el("p", {}, el("b", {}, title)), el("ul", {}, items.map((item) => el("li", {}, item)))];
  const before = (text) => el("span", { class: "src" }, say(words.before, { text }));
  const parts = [
    list(words.newQuestions, found.added),
    list(words.goneQuestions, found.gone),
    list(words.reworded, found.reworded.map((one) => [one.now, " ", before(one.old)])),
    list(words.nowSuggested, found.more),
    list(words.notSuggestedNow, found.fewer),
    list(words.otherPartners, found.partners),
    list(words.otherMonth, found.months),
  ].filter(Boolean);
  const button = el("button", { type: "button", class: "button plain small" }, words.understood);
  button.addEventListener("click", done);
  return el("div", { class: "notice warn changed" },
    el("p", {}, el("b", {}, words.changedTitle)),
    el("p", {}, say(found.edition === page.edition ? words.changedSame : words.changed, { old: found.edition, new: page.edition })),
    parts.length ? parts : el("p", {}, words.noEffect),
    found.gone.length > 0 && el("p", {}, words.kept),
    el("p", { class: "buttons" }, button));
}
