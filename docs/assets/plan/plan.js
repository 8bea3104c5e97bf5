/**
 * The plan: activities chosen anywhere on the site become rows, which are summed, looked at and made into files.
 *
 * First the plan as data, then its page. No sentence and no rule of the programme stands here: activities, months,
 * must-go-together sets, the menu's year and all words come with the page. Nothing is sent.
 *
 * @typedef {number|string|null} Amount a whole number; what was typed where it is none; `null` for nothing
 * @typedef {{activity: string, name: string, location: string, units: Amount, women: Amount, men: Amount,
 *   from: Amount, until: Amount, apbd: Amount, village: Amount, request: Amount, priority: Amount,
 *   reason: string, contact: string, total?: Amount}} Row `total` only where a file says another than the sum
 * @typedef {{level: "kabupaten"|"provinsi", year: string, province: string, district: string, rows: Row[],
 *   districts: Array<{name: string, year: string, file: string, rows: Row[]}>}} Plan
 * @typedef {{id: string, number: string, name: string, month: string|null, partners: string[], whole: string,
 *   through: string[], chain: string}} Activity `partners` are printed; `through` is what the chain adds to them
 * @typedef {{edition: string, year: number, activities: Activity[]}} Menu
 */

import { announce, choice, data, download, el, exportFile, mount, say, Store } from "../kit/kit.js";

export const AMOUNTS = ["units", "women", "men", "apbd", "village", "request", "priority"];
export const MONEY = ["apbd", "village", "request"];
export const MONTHS = ["from", "until"];
export const TEXTS = ["name", "location", "reason", "contact"];
/** Most characters of a text, and most rows and districts of a plan. */
export const LONGEST = 10_000;
export const ROWS = 1_000;
export const DISTRICTS = 60;

/** @returns {Plan} */
export const empty = () => ({ level: "kabupaten", year: "", province: "", district: "", rows: [], districts: [] });

/** @returns {Row} */
export const emptyRow = (activity = "") => ({
  activity, name: "", location: "", units: null, women: null, men: null, from: null, until: null,
  apbd: null, village: null, request: null, priority: null, reason: "", contact: "",
});

/** Whether nothing was written into a row. */
export const blank = (row) => [...TEXTS, ...AMOUNTS, ...MONTHS].every((key) => row[key] === null || row[key] === "");

/** What is wrong with a stored or imported plan, as paths; empty when good. */
export function problems(plan) {
  const found = [];
  const text = (value, at) => { if (typeof value !== "string" || value.length > LONGEST) found.push(at); };
  const amount = (value, at) => {
    if (value === null || (Number.isSafeInteger(value) && value >= 0)) return;
    text(value, at);
  };
  const rows = (list, at) => {
    if (!Array.isArray(list) || list.length > ROWS) { found.push(at); return; }
    list.forEach((row, index) => {
      if (typeof row !== "object" || row === null || Array.isArray(row)) { found.push(`${at}.${index}`); return; }
      text(row.activity, `${at}.${index}.activity`);
      for (const key of TEXTS) text(row[key], `${at}.${index}.${key}`);
      for (const key of [...AMOUNTS, ...MONTHS]) amount(row[key], `${at}.${index}.${key}`);
      if (row.total !== undefined) amount(row.total, `${at}.${index}.total`);
    });
  };
  if (typeof plan !== "object" || plan === null || Array.isArray(plan)) return ["plan"];
  if (plan.level !== "kabupaten" && plan.level !== "provinsi") found.push("level");
  for (const key of ["year", "province", "district"]) text(plan[key], key);
  rows(plan.rows, "rows");
  if (!Array.isArray(plan.districts) || plan.districts.length > DISTRICTS) return [...found, "districts"];
  plan.districts.forEach((one, index) => {
    for (const key of ["name", "year", "file"]) text(one?.[key], `districts.${index}.${key}`);
    rows(one?.rows, `districts.${index}.rows`);
  });
  return found;
}

/** A typed amount: "Rp 1.500.000" is 1500000; what is no whole number stays as typed. @returns {Amount} */
export function amount(text) {
  const plain = text.replace(/[\s\u00a0\u202f]/g, "").replace(/^rp\.?/i, "");
  if (plain === "") return text.trim() === "" ? null : text;
  const digits = /^(\d+|\d{1,3}(\.\d{3})+)(,0{1,2}|,-)?$/.exec(plain);
  const number = digits ? Number(digits[1].replaceAll(".", "")) : NaN;
  return Number.isSafeInteger(number) ? number : text;
}

