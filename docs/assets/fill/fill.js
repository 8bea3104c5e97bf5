/**
 * Forms filled in on their own sheet: controls stand where the paper has lines and boxes. Several visits or
 * reports are kept on this device. Labels, fields and words are the page's.
 * @import {Filled, Kept, Page, Value} from "./types.js"
 */

import { announce, choice, data, el, mount, say, Store } from "../kit/kit.js";

export const VERSION = 1;
export const LONGEST = 30_000;
const MOST = 500;
const MOST_VALUES = 5_000;

/** @returns {Kept} */
export const empty = () => ({ documents: [], gone: {} });

/** @returns {Filled} */
export const newDocument = (id, form, edition) => ({ id, form, edition, at: 0, values: {} });

export const freshId = () => `${Date.now().toString(36)}${Math.random().toString(36).slice(2, 8)}`;

const isText = (value, most = LONGEST) => typeof value === "string" && value.length <= most;
const isTime = (value) => Number.isSafeInteger(value) && value >= 0;
const isPlain = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
const isWorth = (value) => value === null || typeof value === "boolean" || isText(value)
  || (typeof value === "number" && Number.isFinite(value))
  || (Array.isArray(value) && value.length <= 50 && value.every((one) => isText(one, 200)));
const isValue = (value) => isPlain(value) && isTime(value.at) && isWorth(value.v) && [undefined, true].includes(value.auto);
const isFilled = (value) => isPlain(value) && /^[a-z0-9]{1,24}$/.test(value.id) && isText(value.form, 100)
  && isText(value.edition, 100) && isTime(value.at) && isPlain(value.values)
  && Object.keys(value.values).length <= MOST_VALUES
  && Object.entries(value.values).every(([key, one]) => key.length <= 300 && isValue(one));

/** What is wrong with what is stored or imported; empty when nothing is. @returns {string[]} */
export function check(kept) {
  if (!isPlain(kept)) return ["kept"];
  const tests = {
    documents: (value) => Array.isArray(value) && value.length <= MOST && value.every(isFilled)
      && new Set(value.map((one) => one.id)).size === value.length,
    gone: (value) => isPlain(value) && Object.keys(value).length <= MOST_VALUES && Object.values(value).every(isTime),
  };
  return Object.keys(tests).filter((name) => !tests[name](kept[name]));
}

/** What was checked, with the fields it should have and no others. @returns {Kept} */
export const clean = (kept) => ({
  documents: kept.documents.map(({ id, form, edition, at, values }) => ({
    id, form, edition, at,
    values: Object.fromEntries(Object.entries(values).map(([key, one]) => [key, { v: one.v, at: one.at, ...(one.auto && { auto: true }) }])),
  })),
  gone: { ...kept.gone },
});

/** When a document was last written to. @param {Filled} one */
export const lastWrite = (one) => Object.values(one.values).reduce((last, value) => Math.max(last, value.at), one.at);

const later = (a, b) => {
  if (!a || !b) return a ?? b;
  if (a.at !== b.at) return a.at > b.at ? a : b;
  return JSON.stringify(a) >= JSON.stringify(b) ? a : b;
};

/**
 * Two states as one: of each value the later. A document that was removed stays so unless it was written to
 * afterwards.
 * @param {Kept} mine @param {Kept} theirs @returns {Kept}
 */
export function merge(mine, theirs) {
  const gone = { ...theirs.gone };
  for (const [id, at] of Object.entries(mine.gone)) gone[id] = Math.max(at, gone[id] ?? 0);
  const others = new Map(theirs.documents.map((one) => [one.id, one]));
  const here = new Set(mine.documents.map((one) => one.id));
  const documents = mine.documents.map((one) => {
    const other = others.get(one.id);
    if (!other) return one;
    const values = { ...one.values };
    for (const [key, value] of Object.entries(other.values)) values[key] = later(values[key], value);
    return { ...one, at: Math.max(one.at, other.at), values };
  });
  documents.push(...theirs.documents.filter((one) => !here.has(one.id)));
  return { documents: documents.filter((one) => !(gone[one.id] >= lastWrite(one))), gone };
}

/** What stands at a key; "" for nothing. @param {Filled} one */
export const valueOf = (one, key) => one.values[key]?.v ?? "";

/** The ids of a table's rows in order. @param {Filled} one @returns {string[]} */
export function rowsOf(one, table) {
  return Object.entries(one.values)
    .filter(([key, value]) => typeof value.v === "number" && key.startsWith(`${table}/`) && !key.slice(table.length + 1).includes("/"))
    .sort(([a, x], [b, y]) => x.v - y.v || (a < b ? -1 : 1))
    .map(([key]) => key.slice(table.length + 1));
}

