/**
 * The scan of Lampiran 4: who answered what, and what that recommends. The page brings questions, sets and words.
 * @import {Advice, Interview, Page, Question, Scan} from "./types.js"
 */

import { announce, choice, data, el, mount, say, Store } from "../kit/kit.js";

export const VERSION = 1;
const HEADS = ["respondent", "date", "subdistrict", "village", "name", "interviewer"];
const LONGEST = 20_000;
const MOST = 500;

/** @returns {Scan} */
export const empty = () => ({
  edition: "", digest: "", current: "", district: { text: "", at: 0 }, advice: { text: "", at: 0 },
  interviews: [], gone: {}, asked: {}, recommended: [],
});

/** @returns {Interview} */
export const newInterview = (id, from = {}) => ({
  id, at: 0, respondent: "", date: from.date ?? "", subdistrict: from.subdistrict ?? "", village: "", name: "",
  interviewer: from.interviewer ?? "", answers: {},
});

const isText = (value) => typeof value === "string" && value.length <= LONGEST;
const isTime = (value) => Number.isSafeInteger(value) && value >= 0;
const isPlain = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
const isList = (value, test, most = MOST) => Array.isArray(value) && value.length <= most && value.every(test);
const isMap = (value, test, most = MOST) => isPlain(value) && Object.keys(value).length <= most
  && Object.entries(value).every(([key, held]) => key.length <= 200 && test(held));
const isField = (value) => isPlain(value) && isText(value.text) && isTime(value.at);
const isAsked = (value) => isPlain(value) && isText(value.text) && isText(value.row) && isText(value.need);
const isAdvice = (value) => isPlain(value) && isText(value.activity) && isText(value.label)
  && (value.month === null || isText(value.month)) && (value.partners === undefined || isList(value.partners, isText)) && isList(value.reasons, (text) => typeof text === "string", 5_000);
const isReply = (value) => isPlain(value) && isTime(value.at) && [undefined, "yes", "no"].includes(value.answer)
  && [value.text, value.was].every((text) => text === undefined || isText(text));
const isInterview = (value) => isPlain(value) && /^[a-z0-9]{1,24}$/.test(value.id) && isTime(value.at)
  && HEADS.every((name) => isText(value[name])) && isMap(value.answers, isReply);

/** What is wrong with a saved or imported scan; empty when nothing is. @returns {string[]} */
export function check(scan) {
  if (!isPlain(scan)) return ["scan"];
  const tests = {
    edition: isText, digest: isText, current: isText, district: isField, advice: isField,
    interviews: (value) => isList(value, isInterview) && new Set(value.map((one) => one.id)).size === value.length,
    gone: (value) => isMap(value, isTime, 5_000), asked: (value) => isMap(value, isAsked, 2_000),
    recommended: (value) => isList(value, isAdvice),
    previous: (value) => value === undefined || (isPlain(value) && isText(value.edition)
      && isMap(value.asked, isAsked, 2_000) && isList(value.recommended, isAdvice)),
  };
  return Object.keys(tests).filter((name) => !tests[name](scan[name]));
}

const pick = (value, names) => Object.fromEntries(names.filter((name) => value[name] !== undefined).map((name) => [name, value[name]]));
const mapped = (value, change) => Object.fromEntries(Object.entries(value).map(([key, held]) => [key, change(held)]));

/** A checked scan with the fields that a scan has, and no others. @returns {Scan} */
export function clean(scan) {
  const asked = (value) => mapped(value, (one) => pick(one, ["text", "row", "need"]));
  const advice = (list) => list.map((one) => pick(one, ["activity", "label", "month", "partners", "reasons"]));
  const made = {
    ...pick(scan, Object.keys(empty())),
    district: pick(scan.district, ["text", "at"]),
    advice: pick(scan.advice, ["text", "at"]),
    interviews: scan.interviews.map((one) => ({
      ...pick(one, ["id", "at", ...HEADS]),
      answers: mapped(one.answers, (reply) => pick(reply, ["answer", "text", "was", "at"])),
    })),
    asked: asked(scan.asked),
    recommended: advice(scan.recommended),
  };
  if (scan.previous) {
    const { edition, asked: before, recommended } = scan.previous;
    made.previous = { edition, asked: asked(before), recommended: advice(recommended) };
  }
  return made;
}