/** The one whole number that is in a text, to be proposed; `null` where there is none or more. */
export function guess(text) {
  const found = String(text).match(/\d[\d.]*/g) ?? [];
  const number = found.length === 1 && !/,\s*\d|\d,/.test(text) ? amount(found[0].replace(/\.$/, "")) : null;
  return typeof number === "number" ? number : null;
}

const worth = (value) => (typeof value === "number" ? value : 0);

/** `a + b`: contribution and request of a row. */
export const total = (row) => MONEY.reduce((sum, key) => sum + worth(row[key]), 0);

/** Whether any amount of money stands in a row, so that it has a sum. */
export const priced = (row) => MONEY.some((key) => row[key] !== null && row[key] !== "");

/**
 * Sums over rows; an activity in several places counts once.
 * @param {Row[]} rows
 */
export function sums(rows) {
  const add = (...keys) => rows.reduce((sum, row) => sum + keys.reduce((part, key) => part + worth(row[key]), 0), 0);
  return {
    activities: new Set(rows.map((row) => row.activity || row.name)).size,
    women: add("women"), men: add("men"), people: add("women", "men"),
    apbd: add("apbd"), village: add("village"), own: add("apbd", "village"), request: add("request"), total: add(...MONEY),
  };
}

/**
 * The plan with a row for every activity chosen elsewhere; rows whose activity was dropped go when nothing was
 * written into them, and stay (and are named by `check`) when something was.
 * @param {Plan} plan
 * @param {string[]} chosen
 * @param {Menu} menu
 * @param {Map<string, string[]>} reasons what the scan says, by activity
 * @returns {Plan} the same plan where nothing changes
 */
export function joined(plan, chosen, menu, reasons = new Map()) {
  const wanted = new Set(chosen);
  const said = (id) => (reasons.get(id) ?? []).join("\n").slice(0, LONGEST);
  const bare = (row) => blank({ ...row, reason: row.reason === said(row.activity) ? "" : row.reason });
  const rows = plan.rows.filter((row) => wanted.has(row.activity) || !bare(row) || !row.activity);
  const held = new Set(rows.map((row) => row.activity));
  for (const { id } of menu.activities) {
    if (wanted.has(id) && !held.has(id)) rows.push({ ...emptyRow(id), reason: said(id) });
  }
  return rows.length === plan.rows.length && rows.every((row, index) => row === plan.rows[index]) ? plan : { ...plan, rows };
}

const same = (text) => text.normalize("NFKC").toLowerCase().replace(/\s+/g, " ").trim();
const month = (year, number) => `${year}-${String(number).padStart(2, "0")}`;

/**
 * What needs a look, each with its mends. Findings are codes with values; the page has the sentences.
 * @param {Plan} plan
 * @param {Menu} menu
 * @param {string[]} chosen
 * @returns {Array<{code: string, rows: number[], values: Object<string, *>, mends: Array<{code: string, values: Object<string, *>}>}>}
 */