/** The key of a place in a row: `TABLE/COLUMN` and `r1` give `TABLE/r1/COLUMN`. */
export const inRow = (place, row) => place.replace("/", `/${row}/`);

/** What a document says at a place: one value of a field, or the filled ones of a column. @returns {string[]} */
export function said(one, place) {
  if (!place) return [];
  const [table, column] = place.split("/");
  const found = column ? rowsOf(one, table).map((row) => valueOf(one, inRow(place, row))) : [valueOf(one, place)];
  return found.flat().map(String).map((text) => text.trim()).filter(Boolean);
}

/** A day as it is written here: `2030-06-30` as `30 Juni 2030`. */
export function told(day, months) {
  const [year, month, date] = day.split("-").map(Number);
  return months[month - 1] && date ? `${date} ${months[month - 1]} ${year}` : day;
}

/** What a document is called in a list. @param {Page} page @param {Filled} one */
export function nameOf(page, one, words) {
  const { places } = page.visits?.[one.form] ?? page;
  if (page.halves && one.form === page.form) {
    const half = page.halves.find(({ id }) => id === valueOf(one, "@half"));
    const period = half && `${half.short} ${valueOf(one, "@year")}`.trim();
    return [period ?? words.report, ...said(one, places.district)].join(", ");
  }
  const [date] = said(one, places.date);
  const packages = [...new Set(said(one, places.package))];
  return [said(one, places.place)[0] ?? words.place, date ? told(date, words.months) : words.date,
    ...(packages.length ? [say(words.package, { n: packages.join(", ") })] : [])].join(", ");
}

/** What is rarely needed, loaded when someone first puts the focus in the tool, so that it is there offline. */
const keep = () => import("./keep.js");
const gather = () => import("./gather.js");
const send = () => import("./send.js");

export class FillTool {
  constructor(root) {
    this.root = root;
    this.app = root.querySelector("[data-app]");
    /** @type {Page} */
    this.page = data(root, "page");
    this.words = data(root, "words");
    this.sheet = document.querySelector(`.c-forms[data-form="${CSS.escape(this.page.form)}"]`);
    this.store = new Store("formulir", { version: VERSION, empty, check });
    this.place = new Store("tempat", { empty: {}, check: (value) => (isPlain(value) ? [] : ["value"]) });
    this.after = document.querySelector("[data-after]");
    this.tables = new Map();
    this.gathered = null;
  }

  $(name) { return this.app.querySelector(`[data-${name}]`); }

  start() {
    if (!this.sheet) return;
    this.kept = clean(this.store.read());
    this.build();
    this.app.hidden = false;
    this.after.querySelector("[data-tools]").hidden = false;
    this.sheet.classList.add("is-on");
    if (this.store.aside) this.notify(this.store.aside === "newer" ? this.words.asideNewer : this.words.aside);
    this.document = this.mine().at(-1) ?? this.fresh();
    for (const part of [this.app, this.sheet, this.after]) {
      part.addEventListener("input", (event) => this.typed(event.target));
      part.addEventListener("click", (event) => this.clicked(event.target.closest("[data-do]")));
      part.addEventListener("focusin", () => Promise.allSettled([keep(), send(), this.page.visits && gather()]), { once: true });
    }
    // Whoever writes may want the workbook where there is no signal.
    this.sheet.addEventListener("input", () => keep().then((module) => module.prepare(this)).catch(() => {}), { once: true });
    this.app.querySelector("[type=file]").addEventListener("change", (event) => this.aside("open", event.target));
    this.startRole();
    this.store.onchange((value) => this.heard(value));
    choice.onchange(() => this.showChoice());
    this.show();
  }

  /** Documents of this form. */
  mine() { return this.kept.documents.filter((one) => one.form === this.page.form); }

  fresh() { return newDocument(freshId(), this.page.form, this.page.edition); }

  /** A time after every other of the document, so that the last writing counts even when a clock is wrong. */
  now(one = this.document) { return Math.max(Date.now(), lastWrite(one) + 1); }

  notify(text) { this.$("notices").append(el("p", { class: "aside" }, text)); }

  // The sheet