/** The later of two values with a time; of two of one time, always the same. */
const later = (a, b) => {
  if (!a || !b) return a ?? b;
  if (a.at !== b.at) return a.at > b.at ? a : b;
  return JSON.stringify(a) >= JSON.stringify(b) ? a : b;
};

/**
 * Two states of a scan as one: of each interview's head and of each answer the later. An interview that was
 * removed stays removed unless it was written to afterwards. What belongs to this view is `mine`.
 * @param {Scan} mine @param {Scan} theirs @returns {Scan}
 */
export function merge(mine, theirs) {
  const gone = { ...theirs.gone };
  for (const [id, at] of Object.entries(mine.gone)) gone[id] = Math.max(at, gone[id] ?? 0);
  const others = new Map(theirs.interviews.map((one) => [one.id, one]));
  const interviews = mine.interviews.map((one) => joined(one, others.get(one.id)));
  const here = new Set(mine.interviews.map((one) => one.id));
  interviews.push(...theirs.interviews.filter((one) => !here.has(one.id)));
  const made = {
    ...mine,
    district: later(mine.district, theirs.district),
    advice: later(mine.advice, theirs.advice),
    interviews: interviews.filter((one) => !(gone[one.id] >= lastWrite(one))),
    gone,
  };
  const previous = mine.previous ?? theirs.previous;
  return previous ? { ...made, previous } : made;
}

function joined(one, other) {
  if (!other) return one;
  const { answers: _, ...head } = later({ ...one, answers: null }, { ...other, answers: null });
  const answers = { ...one.answers };
  for (const [key, reply] of Object.entries(other.answers)) answers[key] = later(answers[key], reply);
  return { ...head, answers };
}

/** When an interview was last written to. */
export const lastWrite = (one) => Math.max(one.at, ...Object.values(one.answers).map((reply) => reply.at));

/** Whether a reply says anything. */
const said = (reply) => Boolean(reply?.answer || reply?.text?.trim());

/** Whether an interview holds anything that someone typed. */
export const isBlank = (one) => !HEADS.some((name) => one[name]) && !Object.values(one.answers).some(said);

/** Whether a question is to be asked after what was answered before it. @param {Question} question */
export const applies = (question, answers) =>
  question.parent === null || question.if === null || answers[question.parent]?.answer === question.if;

/**
 * The questions of an interview: those put to the respondent, and those that hold an answer.
 * @param {Page} page @param {Interview} interview @returns {Question[]}
 */
export function questionsFor(page, interview) {
  const kind = page.kinds.indexOf(interview.respondent);
  return page.questions.filter((question) => question.kinds.includes(kind) || said(interview.answers[question.key]));
}

/** How many of an interview's questions are answered. */
export function progress(page, interview) {
  const all = questionsFor(page, interview).filter((question) => applies(question, interview.answers));
  const answered = (question) => question.need === "text"
    ? said(interview.answers[question.key]) : Boolean(interview.answers[question.key]?.answer);
  return { done: all.filter(answered).length, all: all.length };
}

const folded = (text) => text.trim().toLowerCase().replace(/\s+/g, " ");
const placeOf = (one) => `${folded(one.subdistrict)}|${folded(one.village)}`;

/**
 * What all interviews together say, row by row, by the printed rule: one answer that shows a need suffices,
 * and no answer shows none.
 * @param {Page} page @param {Scan} scan
 */
export function read(page, scan) {
  return page.rows.map((row) => {
    const found = { ...row, reasons: [], against: [], disputes: [], details: [], answered: false };
    for (const question of page.questions.filter((one) => one.row === row.id)) {
      const voices = scan.interviews
        .filter((one) => said(one.answers[question.key]) && applies(question, one.answers))
        .map((interview) => ({ interview, question, ...interview.answers[question.key] }));
      found.details.push(...voices.filter((voice) => voice.text?.trim()));
      if (question.need === "text") continue;
      const clear = voices.filter((voice) => voice.answer);
      const reasons = clear.filter((voice) => voice.answer === question.need);
      const against = clear.filter((voice) => voice.answer !== question.need);
      found.answered ||= clear.length > 0;
      found.reasons.push(...reasons);
      found.against.push(...against);
      if (reasons.length && against.length) {
        const places = new Set(reasons.map((voice) => placeOf(voice.interview)));
        const same = against.some((voice) => places.has(placeOf(voice.interview)));
        found.disputes.push({ question, voices: clear, same });
      }
    }
    return found;
  });
}

