/**
 * "May we take part?": whether a place is on the printed list, and the criteria with three answers each. The
 * page is complete without it: list, criteria, answers to tick and what to do next are there.
 *
 * What is chosen and typed stays on this device. Nothing counts as failed before it was answered, and the
 * place decides no criterion. Every sentence and every place is the page's. What keeps the answers is loaded
 * once it is needed: when something is kept already, or with the first answer.
 */

import "../site/site.js";
import { look, tell } from "./names.js";

const KEY = "tempat";
const STATES = ["met", "unmet", "unknown"];
const LONGEST = 80;

/** A sentence with its blanks filled. */
const fill = (sentence, values) =>
  sentence.replace(/\{(\w+)\}/g, (blank, name) => (Object.hasOwn(values, name) ? String(values[name]) : blank));

const plain = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
const name = (value) => (typeof value === "string" ? value.trim().slice(0, LONGEST) : "");

/** What is wrong with the place and role kept on this device; what other tools keep in it is theirs. */
export const check = (value) => (plain(value) ? [] : ["value"]);

/**
 * A place on the printed list, by its printed names; `null` where it is not there.
 * @param {{provinces: {name: string, regencies: {name: string}[]}[]}} listed
 * @param {string} province
 * @param {string} district
 */
export function find(listed, province, district) {
  const inside = listed.provinces.find((one) => one.name === province);
  return inside?.regencies.find((one) => one.name === district) ?? null;
}

/**
 * Province and district to keep for a typed name: as printed where the list has it, as typed elsewhere.
 * @param {import("./names.js").Answer|null} found
 */
export function placed(found) {
  if (!found) return { province: "", district: "" };
  const [entry] = found.code === "found" ? found.entries : [];
  if (!entry) return { province: "", district: name(found.typed) };
  const likely = entry.also?.standing === "likely" ? entry.also.name : null;
  return { province: entry.province.name, district: likely ?? entry.regency?.name ?? "" };
}

/** Answers as kept, to the criteria that there are; anything else counts as not known. */
export function answersOf(kept, ids) {
  const given = plain(kept?.criteria) ? kept.criteria : {};
  return Object.fromEntries(
    ids.map((id) => [id, Object.hasOwn(given, id) && STATES.includes(given[id]) ? given[id] : "unknown"]),
  );
}

/**
 * Criteria by their answers, and those that need something done: first what is not met, then what is not known.
 * @param {Object<string, string>} answers
 */
export function weigh(answers) {
  const by = Object.fromEntries(STATES.map((state) => [state, []]));
  for (const [id, state] of Object.entries(answers)) by[state].push(id);
  const all = Object.keys(answers).length;
  const code = by.unknown.length === all ? "nothing" : by.met.length === all ? "all" : "summary";
  const next = [...by.unmet.map((id) => [id, "unmet"]), ...by.unknown.map((id) => [id, "unknown"])];
  return { by, code, next, values: { all, met: by.met.length, unmet: by.unmet.length, unknown: by.unknown.length } };
}

/** The document to keep: what other tools keep stays, unknown answers are not written. */
export function kept(before, { province, district }, answers) {
  const criteria = Object.fromEntries(Object.entries(answers).filter(([, state]) => state !== "unknown"));
  return { ...(plain(before) ? before : {}), province: name(province), district: name(district), criteria };
}

/** The same without place and answers. */
export function erased(before) {
  const { province, district, criteria, ...rest } = plain(before) ? before : {};
  return rest;
}

const option = (value, text = value) => Object.assign(document.createElement("option"), { value, textContent: text });
const item = (text) => Object.assign(document.createElement("li"), { textContent: text });

class TakingPart {
  #store = null;

  /** @param {HTMLElement} root */
  constructor(root) {
    const json = (key) => JSON.parse(root.querySelector(`script[data-${key}]`).textContent);
    this.root = root;
    this.words = json("words");
    this.listed = json("listed");
    this.form = root.querySelector("[data-form]");
    this.fields = this.form.elements;
    this.criteria = new Map(Array.from(root.querySelectorAll("[data-criterion]"), (e) => [e.dataset.criterion, e]));
    this.part = (selector) => root.querySelector(selector);
  }

  start() {
    this.part("[data-choose]").hidden = false;
    this.part("[data-result]").hidden = false;
    this.form.addEventListener("submit", (event) => event.preventDefault());
    this.form.addEventListener("input", (event) => this.change(event.target));
    this.part("[data-print]").addEventListener("click", () => print());
    this.part("[data-erase]").addEventListener("click", () => this.erase());
    this.districts();
    this.show();
    if (stored()) this.restore();
  }