  build() {
    for (const holder of this.sheet.querySelectorAll("[data-fill]")) {
      if (!holder.closest("table")) this.control(holder, holder.dataset.fill, this.labels(holder));
    }
    for (const table of this.sheet.querySelectorAll("table[data-table]")) {
      const body = table.tBodies[0];
      const guide = body.querySelector(".guide");
      for (const [index, help] of [...guide.querySelectorAll(".help")].entries()) help.id ||= `petunjuk-${table.dataset.table}-${index}`;
      this.tables.set(table.dataset.table, { body, guide, rows: new Map(), empties: [...body.querySelectorAll(".empty")] });
      table.closest(".scroll").after(el("p", { class: "do" },
        el("button", { type: "button", class: "button plain", "data-do": "addRow", "data-table-id": table.dataset.table }, this.words.addRow)));
    }
    const half = this.$("key=\"@half\"");
    for (const { id, label } of half ? this.page.halves : []) half.append(el("option", { value: id }, label));
  }

  /** The printed labels of a field, as ids for its control. */
  labels(holder) {
    const own = holder.closest(".one");
    const line = holder.closest(".line");
    const shared = line.querySelector(":scope > .lab");
    const label = own.querySelector(":scope > .lab");
    const hasLead = line.querySelector(".one > .lab")?.parentElement === line.querySelector(".one");
    const found = label ? [hasLead && shared, label] : [shared ?? holder.closest(".part").querySelector(".part-head .h")];
    const names = found.filter(Boolean);
    for (const [index, one] of names.entries()) one.id ||= `label-${holder.dataset.fill}-${index}`;
    return { "aria-labelledby": names.map((one) => one.id).join(" "), help: own.querySelector(":scope > .help") };
  }

  /** Put a control into the place where the paper is written on. */
  control(holder, key, { help, ...name }) {
    if (help) help.id ||= `petunjuk-${key}`;
    const described = help ? { "aria-describedby": help.id } : {};
    if (holder.matches(".boxes")) {
      for (const option of [...holder.querySelectorAll(".opt")]) {
        const box = el("input", { type: "checkbox", value: option.dataset.option, "data-key": key, "data-kind": holder.dataset.kind, ...described });
        option.replaceWith(el("label", { class: "opt" }, box, [...option.childNodes]));
      }
      return;
    }
    const kind = ["date", "number", "money"].find((one) => holder.classList.contains(one));
    const long = holder.matches(".ruled, .long_text");
    const made = long
      ? el("textarea", { rows: holder.matches(".ruled") ? 5 : 3, maxlength: LONGEST, dir: "auto", "data-key": key, ...name, ...described })
      : el("input", {
        type: kind === "date" ? "date" : "text", inputmode: kind && kind !== "date" && "numeric", maxlength: kind !== "date" && LONGEST,
        dir: kind !== "date" && "auto", autocomplete: "off", "data-key": key, ...name, ...described,
      });
    holder.querySelector(".vh")?.remove();
    holder.prepend(made, el("span", { class: "said", dir: "auto" }));
    if (this.page.halves && Object.values(this.page.places).includes(key)) holder.after(el("p", { class: "about", "data-source": key }));
  }

  /** A row of a table, made from the printed one that explains the columns. */
  row(table, id) {
    const { guide } = this.tables.get(table);
    const row = el("tr", { class: "entry" });
    for (const [index, cell] of [...guide.cells].entries()) {
      const copy = cell.cloneNode(true);
      for (const one of copy.querySelectorAll("[id]")) one.removeAttribute("id");
      for (const one of copy.querySelectorAll(".basis, .aside-note")) one.remove();
      const label = cell.querySelector(".cell-l").textContent;
      const help = cell.querySelector(".help");
      for (const holder of copy.querySelectorAll("[data-fill]")) {
        const part = holder.closest("li")?.querySelector(".lab").textContent;
        const full = part ? `${label}: ${part}` : label;
        const key = `${table}/${id}/${holder.dataset.fill}`;
        if (holder.matches(".boxes")) holder.dataset.label = full;
        this.control(holder, key, { "data-label": full, help });
        if ([this.page.places.indicator ?? this.page.places.package].includes(`${table}/${holder.dataset.fill}`)) {
          holder.after(el("div", { class: "about", "data-indicator": true }));
        }
      }
      if (index === 0) copy.prepend(el("p", { class: "row-h", "data-row-title": true }));
      if (index === guide.cells.length - 1) {
        copy.append(el("p", { class: "do" }, el("button", { type: "button", class: "button plain", "data-do": "removeRow", "data-table-id": table, "data-row-id": id })));
      }
      row.append(copy);
    }
    return row;
  }