/**
 * The activities that the answers recommend, in the menu's order, each with the rows that lead to it.
 * @param {Page} page @param {Scan} scan
 */
export function recommend(page, scan) {
  const rows = read(page, scan).filter((row) => row.reasons.length);
  return Object.keys(page.activities)
    .map((activity) => ({ activity, ...page.activities[activity], rows: rows.filter((row) => row.activities.includes(activity)) }))
    .filter((one) => one.rows.length);
}

/** Activities that nothing recommends, by why: "none" (answered, no need), "open" (no answer), "unasked". */
export function remaining(page, scan) {
  const rows = read(page, scan);
  const found = { none: [], open: [], unasked: [] };
  for (const activity of Object.keys(page.activities)) {
    const about = rows.filter((row) => row.activities.includes(activity));
    if (about.some((row) => row.reasons.length)) continue;
    found[about.length === 0 ? "unasked" : about.some((row) => row.answered) ? "none" : "open"].push(activity);
  }
  return found;
}

/** Who was interviewed, in words: `Camat (Budi, Narmada)`. */
export function who(interview, words) {
  const more = [interview.name, interview.village, interview.subdistrict].map((text) => text.trim()).filter(Boolean);
  const kind = interview.respondent || words.unnamed;
  return more.length ? `${kind} (${more.join(", ")})` : kind;
}

const answerWord = (voice, words) => (voice.answer === "yes" ? words.ya : words.tidak).toLowerCase();

/** What is stored for other pages: the recommended activities with the sentences why. @returns {Advice[]} */
export function advice(page, scan, words) {
  return recommend(page, scan).map(({ activity, label, month, partners, rows }) => ({
    activity, label, month, partners,
    reasons: rows.flatMap((row) => row.reasons).map((voice) => say(words.because, {
      who: who(voice.interview, words), answer: answerWord(voice, words), question: voice.question.text,
    })),
  }));
}

/** A scan marked with the questionnaire and what it recommends, as it is stored. @returns {Scan} */
export function stamped(page, scan, words) {
  return {
    ...scan,
    edition: page.edition,
    digest: page.digest,
    asked: Object.fromEntries(page.questions.map(({ key, text, row, need }) => [key, { text, row, need }])),
    recommended: advice(page, scan, words),
  };
}

/** Whether a scan was kept with this very questionnaire, or holds nothing that another could change. */
export const fits = (page, scan) =>
  !scan.interviews.length || (scan.edition === page.edition && scan.digest === page.digest);

/** What the buttons add: the activities alone, or with their printed companions; never what the chain adds. */
const TAKEN = { plan: false, "plan-with": true, "add-all": false, "add-all-with": true };

/** Ids that a button adds to the plan. @param {Page} page @param {string[]} ids @param {boolean} partners */
export const taken = (page, ids, partners) =>
  [...new Set(ids.flatMap((id) => [id, ...(partners ? page.activities[id].partners : [])]))];

/** Whether an activity becomes available after `today` (both as `2030-04`). */
export const isLater = (month, today) => month !== null && month > today;

/** A sentence of the page as nodes, in which what a visitor typed keeps its own direction. */
const sentence = (template, values) => template.split(/(\{\w+\})/).map((part) => {
  const name = /^\{(\w+)\}$/.exec(part)?.[1];
  return name && name in values ? (values[name] instanceof Node ? values[name] : el("bdi", {}, values[name])) : part;
});

/** What is rarely needed; loaded when someone first puts the focus in the tool, so that it is there offline. */
const change = () => import("./change.js");
const keep = () => import("./keep.js");