export function check(plan, menu, chosen) {
  const known = new Map(menu.activities.map((activity) => [activity.id, activity]));
  const found = [];
  const add = (code, rows, values, ...mends) =>
    found.push({ code, rows, values, mends: mends.map(([mend, given = {}]) => ({ code: mend, values: given })) });
  const year = /^\d{4}$/.test(plan.year.trim()) ? Number(plan.year) : null;
  if (plan.rows.length && (year === null || year < menu.year)) {
    add(plan.year.trim() === "" ? "no-year" : "year", [], { year: plan.year, first: menu.year }, ["set-year", { year: menu.year }]);
  }
  const planned = new Set(plan.rows.map((row) => row.activity));
  for (const activity of menu.activities.filter(({ id }) => planned.has(id))) {
    const missing = activity.partners.filter((id) => !planned.has(id));
    if (!missing.length) continue;
    add("partners", [], { activity: activity.id, partners: activity.partners, missing, whole: activity.whole },
      ["add-partners", { ids: missing, n: missing.length }]);
  }
  plan.rows.forEach((row, index) => {
    const activity = known.get(row.activity);
    const at = { row: index, activity: row.activity, name: row.name };
    if (!activity) add("unknown", [index], at, ["drop-row", { row: index }]);
    else if (!chosen.includes(row.activity)) {
      add("dropped", [index], at, ["drop-row", { row: index }], ["add", { ids: [row.activity], count: 1 }]);
    }
    for (const key of [...AMOUNTS, ...MONTHS]) {
      if (typeof row[key] !== "string" || row[key] === "") continue;
      const number = MONTHS.includes(key) ? null : guess(row[key]);
      add("number", [index], { ...at, field: key, typed: row[key] },
        number === null ? ["clear", { row: index, field: key }] : ["put", { row: index, field: key, number }]);
    }
    const [from, until] = MONTHS.map((key) => (typeof row[key] === "number" ? row[key] : null));
    if (from !== null && until !== null && until < from) add("order", [index], { ...at, from, until }, ["swap", { row: index }]);
    if (activity?.month && year !== null && from !== null && month(year, from) < activity.month) {
      add("early", [index], { ...at, from, year, month: activity.month }, ["start", { row: index, month: activity.month }]);
    }
    if (typeof row.total === "number" && row.total !== total(row)) {
      add("total", [index], { ...at, said: row.total, sum: total(row) }, ["sum", { row: index, sum: total(row) }]);
    }
  });
  twins(plan.rows, (row) => `${row.activity || same(row.name)}\n${same(row.location)}`).forEach(([first, second]) => {
    const row = plan.rows[first];
    add("twin", [first, second], { row: first, other: second, activity: row.activity, name: row.name, location: row.location },
      ["merge", { row: first, other: second }]);
  });
  const ranks = new Map();
  plan.rows.forEach(({ priority }) => typeof priority === "number" && ranks.set(priority, (ranks.get(priority) ?? 0) + 1));
  for (const [rank, count] of ranks) if (count > 1) add("rank", [], { rank, count }, ["rank"]);
  if (plan.level !== "provinsi") return found;
  twins(plan.districts, ({ name }) => same(name)).forEach(([first, second]) => {
    add("district-twice", [], { name: plan.districts[second].name, first: plan.districts[first].file, second: plan.districts[second].file },
      ["drop-district", { district: first }]);
  });
  plan.districts.forEach((one, index) => {
    if (one.year.trim() !== "" && plan.year.trim() !== "" && one.year.trim() !== plan.year.trim()) {
      add("district-year", [], { name: one.name, year: one.year, own: plan.year }, ["drop-district", { district: index }]);
    }
  });
  return found;
}

/**
 * What the chain through printed companions would add to a plan: the site's own reading, told apart from findings.
 * @param {Plan} plan
 * @param {Menu} menu
 * @returns {{lines: Array<{activity: string, through: string[], chain: string}>, ids: string[]}} by activity, and
 *   the ids that are not in the plan yet, printed companions left to `check`
 */
export function chained(plan, menu) {
  const planned = new Set(plan.rows.map((row) => row.activity));
  const held = menu.activities.filter(({ id }) => planned.has(id));
  const printed = new Set(held.flatMap(({ partners }) => partners));
  const added = (id) => !planned.has(id) && !printed.has(id);
  const lines = held.filter(({ through }) => through.some(added))
    .map(({ id, through, chain }) => ({ activity: id, through: through.filter(added), chain }));
  return { lines, ids: [...new Set(lines.flatMap(({ through }) => through))] };
}

/** Pairs of places whose items have the same key: each later one with the first. */
function twins(items, key) {
  const first = new Map();
  const found = [];
  items.forEach((item, index) => {
    const name = key(item);
    if (first.has(name)) found.push([first.get(name), index]);
    else first.set(name, index);
  });
  return found;
}

/**
 * The plan after a mend. What adds activities also needs its ids chosen, which the caller does.
 * @param {Plan} plan
 * @param {{code: string, values: Object<string, *>}} mend
 * @param {Menu} menu
 * @returns {Plan}
 */
export function mended(plan, { code, values }, menu) {
  const rows = plan.rows.map((row) => ({ ...row }));
  const row = rows[values.row];
  switch (code) {
    case "set-year": return { ...plan, year: String(values.year) };
    case "add": case "add-partners": case "add-chain": return joined(plan, [...plan.rows.map(({ activity }) => activity), ...values.ids], menu);
    case "drop-row": return { ...plan, rows: rows.filter((_, index) => index !== values.row) };
    case "drop-district": return { ...plan, districts: plan.districts.filter((_, index) => index !== values.district) };
    case "clear": row[values.field] = null; break;
    case "put": row[values.field] = values.number; break;
    case "swap": [row.from, row.until] = [row.until, row.from]; break;
    case "sum": delete row.total; break;
    case "start": {
      const [year, number] = values.month.split("-").map(Number);
      if (year > Number(plan.year)) return { ...plan, year: String(year), rows };
      row.from = number;
      if (typeof row.until === "number" && row.until < number) row.until = number;
      break;
    }
    case "merge": return { ...plan, rows: merged(rows, values.row, values.other) };
    case "rank": {
      const ranked = rows.filter(({ priority }) => typeof priority === "number").sort((one, two) => one.priority - two.priority);
      ranked.forEach((one, index) => { one.priority = index + 1; });
      break;
    }
    default: return plan;
  }
  return { ...plan, rows };
}