  showTables() {
    for (const [table, { body, rows, empties }] of this.tables) {
      let ids = rowsOf(this.document, table);
      if (!ids.length) ids = [`${this.document.id}0`];
      for (const [id, row] of rows) {
        if (!ids.includes(id)) {
          row.remove();
          rows.delete(id);
        }
      }
      ids.forEach((id, index) => {
        if (!rows.has(id)) rows.set(id, this.row(table, id));
        const row = rows.get(id);
        const before = index === 0 ? this.tables.get(table).guide : rows.get(ids[index - 1]);
        if (before.nextElementSibling !== row) before.after(row);
        const n = index + 1;
        for (const one of row.querySelectorAll("[data-label]")) one.setAttribute("aria-label", say(this.words.row, { label: one.dataset.label, n }));
        row.querySelector("[data-row-title]").textContent = say(this.words.rowTitle, { n });
        row.querySelector("[data-do=removeRow]").textContent = say(this.words.removeRow, { n });
        row.querySelector("[data-do=removeRow]").dataset.n = n;
        this.showIndicator(row.querySelector("[data-indicator]"), `${table}/${id}`);
      });
      empties.forEach((row, index) => { row.hidden = index < ids.length; });
      if (body.lastElementChild !== empties.at(-1) && empties.length) body.append(...empties);
    }
  }

  /** Who collects the indicator of a row, how often, from what; as the menu prints it. */
  showIndicator(box, row) {
    if (!box || !this.page.activities) return;
    const key = valueOf(this.document, `${row}/@indicator`);
    const activity = this.page.activities.find(({ id }) => id === valueOf(this.document, `${row}/@activity`));
    const shown = (activity?.rows ?? []).filter((one) => !this.page.places.indicator || one.key === key);
    const lines = shown.map(({ name, about }) => el("p", {}, this.page.places.indicator ? about : `${name}. ${about}`));
    if (activity?.none) lines.push(el("p", {}, activity.none));
    box.replaceChildren(...lines);
  }

  // Values

  show() {
    this.showTables();
    this.showChoice();
    this.showValues();
    this.showList();
    this.gather();
  }

  showValues() {
    for (const control of [...this.sheet.querySelectorAll("[data-key]"), ...this.app.querySelectorAll("[data-key]")]) {
      const value = valueOf(this.document, control.dataset.key);
      if (control.type === "checkbox") {
        if (control.dataset.key.startsWith("@")) continue;
        control.checked = [value].flat().includes(control.value);
        control.nextElementSibling.textContent = control.checked ? "×" : "";
      } else {
        if (control !== document.activeElement && control.value !== value) control.value = value;
        if (control.nextElementSibling?.matches(".said")) {
          control.nextElementSibling.textContent = control.type === "date" && value ? told(value, this.words.months) : value;
          control.parentElement.classList.toggle("has", value !== "");
        }
      }
    }
    if (Object.keys(this.document.values).length || this.after.querySelector("[data-left]:not([hidden])")) send().then((module) => module.showLeft(this), () => {});
  }

  showList() {
    this.$("list").replaceChildren(...this.mine().map((one) => {
      const here = one.id === this.document.id;
      const name = nameOf(this.page, one, this.words);
      return el("li", { "aria-current": here && "true" }, el("bdi", {}, name), here
        ? el("span", { class: "src" }, this.words.opened)
        : el("button", { type: "button", class: "button plain", "data-do": "open", "data-id": one.id },
          this.words.open, el("span", { class: "vh" }, ` ${name}`)));
    }));
    if (!this.mine().length) this.$("list").append(el("li", {}, this.words.empty));
    const held = this.kept.documents.some((one) => one.id === this.document.id);
    this.app.querySelector('[data-do="remove"]').hidden = !held;
    this.app.querySelector('[data-do="copy"]').hidden = !held;
    const { state } = this.store;
    const line = this.after.querySelector("[data-saved]");
    line.textContent = this.words[state] ?? "";
    line.classList.toggle("wrong", state === "full" || state === "blocked");
  }

  /** Set a value by hand; the row it stands in, and the document, are there from now on. */
  set(key, v) {
    const at = this.now();
    const [table, row, column] = key.split("/");
    if (column && typeof this.document.values[`${table}/${row}`]?.v !== "number") {
      this.document.values[`${table}/${row}`] = { v: rowsOf(this.document, table).length + 1, at };
    }
    this.document.values[key] = { v, at };
    this.hold();
  }

  hold() {
    if (!this.kept.documents.some((one) => one.id === this.document.id)) this.kept.documents.push(this.document);
  }