class ScanTool {
  constructor(root) {
    this.root = root;
    this.app = root.querySelector("[data-app]");
    /** @type {Page} */
    this.page = this.known();
    this.words = data(root, "words");
    this.questions = new Map(this.page.questions.map((question) => [question.key, question]));
    this.controls = new Map();
    this.store = new Store("pindai", { version: VERSION, empty, check });
    this.shown = "";
  }

  /** The page's data with the words of questions and activities, which stand in the sheet. @returns {Page} */
  known() {
    const page = data(this.root, "page");
    for (const question of page.questions) {
      const [row, place] = question.key.split("/");
      question.row = row;
      question.parent = place.includes(".") ? question.key.slice(0, question.key.lastIndexOf(".")) : null;
      question.if ??= null;
      const here = `[data-key="${CSS.escape(question.key)}"]`;
      question.text = this.root.querySelector(`${here} [data-text]`).textContent;
      question.options = Array.from(this.root.querySelectorAll(`${here} [data-options] li`), (one) => one.textContent);
    }
    for (const [id, activity] of Object.entries(page.activities)) {
      activity.label = this.activity(id).firstChild.textContent;
    }
    return page;
  }

  /** The head of a row of the sheet, and its marks of disagreement. */
  row(id) {
    const found = this.root.querySelectorAll(`[data-ask="${CSS.escape(id)}"] :is(h3, [data-marks])`);
    return Array.from(found, (one) => {
      const copy = one.cloneNode(true);
      copy.removeAttribute("id");
      return copy;
    });
  }

  $(name) { return this.app.querySelector(`[data-${name}]`); }

  async start() {
    this.scan = clean(this.store.read());
    if (!fits(this.page, this.scan)) await this.carryOver();
    this.$("plan-link").href = this.root.dataset.plan;
    this.app.hidden = false;
    this.root.classList.add("is-on");
    if (this.store.aside) this.notify(this.store.aside === "newer" ? this.words.asideNewer : this.words.aside);
    this.choose(this.scan.interviews.find((one) => one.id === this.scan.current) ?? this.scan.interviews[0] ?? this.fresh());
    this.app.addEventListener("input", (event) => this.typed(event.target));
    this.app.addEventListener("focusin", () => Promise.allSettled([change(), keep()]), { once: true });
    this.app.addEventListener("click", (event) => this.clicked(event.target.closest("[data-do]")));
    this.app.querySelector("#scan-file").addEventListener("change", (event) => keep().then((module) => module.open(this, event.target)));
    this.store.onchange((value) => this.heard(value));
    choice.onchange(() => this.showResults());
    this.render();
    this.showChange();
  }

  /** Take a scan of other questions over to those of this page. */
  async carryOver() {
    const { carry } = await change();
    this.scan = carry(this.page, this.scan);
    this.store.write(stamped(this.page, this.scan, this.words));
  }

  /** What another tab stored, as far as it can be joined: with other questions, its further interviews alone. */
  theirs(stored) {
    const found = clean(stored);
    if (fits(this.page, found)) return found;
    const here = new Set(this.scan.interviews.map((one) => one.id));
    return { ...found, interviews: found.interviews.filter((one) => !here.has(one.id)) };
  }

  fresh() {
    const last = this.scan.interviews.at(-1);
    return newInterview(`${Date.now().toString(36)}${Math.random().toString(36).slice(2, 8)}`, last);
  }

  choose(interview) {
    this.interview = interview;
    this.scan.current = interview.id;
  }

  /** A time after every other of the scan, so that the last writing counts even when a clock is wrong. */
  now(previous) { return Math.max(Date.now(), previous + 1); }

  typed(target) {
    const { field, head, key } = target.dataset;
    if (field) {
      this.scan[field] = { text: target.value.slice(0, LONGEST), at: this.now(this.scan[field].at) };
    } else if (head) {
      this.interview[head] = target.value.slice(0, LONGEST);
      this.interview.at = this.now(this.interview.at);
      this.keep();
    } else if (key) {
      const { was: _, ...before } = this.interview.answers[key] ?? { at: 0 };
      const reply = { ...before, at: this.now(before.at) };
      if (target.type === "radio") {
        delete reply.answer;
        if (target.value) reply.answer = target.value;
      } else {
        reply.text = target.value.slice(0, LONGEST);
      }
      this.interview.answers[key] = reply;
      this.keep();
    } else {
      return;
    }
    this.save();
    if (head === "respondent") this.render();
    else this.refresh();
  }