/** Two rows as one: amounts added, texts both kept, months from the earlier to the later. */
function merged(rows, first, second) {
  const [one, two] = [rows[first], rows[second]];
  for (const key of ["units", "women", "men", ...MONEY]) {
    if (typeof one[key] === "number" && typeof two[key] === "number") one[key] += two[key];
    else if (one[key] === null || one[key] === "") one[key] = two[key];
    else if (two[key] !== null && two[key] !== "") one[key] = `${one[key]} + ${two[key]}`;
  }
  for (const [key, pick] of [["from", Math.min], ["until", Math.max], ["priority", Math.min]]) {
    if (typeof one[key] === "number" && typeof two[key] === "number") one[key] = pick(one[key], two[key]);
    else one[key] ??= two[key];
  }
  for (const key of ["reason", "contact"]) {
    if (!one[key]) one[key] = two[key];
    else if (two[key] && two[key] !== one[key]) one[key] = `${one[key]}\n${two[key]}`.slice(0, LONGEST);
  }
  return rows.filter((_, index) => index !== second);
}

const PAGE = "plan";
const STORE = globalThis.document?.documentElement?.dataset?.store;
const SCAN = `${STORE}:pindai`;
const PLACE = `${STORE}:tempat`;

/** What another part of the site keeps on this device; `null` where that is nothing to read. */
function kept(key) {
  try {
    return JSON.parse(localStorage.getItem(key) ?? "null");
  } catch {
    return null;
  }
}

/** The scan's reasons by activity. @returns {Map<string, string[]>} */
export function reasonsOf(stored) {
  const list = stored?.value?.recommended;
  return new Map((Array.isArray(list) ? list : []).flatMap((one) =>
    (typeof one?.activity === "string" && Array.isArray(one.reasons)
      ? [[one.activity, one.reasons.filter((reason) => typeof reason === "string")]] : [])));
}

/** Province, district and level by what the site's other tools keep. @returns {Partial<Plan>} */
export function placeOf(place, scan) {
  const text = (value) => (typeof value === "string" ? value : "");
  const { province, district, role } = place?.value ?? {};
  return {
    province: text(province), district: text(district) || text(scan?.value?.district?.text),
    level: role === "provinsi" ? "provinsi" : "kabupaten",
  };
}

/** Give `parent` a child for each item, made anew only where the item is: what is pressed just then stays there. */
function settle(parent, items, make) {
  const old = new Map([...parent.children].map((node) => [node.dataset.is, node]));
  const made = items.map((item, index) => {
    const key = JSON.stringify(item);
    const node = old.get(key) ?? make(item, index);
    node.dataset.is = key;
    return node;
  });
  for (const node of old.values()) if (!made.includes(node)) node.remove();
  made.forEach((node, index) => { if (parent.children[index] !== node) parent.insertBefore(node, parent.children[index] ?? null); });
}

/** What a field's text is worth in a row. */
function typed(key, text) {
  if (MONTHS.includes(key)) return /^\d+$/.test(text) ? Number(text) : text || null;
  return AMOUNTS.includes(key) ? amount(text) : text;
}

class PlanTool {
  /** @param {HTMLElement} root */
  constructor(root) {
    this.root = root;
    this.info = data(root, "plan");
    for (const activity of this.info.menu.activities) activity.label = `${activity.number} ${activity.name}`;
    this.words = this.info.words;
    this.known = new Map(this.info.menu.activities.map((activity) => [activity.id, activity]));
    this.store = new Store("rencana", { version: 1, empty, check: problems });
    this.before = null;
    this.open = new Set();
    this.number = new Intl.NumberFormat("id-ID", { maximumFractionDigits: 0 });
    this.one = (selector) => root.querySelector(selector);
    this.all = (selector) => [...root.querySelectorAll(selector)];
  }

  start() {
    this.plan = this.store.read();
    if (this.store.aside) this.problem(this.words[this.store.aside]);
    this.place();
    for (const activity of this.info.menu.activities) this.one("[data-choose]").append(el("option", { value: activity.id }, activity.label));
    this.join();
    this.one("[data-app]").hidden = false;
    this.root.addEventListener("click", (event) => {
      const button = event.target.closest("[data-act]");
      if (button) this.act(button.dataset.act, button);
    });
    this.root.addEventListener("change", (event) => this.changed(event.target, true));
    this.root.addEventListener("input", (event) => this.changed(event.target, false));
    this.root.addEventListener("focusin", () => {
      this.parts().catch(() => {});
      if (this.info.places) this.list().catch(() => {});
    }, { once: true });
    this.one("[data-rows]").addEventListener("toggle", (event) => {
      const at = this.index(event.target);
      if (event.target.open) this.open.add(at);
      else this.open.delete(at);
    }, true);
    this.store.onchange((value) => {
      this.plan = value ?? empty();
      this.show();
      announce(this.root, this.words["other-tab"]);
    });
    choice.onchange(() => this.join());
    this.show();
  }