  /** What the chosen or typed place is on the list; `null` while there is none. */
  get found() {
    const { place, province, district } = this.fields;
    return look(this.listed, name(place.value) || [district.value, province.value].filter(Boolean).join(", "));
  }

  get place() {
    const { place, province, district } = this.fields;
    return name(place.value) ? placed(this.found) : { province: province.value, district: district.value };
  }

  get answers() {
    return Object.fromEntries(Array.from(this.criteria.keys(), (id) => [id, this.fields[id].value]));
  }

  /** The store, once it is loaded; `null` where it cannot be. */
  async store() {
    try {
      const { Store } = await import("../kit/kit.js");
      if (!this.#store) {
        this.#store = new Store(KEY, { empty: {}, check });
        this.#store.onchange((value) => this.take(value ?? {}));
      }
    } catch {
      // The network is gone: the answers stay on the page.
    }
    return this.#store;
  }

  async restore() {
    const store = await this.store();
    if (store) this.take(store.read());
  }

  /** Show what is kept: a place of the list by its name, any other as typed. */
  take(value) {
    const [province, district] = [name(value.province), name(value.district)];
    const known = this.listed.provinces.some((one) => one.name === province)
      && (!district || find(this.listed, province, district) !== null);
    this.fields.place.value = known ? "" : [district, province].filter(Boolean).join(", ");
    this.fields.province.value = known ? province : "";
    this.districts();
    this.fields.district.value = known ? district : "";
    for (const [id, state] of Object.entries(answersOf(value, [...this.criteria.keys()]))) this.fields[id].value = state;
    this.show();
    this.tell("saved");
  }

  /** The districts of the chosen province, and a way to name another. */
  districts() {
    const found = this.listed.provinces.find((one) => one.name === this.fields.province.value);
    this.fields.district.replaceChildren(
      option("", this.words.choose),
      ...(found?.regencies ?? []).map((one) => option(one.name, [one, ...one.also].map((also) => also.name).join(" / "))),
    );
  }

  async change(field) {
    const { place, province, district } = this.fields;
    if (field === place) province.value = "";
    if (field === province || field === district) place.value = "";
    if (field === province || field === place) this.districts();
    this.show();
    const store = await this.store();
    const state = store?.update((value) => kept(value, this.place, this.answers));
    this.tell(state === "saved" ? "saved" : "unsaved");
  }

  async erase() {
    this.take({});
    this.tell("erased");
    this.part("[data-choose] input").focus();
    const store = await this.store();
    if (store?.update(erased) !== "saved") this.tell("unsaved");
  }

  tell(code) {
    this.part("[data-saved]").textContent = this.words[code];
  }

  show() {
    this.part("[data-known]").hidden = this.fields.province.value === "";
    this.showPlace();
    this.showAnswers();
  }

  showPlace() {
    const { found } = this;
    this.part("[data-place]").hidden = found === null;
    if (!found) return;
    const [entry] = found.code === "found" ? found.entries : [];
    this.part("[data-said]").textContent = tell(this.words.answers, this.listed, found);
    this.part("[data-inside]").hidden = !entry;
    this.part("[data-outside]").hidden = Boolean(entry);
    this.part("[data-note]").textContent = entry?.regency?.note ?? "";
  }

  showAnswers() {
    const { by, code, next, values } = weigh(this.answers);
    for (const [id, element] of this.criteria) {
      const state = this.fields[id].value;
      for (const line of element.querySelectorAll("[data-next]")) line.hidden = line.dataset.next !== state;
    }
    for (const group of this.root.querySelectorAll("[data-group]")) {
      const ids = by[group.dataset.group];
      group.hidden = ids.length === 0 || code === "nothing";
      group.querySelector("ul").replaceChildren(...ids.map((id) => item(this.text(id, "[data-text]"))));
    }
    const steps = next.map(([id, state]) => this.text(id, `[data-next="${state}"] [data-step]`)).filter(Boolean);
    this.part("[data-steps]").hidden = steps.length === 0 || code === "nothing";
    this.part("[data-steps] ol").replaceChildren(...steps.map(item));
    this.part("[data-live]").textContent = fill(this.words[code], values);
  }

  text(id, selector) {
    return this.criteria.get(id).querySelector(selector)?.textContent ?? "";
  }
}

/** Whether this device keeps something already. */
function stored() {
  try {
    return localStorage.getItem(`${document.documentElement.dataset.store}:${KEY}`) !== null;
  } catch {
    return false;
  }
}

if (globalThis.document) {
  for (const root of document.querySelectorAll('[data-module="places"]')) {
    if (root.dataset.ready === undefined) {
      root.dataset.ready = "";
      new TakingPart(root).start();
    }
  }
}