  /** The interview at hand joins the scan once it holds something. */
  keep() {
    if (!this.scan.interviews.includes(this.interview)) this.scan.interviews.push(this.interview);
    this.scan.current = this.interview.id;
  }

  /** Store what stands here together with what another tab stored meanwhile. */
  save() {
    const before = this.store.state;
    const state = this.store.update((stored) => stamped(this.page, merge(this.scan, this.theirs(stored)), this.words));
    this.adopt(this.store.read());
    if (state !== "saved" && state !== before) announce(this.root, this.words[state]);
  }

  /** Take over a state of the scan; the interview at hand stays the same one. */
  adopt(scan) {
    const { id } = this.interview ?? {};
    this.scan = structuredClone(scan);
    const found = this.scan.interviews.find((one) => one.id === id);
    if (found) this.interview = found;
  }

  /** Another tab wrote or erased the scan. */
  heard(value) {
    if (value === null) {
      this.scan = empty();
      this.choose(this.fresh());
      this.render();
      return;
    }
    const known = this.scan.interviews.includes(this.interview);
    this.adopt(merge(this.scan, this.theirs(value)));
    if (known && !this.scan.interviews.some((one) => one.id === this.interview.id)) {
      this.choose(this.scan.interviews[0] ?? this.fresh());
    }
    this.render();
  }

  clicked(button) {
    if (!button) return;
    const { do: action, id } = button.dataset;
    if (action === "add") this.switchTo(this.fresh());
    else if (action === "open") this.switchTo(this.scan.interviews.find((one) => one.id === id));
    else if (action in TAKEN) this.plan(taken(this.page, id ? [id] : recommend(this.page, this.scan).map((one) => one.activity), TAKEN[action]));
    else if (action.startsWith("print-")) {
      this.root.dataset.print = action.slice(6);
      globalThis.print();
    } else keep().then((module) => module[action](this, button));
  }

  switchTo(interview) {
    this.choose(interview);
    if (this.scan.interviews.includes(interview)) this.save();
    this.render();
    const title = this.app.querySelector("#wawancara-ini");
    title.scrollIntoView();
    title.focus({ preventScroll: true });
  }

  plan(ids) {
    const fresh = ids.filter((id) => !choice.read().includes(id));
    choice.add(fresh);
    announce(this.root, say(this.words.addedNow, { count: fresh.length }));
    const { id } = document.activeElement.dataset;
    this.showResults();
    const button = id && this.$("results").querySelector(`[data-id="${CSS.escape(id)}"]:not(:disabled)`);
    (button || this.$("plan-link")).focus();
  }

  notify(...content) {
    this.$("notices").append(el("div", { class: "notice warn" }, content.map((one) => (one instanceof Node ? one : el("p", {}, one)))));
  }

  render() {
    for (const name of ["district", "advice"]) this.put(this.app.querySelector(`[data-field="${name}"]`), this.scan[name].text);
    this.showHeads();
    this.showQuestions();
    this.refresh();
  }

  /** Everything that follows from an answer; the questions themselves stay where they are. */
  refresh() {
    this.showTalks();
    this.showReplies();
    this.showResults();
    const { state } = this.store;
    this.$("saved").textContent = this.words[state] ?? "";
    this.$("saved").classList.toggle("wrong", state === "full" || state === "blocked");
    this.root.dataset.print = this.scan.interviews.length ? "results" : "sheet";
    this.app.querySelector('[data-do="remove"]').hidden = !this.scan.interviews.includes(this.interview);
  }

  /** Set a control's value, except while someone types in it. */
  put(control, value) {
    if (control !== document.activeElement && control.value !== value) control.value = value;
  }

  showHeads() {
    const select = this.app.querySelector('[data-head="respondent"]');
    const kind = this.interview.respondent;
    for (const option of select.querySelectorAll("[data-odd]")) option.remove();
    if (kind && !this.page.kinds.includes(kind)) {
      select.append(el("option", { value: kind, "data-odd": true }, say(this.words.unknown, { who: kind })));
    }
    select.value = kind;
    for (const name of HEADS.slice(1)) this.put(this.app.querySelector(`[data-head="${name}"]`), this.interview[name]);
  }