  /** Province and district as chosen elsewhere on the site, or named in the scan, while the plan has none. */
  place() {
    if (this.plan.province || this.plan.district || this.plan.rows.length) return;
    this.plan = { ...this.plan, ...placeOf(kept(PLACE), kept(SCAN)) };
  }

  /** Take over what was chosen elsewhere. */
  join() {
    const made = joined(this.plan, choice.read(), this.info.menu, reasonsOf(kept(SCAN)));
    if (made !== this.plan) this.keep(made);
    this.show();
  }

  /** Keep a plan, and say so. */
  keep(plan) {
    this.plan = plan;
    const state = this.store.write(plan);
    this.one("[data-saved]").textContent = this.words[state];
    return state;
  }

  /** Change the plan in a way that can be taken back, and say what was done and what is left to look at. */
  change(plan, done, values = {}) {
    this.before = { plan: this.plan, chosen: choice.read() };
    this.keep(plan);
    const ids = plan.rows.map((row) => row.activity).filter(Boolean);
    const gone = this.before.plan.rows.map((row) => row.activity).filter((id) => id && !ids.includes(id));
    choice.add(ids.filter((id) => this.known.has(id) && !this.before.plan.rows.some((row) => row.activity === id)));
    if (gone.length) choice.remove(gone);
    this.show();
    this.tell(done, values);
  }

  tell(done, values = {}) {
    const found = this.findings.length;
    announce(this.root, say(this.words.done, {
      done: say(this.words[done] ?? done, values).replace(/\.$/, ""),
      found: found ? say(this.words.found, { n: found }) : this.words.fine,
    }));
  }

  problem(text) {
    const box = this.one("[data-problem]");
    box.hidden = !text;
    box.firstElementChild.textContent = text ?? "";
    if (text) box.scrollIntoView({ block: "nearest" });
  }

  named(id, name = "") {
    const activity = this.known.get(id);
    return activity ? activity.label : name || this.words["no-name"];
  }

  money(value) { return `Rp\u00a0${this.number.format(value)}`; }

  index(node) { return [...this.one("[data-rows]").children].indexOf(node.closest("li")); }

  show() {
    const { plan } = this;
    for (const input of this.all("input[name=level]")) input.checked = input.value === plan.level;
    for (const input of this.all("[data-head]")) if (input.value !== plan[input.dataset.head]) input.value = plan[input.dataset.head];
    for (const part of this.all("[data-only]")) part.hidden = part.dataset.only !== plan.level;
    const list = this.one("[data-rows]");
    const held = list.contains(document.activeElement) ? document.activeElement : null;
    const [at, key] = held ? [this.index(held), held.dataset.key] : [];
    const count = plan.rows.length;
    list.replaceChildren(...plan.rows.map((row, index) => this.row(row, index)));
    this.one("[data-none]").hidden = count > 0;
    if (key) list.children[at]?.querySelector(`[data-key="${key}"]`)?.focus();
    this.review();
  }

  /** Everything that follows from the rows: sums, findings, the province's table, the letter. */
  review() {
    const { plan, info } = this;
    const all = sums(plan.rows);
    for (const cell of this.all("[data-sum]")) cell.textContent = this.sum(all, cell.dataset.sum);
    this.findings = check(plan, info.menu, choice.read());
    this.one("[data-fine]").hidden = this.findings.length > 0;
    this.one("[data-undo]").hidden = this.before === null;
    settle(this.one("[data-checks]"), this.findings, (finding) => this.finding(finding));
    this.chain();
    this.summary();
    this.letter(all);
    this.area();
  }

  /** Whether the place of the plan is on the list of places, on the page and in the letter. */
  async area() {
    const { level, province, district } = this.plan;
    const typed = (level === "provinsi" ? [province] : [district, province]).filter((text) => text.trim()).join(", ");
    let [said, outside] = ["", false];
    try {
      const { look, tell, listed, words } = typed && this.info.places ? await this.list() : {};
      const found = look?.(listed, typed.slice(0, 200)) ?? null;
      said = found ? tell(words, listed, found) : "";
      outside = found !== null && found.code !== "found";
    } catch {
      // No signal: the line above says where to look.
    }
    for (const line of this.all("[data-standing]")) line.textContent = said;
    for (const box of this.all("[data-area]")) {
      box.hidden = !said;
      box.querySelector("[data-outside]").hidden = !outside;
    }
  }