  typed(target) {
    const { key, kind } = target.dataset;
    if (!key) return;
    if (target.type === "checkbox" && key.startsWith("@")) {
      this.set(key, target.checked);
    } else if (target.type === "checkbox") {
      const boxes = [...target.closest(".boxes").querySelectorAll("input")];
      if (kind === "choice") {
        for (const one of boxes) one.checked = one === target && target.checked;
        this.set(key, target.checked ? target.value : "");
      } else {
        this.set(key, boxes.filter((one) => one.checked).map((one) => one.value));
      }
    } else {
      this.set(key, target.value.slice(0, LONGEST));
    }
    this.save();
    if (key.startsWith("@")) this.gather();
    else this.showSources();
    this.showValues();
    this.showList();
  }

  /** Store what stands here together with what another tab stored meanwhile. */
  save() {
    const before = this.store.state;
    const state = this.store.update((stored) => merge(this.kept, clean(stored)));
    this.adopt(this.store.read());
    if (state !== "saved" && state !== before) announce(this.root, this.words[state]);
  }

  adopt(kept) {
    this.kept = structuredClone(kept);
    this.document = this.kept.documents.find((one) => one.id === this.document.id) ?? this.document;
  }

  /** Another tab wrote or erased. */
  heard(value) {
    const held = this.kept.documents.some((one) => one.id === this.document.id);
    if (value === null) this.kept = empty();
    else this.adopt(merge(this.kept, clean(value)));
    if (held && !this.kept.documents.some((one) => one.id === this.document.id)) this.document = this.mine().at(-1) ?? this.fresh();
    this.show();
  }

  clicked(button) {
    if (!button) return;
    const { do: action, id } = button.dataset;
    if (action === "add") this.open(this.fresh());
    else if (action === "open") this.open(this.kept.documents.find((one) => one.id === id));
    else if (action === "print") globalThis.print();
    else if (action === "again") this.again(button.dataset.place);
    else this.aside(action, button);
  }

  /** Do what another module does; say so when it cannot be loaded. */
  aside(action, control) {
    keep().then((module) => module[action](this, control), () => announce(this.root, this.words.noWorkbook));
  }

  open(one, focus = true) {
    this.document = one;
    this.show();
    if (focus) this.focus();
  }

  focus() {
    const first = this.sheet.querySelector("[data-key]");
    first.focus();
    first.scrollIntoView({ block: "center" });
  }

  // Activities of the menu

  showChoice() {
    const select = this.$("activity");
    if (!select) return;
    const mine = new Set(choice.read());
    const groups = [[this.words.chosen, this.page.activities.filter(({ id }) => mine.has(id))],
      [say(this.words.menu, { edition: this.page.edition }), this.page.activities.filter(({ id }) => !mine.has(id))]];
    const { value } = select;
    select.replaceChildren(select.firstElementChild, ...groups.filter(([, list]) => list.length).map(([label, list]) =>
      el("optgroup", { label }, list.map(({ id, name }) => el("option", { value: id }, name)))));
    select.value = value;
  }

  // What a report gathers from visits

  async gather() {
    if (!this.page.visits) return;
    const visits = this.kept.documents.filter((one) => this.page.visits[one.form]);
    if (!visits.length) {
      this.gathered = null;
      this.$("visits").replaceChildren(el("li", {}, this.words.noVisits));
      this.$("gathered").textContent = "";
      return;
    }
    const module = await gather().catch(() => null);
    if (!module) return;
    module.show(this);
    this.showValues();
    this.showSources();
    this.showList();
  }

  showSources() {
    if (this.gathered) gather().then((module) => module.sources(this));
  }

  again(place) {
    gather().then((module) => module.again(this, place));
  }

  // Where it goes, and by when

  startRole() {
    const select = this.after.querySelector("[data-role]");
    if (!select) return;
    const roles = [...select.options].map((option) => option.value);
    const apply = (role) => {
      select.value = roles.includes(role) ? role : "";
      for (const row of this.after.querySelectorAll("[data-for]")) row.hidden = select.value !== "" && row.dataset.for !== select.value;
    };
    this.after.querySelector("[data-role-choice]").hidden = false;
    select.addEventListener("change", () => {
      this.place.update((value) => ({ ...value, role: select.value }));
      apply(select.value);
    });
    this.place.onchange((value) => apply(value?.role ?? ""));
    apply(this.place.read().role ?? "");
  }
}

if (globalThis.document) mount("fill", (root) => new FillTool(root).start());