  showTalks() {
    this.$("talks").replaceChildren(...this.scan.interviews.map((one) => {
      const { done, all } = progress(this.page, one);
      const here = one === this.interview;
      return el("li", { "aria-current": here && "true" },
        el("bdi", {}, who(one, this.words)),
        el("span", { class: "src" }, say(this.words.progress, { done, all })),
        here ? el("span", { class: "src" }, this.words.opened)
          : el("button", { type: "button", class: "bare-button", "data-do": "open", "data-id": one.id },
            this.words.open, el("span", { class: "vh" }, ` ${who(one, this.words)}`)));
    }));
  }

  /** Build the questions of the interview at hand, unless they stand there already. */
  showQuestions() {
    const asked = questionsFor(this.page, this.interview);
    const shown = `${this.interview.id} ${asked.map((question) => question.key).join(" ")}`;
    this.$("choose").hidden = asked.length > 0;
    if (shown === this.shown) return;
    this.shown = shown;
    this.controls.clear();
    const groups = this.page.rows.map((row) => asked.filter((question) => question.row === row.id)).filter((group) => group.length);
    this.$("questions").replaceChildren(...groups.map((group) => el("section", { class: "group" },
      this.row(group[0].row),
      group.map((question) => this.question(question)))));
  }

  question(question) {
    const { key, need, text, options } = question;
    const condition = question.if && !/^jika\b/i.test(text) ? { yes: this.words.ifYes, no: this.words.ifNo }[question.if] : null;
    const label = [condition && el("span", { class: "src" }, `${condition} `), text];
    const was = el("p", { class: "was", hidden: true });
    const area = (id) => el("textarea", { id, "data-key": key, dir: "auto", rows: "2", maxlength: LONGEST });
    const id = `jawab-${key.replace(/[^a-z0-9]/g, "-")}`;
    const box = el("div", { class: question.parent === null ? "item" : "item sub" });
    if (need === "text") {
      box.append(el("label", { for: id, class: "field-l" }, label),
        ...(options.length ? [el("ul", { class: "options" }, options.map((option) => el("li", {}, option)))] : []), was, area(id));
    } else {
      const radio = (value, word) => el("label", { class: "choice" }, el("input", { type: "radio", name: id, value, "data-key": key }), el("span", {}, word));
      box.append(
        el("fieldset", {}, el("legend", {}, label), was,
          el("div", { class: "choices" }, radio("yes", this.words.ya), radio("no", this.words.tidak), radio("", this.words.belum))),
        el("details", {}, el("summary", {}, this.words.note),
          el("label", { for: id, class: "vh" }, `${this.words.writeNote}: ${text}`), area(id)));
    }
    this.controls.set(key, box);
    return box;
  }

  showReplies() {
    for (const [key, box] of this.controls) {
      const reply = this.interview.answers[key] ?? {};
      const question = this.questions.get(key);
      box.hidden = !applies(question, this.interview.answers) && !said(reply);
      for (const radio of box.querySelectorAll("[type=radio]")) radio.checked = radio.value === (reply.answer ?? "");
      this.put(box.querySelector("textarea"), reply.text ?? "");
      const fold = box.querySelector("details");
      if (fold && reply.text && box.dataset.seen === undefined) fold.open = true;
      box.dataset.seen = "";
      const was = box.querySelector(".was");
      was.hidden = !reply.was;
      was.textContent = reply.was ? say(this.words.before, { text: reply.was }) : "";
    }
  }

  activity(id) { return this.app.querySelector(`template[data-activity="${CSS.escape(id)}"]`).content.cloneNode(true); }