  /** The list of places and what compares a name with it, loaded with the first name. */
  list() {
    this.listing ??= Promise.all([import("../places/names.js"), fetch(this.root.dataset.root + this.info.places)])
      .then(async ([names, answer]) => (answer.ok ? { ...names, ...await answer.json() } : Promise.reject(new Error(answer.status))));
    this.listing.catch(() => { this.listing = null; });
    return this.listing;
  }

  sum(all, key) { return ["own", "request", "total", "apbd", "village"].includes(key) ? this.money(all[key]) : this.number.format(all[key]); }

  row(row, index) {
    const item = this.one("template[data-row]").content.firstElementChild.cloneNode(true);
    const activity = this.known.get(row.activity);
    item.querySelector("[data-number]").textContent = activity?.number ?? "";
    item.querySelector("[data-name]").textContent = activity?.name ?? this.named("", row.name);
    item.querySelector("[data-since]").textContent = activity ? `${activity.since}. ${activity.units}` : "";
    const link = item.querySelector("[data-read]");
    if (activity) link.href = `${this.root.dataset.root}menu/${this.info.menu.edition}/${activity.number}/`;
    else link.remove();
    item.firstElementChild.open = this.open.has(index);
    for (const field of item.querySelectorAll("[data-key]")) this.put(field, row[field.dataset.key]);
    this.brief(item, row);
    return item;
  }

  put(field, value) {
    if (field.tagName === "SELECT" && typeof value === "string" && value) field.append(el("option", { value }, value));
    const money = field.inputMode === "numeric" && typeof value === "number";
    field.value = money ? this.number.format(value) : String(value ?? "");
  }

  brief(item, row) {
    item.querySelector("[data-place]").textContent = row.location.slice(0, 200);
    item.querySelector("[data-total]").textContent = priced(row) ? this.money(total(row)) : "";
  }

  finding({ code, values, mends }) {
    const item = this.one("template[data-check]").content.firstElementChild.cloneNode(true);
    const list = (ids) => ids.map((id) => this.known.get(id)?.number ?? id).join(", ");
    const when = (value) => (typeof value === "number" ? this.info.months[value - 1] : value);
    const words = (given) => ({
      ...given,
      activity: this.named(given.activity, given.name), name: given.name || this.words["no-name"],
      partners: list(given.partners ?? []), missing: list(given.missing ?? []),
      location: given.location || this.words["no-place"],
      from: given.year && code === "early" ? `${when(given.from)} ${given.year}` : when(given.from), until: when(given.until),
      month: given.month ? `${when(Number(given.month.slice(5)))} ${given.month.slice(0, 4)}` : "",
      field: this.info.labels[given.field], typed: String(given.typed ?? "").slice(0, 80),
      said: this.money(given.said ?? 0), sum: this.money(given.sum ?? 0),
      number: this.number.format(given.number ?? 0),
    });
    item.firstElementChild.textContent = say(this.words[code], words(values));
    for (const mend of mends) {
      const text = say(this.words[`mend-${mend.code}`], words(mend.values));
      const button = el("button", { type: "button", class: "button plain small" }, text);
      button.addEventListener("click", () => this.mend(mend, text));
      item.lastElementChild.append(button);
    }
    return item;
  }

  /** What the chain would add; in a fold of its own, since no text says that it must. */
  chain() {
    const { lines, ids } = chained(this.plan, this.info.menu);
    const list = (all) => all.map((id) => this.known.get(id).number).join(", ");
    this.one("[data-chain]").hidden = lines.length === 0;
    settle(this.one("[data-chain-lines]"), lines, ({ activity, through, chain }) =>
      el("li", {}, say(this.words.chain, { activity: this.named(activity), through: list(through), chain })));
    this.one("[data-act=chain]").textContent = say(this.words["mend-add-chain"], { n: ids.length });
  }

  mend(mend, done) {
    const made = mended(this.plan, mend, this.info.menu);
    if (mend.code === "drop-row" || mend.code === "merge") this.open.clear();
    const ids = mend.values.ids ?? [];
    this.change(made, done);
    if (ids.length) {
      choice.add(ids);
      this.show();
      this.tell(done);
    }
    this.one("#periksa").focus();
  }

  summary() {
    const { columns } = this.info.province;
    const rows = [
      { name: this.info.province.own, ...sums(this.plan.rows) },
      ...this.plan.districts.map((one) => ({ name: one.name, ...sums(one.rows) })),
    ];
    const cells = (row) => columns.map(({ key }, index) =>
      el(index ? "td" : "th", index ? {} : { scope: "row" }, key === "name" ? row.name : this.sum(row, key)));
    settle(this.one("[data-summary]"), rows.map((row, index) => ({ ...row, index })), ({ index }) => {
      const button = this.one("template[data-drop]").content.firstElementChild.cloneNode(true);
      button.textContent = say(button.textContent, { name: rows[index].name });
      button.addEventListener("click", () => {
        this.change({ ...this.plan, districts: this.plan.districts.filter((_, at) => at !== index - 1) }, button.textContent);
        this.one("[data-districts]").focus();
      });
      return el("tr", {}, cells(rows[index]), el("td", {}, index > 0 && button));
    });
    const all = Object.fromEntries(columns.map(({ key }) => [key, rows.reduce((sum, row) => sum + (Number(row[key]) || 0), 0)]));
    const foot = this.one("[data-summary-sum]");
    foot.replaceChildren(foot.firstElementChild, ...columns.slice(1).map(({ key }) => el("td", {}, this.sum(all, key))), el("td", {}));
    this.one("[data-letter-summary]").replaceChildren(...rows.map((row) => el("tr", {}, cells(row))));
    this.provinceSums = all;
  }

  letter(own) {
    const { plan } = this;
    const province = plan.level === "provinsi";
    const all = province ? { ...this.provinceSums } : own;
    const some = plan.rows.length > 0 || (province && plan.districts.length > 0);
    for (const part of this.all("[data-letter]")) part.hidden = !some || part.dataset.only !== plan.level;
    this.root.classList.toggle("has-letter", some);
    for (const blankly of this.all("[data-fill]")) {
      const key = blankly.dataset.fill;
      const text = key === "sums"
        ? say(blankly.dataset.text, Object.fromEntries(["activities", "people", "own", "request", "total"].map((name) => [name, this.sum(all, name)])))
        : plan[key].trim();
      blankly.textContent = text || `[${blankly.dataset.blank}]`;
      blankly.classList.toggle("blank", !text);
    }
    this.one("[data-letter-rows]").replaceChildren(...plan.rows.map((row) => {
      const months = MONTHS.map((key) => (typeof row[key] === "number" ? this.info.months[row[key] - 1] : row[key])).filter(Boolean);
      const one = sums([row]);
      return el("tr", {}, el("th", { scope: "row" }, this.named(row.activity, row.name)), el("td", {}, row.location),
        el("td", {}, this.number.format(one.people)), el("td", {}, [...new Set(months)].join("–")),
        ["own", "request", "total"].map((key) => el("td", {}, this.money(one[key]))));
    }));
  }

  /** Take over what was typed into a field: kept with every letter, shown and looked at when it is done. */
  changed(field, done) {
    const { head, key } = field.dataset;
    if (field.type === "file") {
      if (done) (field.dataset.file === undefined ? this.take(field) : this.read(field));
      return;
    }
    if (field.name === "level") {
      this.keep({ ...this.plan, level: field.value });
      this.show();
    } else if (head) {
      this.keep({ ...this.plan, [head]: field.value });
      if (done) this.review();
    } else if (key) {
      const at = this.index(field);
      const row = { ...this.plan.rows[at], [key]: typed(key, field.value) };
      if (MONEY.includes(key)) delete row.total;
      this.keep({ ...this.plan, rows: this.plan.rows.map((one, index) => (index === at ? row : one)) });
      this.brief(field.closest("li"), row);
      if (!done) return;
      this.put(field, row[key]);
      this.review();
    }
  }