  showResults() {
    const found = recommend(this.page, this.scan);
    const ids = new Set(found.map((one) => one.activity));
    const chosen = new Set(choice.read());
    const answered = read(this.page, this.scan).some((row) => row.answered);
    this.$("none").hidden = answered;
    this.$("some").hidden = found.length === 0;
    const rest = remaining(this.page, this.scan);
    const lists = [["noNeed", rest.none], ["unasked", rest.open], ["unscreened", rest.unasked]];
    const total = found.length ? say(this.words.suggested, { count: found.length }) : this.words.suggestedNone;
    this.$("results").replaceChildren(...(answered ? [
      el("p", {}, el("b", {}, total)),
      ...found.map((one) => this.card(one, ids, chosen)),
      ...lists.filter(([, list]) => list.length).map(([word, list]) => el("details", { class: "rest" },
        el("summary", {}, `${this.words[word]} (${list.length})`),
        el("ul", {}, list.map((id) => el("li", {}, this.activity(id)))))),
    ] : []));
    if (answered && this.total !== undefined && total !== this.total) announce(this.root, total);
    this.total = answered ? total : "";
  }

  /** One recommended activity: why, who says otherwise, what goes with it, and since when. */
  card({ activity, partners, whole, through, chain, month, rows }, ids, chosen) {
    const today = new Date();
    const thisMonth = `${today.getFullYear()}-${String(today.getMonth() + 1).padStart(2, "0")}`;
    const late = (when) => isLater(when, thisMonth) && el("span", { class: "wrong" }, this.words.notYet);
    const voice = (template, one) => el("li", {}, sentence(template, {
      who: who(one.interview, this.words), answer: el("b", {}, answerWord(one, this.words)), question: one.question.text,
    }));
    const all = (name) => rows.flatMap((row) => row[name]);
    const left = partners.filter((id) => !chosen.has(id));
    const isChosen = chosen.has(activity);
    const others = (list) => el("ul", {}, list.map((id) => el("li", {}, this.activity(id), " ",
      ids.has(id) && el("span", { class: "src" }, this.words.also), late(this.page.activities[id].month))));
    const said = all("details");
    return el("article", { class: "card" },
      el("h3", {}, this.activity(activity)), late(month),
      el("ul", {}, all("reasons").map((one) => voice(this.words.because, one))),
      all("disputes").map((dispute) => el("div", { class: "notice" },
        el("p", {}, el("b", {}, dispute.same ? this.words.differPerson : this.words.differPlace), ` ${dispute.question.text}`),
        el("ul", {}, ["yes", "no"].map((answer) => el("li", {}, sentence(this.words.differAnswer, {
          answer: el("b", {}, answer === "yes" ? this.words.ya : this.words.tidak),
          who: dispute.voices.filter((one) => one.answer === answer).map((one) => who(one.interview, this.words)).join("; "),
        })))))),
      said.length > 0 && el("div", {}, el("p", { class: "lbl" }, this.words.details), el("ul", { class: "told" }, said.map((one) => el("li", {},
        sentence(this.words.said, { question: one.question.text, who: who(one.interview, this.words), text: one.text }))))),
      partners.length > 0 && el("div", { class: "with" }, el("p", { class: "lbl" }, this.words.whole),
        others(partners), el("p", {}, whole)),
      through.length > 0 && el("details", { class: "with" }, el("summary", {}, this.words.chain),
        el("p", { class: "muted" }, this.words.chainNote), el("p", { class: "lbl" }, this.words.through), others(through), el("p", {}, chain)),
      el("p", { class: "buttons" },
        el("button", { type: "button", class: "button plain small", "data-do": "plan", "data-id": activity, disabled: isChosen },
          isChosen ? this.words.added : this.words.add),
        left.length > 0 && [" ", el("button", { type: "button", class: "button plain small", "data-do": "plan-with", "data-id": activity },
          say(isChosen ? this.words.addPartners : this.words.addWith, { n: left.length }))]));
  }

  /** Say what a changed menu means for this scan, until that was read. */
  async showChange() {
    const shown = this.$("notices").querySelector(".changed");
    if (!this.scan.previous) {
      shown?.remove();
      return;
    }
    const { notice } = await change();
    const box = notice(this.page, this.scan, recommend(this.page, this.scan), this.words, () => {
      delete this.scan.previous;
      this.store.write(stamped(this.page, this.scan, this.words));
      box.remove();
      this.app.querySelector("#scan-district").focus();
    });
    shown?.remove();
    this.$("notices").append(box);
  }
}

if (globalThis.document) mount("scan", (root) => new ScanTool(root).start());