  act(name, button) {
    const at = button.closest("[data-rows]") ? this.index(button) : -1;
    const row = this.plan.rows[at];
    if (name === "choose") {
      const id = this.one("[data-choose]").value;
      this.open = new Set([this.plan.rows.length]);
      const reason = (reasonsOf(kept(SCAN)).get(id) ?? []).join("\n").slice(0, LONGEST);
      this.change({ ...this.plan, rows: [...this.plan.rows, { ...emptyRow(id), reason }] }, "added", { activity: this.named(id) });
      this.focusRow(this.plan.rows.length - 1);
    } else if (name === "copy") {
      const rows = [...this.plan.rows];
      const made = { ...emptyRow(row.activity), name: row.name, from: row.from, until: row.until, reason: row.reason, contact: row.contact };
      rows.splice(at + 1, 0, made);
      this.open = new Set([at + 1]);
      this.change({ ...this.plan, rows }, "copied", { activity: this.named(row.activity, row.name) });
      this.focusRow(at + 1);
    } else if (name === "drop") {
      this.open.clear();
      this.change({ ...this.plan, rows: this.plan.rows.filter((_, index) => index !== at) }, "row-dropped", { activity: this.named(row.activity, row.name) });
      this.one("#kegiatan").focus();
    } else if (name === "undo") this.undo();
    else if (name === "chain") this.mend({ code: "add-chain", values: { ids: chained(this.plan, this.info.menu).ids } }, button.textContent);
    else if (name === "erase") {
      this.open.clear();
      this.change({ ...empty(), level: this.plan.level }, "erased");
      this.one("#kegiatan").focus();
    } else if (name === "json") {
      exportFile(`${this.file()}.json`, "rencana", 1, this.plan, this.info.menu.edition);
      announce(this.root, say(this.words.made, { file: "JSON" }));
    } else if (name === "print") print();
    else this.save(name);
  }

  undo() {
    const { plan, chosen } = this.before;
    this.before = null;
    choice.remove(choice.read());
    choice.add(chosen);
    this.keep(plan);
    this.show();
    announce(this.root, this.words.undone);
    this.one("#periksa").focus();
  }

  focusRow(at) {
    this.one("[data-rows]").children[at]?.querySelector("[data-key]")?.focus();
  }

  file() {
    const { plan } = this;
    return [this.words.file, plan.level === "provinsi" ? plan.province : plan.district, plan.year].filter(Boolean).join(" ").slice(0, 80);
  }

  /** The rarely needed parts: the files' script and the forms' workbooks. */
  parts() {
    this.loading ??= (async () => {
      const files = await import("./files.js");
      const templates = {};
      for (const kind of ["district", "province"]) {
        const answer = await fetch(this.root.dataset.root + this.info[kind].file);
        if (!answer.ok) throw new Error(answer.status);
        templates[kind] = new Uint8Array(await answer.arrayBuffer());
      }
      return { files, templates };
    })();
    this.loading.catch(() => { this.loading = null; });
    return this.loading;
  }

  /** Make a workbook or a table of the plan. */
  async save(name) {
    this.problem(null);
    let parts;
    try {
      parts = await this.parts();
    } catch {
      this.problem(this.words.offline);
      return;
    }
    const { files, templates } = parts;
    const { plan, info } = this;
    if (name === "csv") download(`${this.file()}.csv`, files.toCsv(plan, info), "text/csv");
    else {
      const kind = name === "summary" ? "province" : "district";
      const content = kind === "province" ? files.provinceForm(plan, info) : files.districtForm(plan, info);
      const made = await files.workbook(templates[kind], content).catch(({ code }) => ({ problem: code ?? "unsupported" }));
      if (made.problem) {
        const rows = kind === "province" ? plan.districts.length + 1 : plan.rows.length;
        this.problem(say(this.words[made.problem] ?? this.words.unsupported, { n: rows, capacity: made.capacity }));
        return;
      }
      download(`${info[kind].name} ${this.file()}.xlsx`, made.bytes, files.TYPE);
    }
    announce(this.root, say(this.words.made, { file: name === "csv" ? "CSV" : "XLSX" }));
  }

  refuse(refused) {
    this.problem(refused.map(({ file, problem }) => say(this.words.bad, { file, why: this.words[`bad-${problem}`] ?? problem })).join("\n") || null);
  }

  async filesScript() {
    try {
      return (await this.parts()).files;
    } catch {
      this.problem(this.words.offline);
      return null;
    }
  }

  async read(field) {
    const file = field.files[0];
    const files = file && await this.filesScript();
    if (!files) return;
    const { plan, problem } = await files.readPlan(file, this.info);
    field.value = "";
    this.refuse(problem ? [{ file: file.name, problem }] : []);
    if (problem) return;
    this.open.clear();
    const level = { level: plan.level === "provinsi" || plan.districts.length ? "provinsi" : this.plan.level };
    this.change({ ...plan, ...level }, "read", { file: file.name, n: plan.rows.length });
  }

  async take(field) {
    const files = await this.filesScript();
    if (!files) return;
    const { plan, refused } = await files.withDistricts(this.plan, [...field.files], this.info);
    const count = plan.districts.length - this.plan.districts.length;
    field.value = "";
    this.refuse(refused);
    if (count) this.change(plan, "taken", { n: count });
  }
}

if (globalThis.document) mount(PAGE, (root) => new PlanTool(root).start());
