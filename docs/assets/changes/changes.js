/**
 * The change log's filter, and "what changed for us". The page is complete without it: every entry is
 * there, the form is hidden.
 *
 * Filters stand in the address. The activities that a district chose stand in the address and in this
 * device's storage; nothing is sent. A link with a choice shows that choice and stores it only when the
 * reader changes it.
 */

import "../site/site.js";

const MODULE = "changes";
const KEY = `${globalThis.document?.documentElement?.dataset?.store}:pilihan`;
const FILTERS = { paket: "package", unit: "unit", jenis: "kind" };

const words = (text) => (text ?? "").split(" ").filter(Boolean);

/** The stored choice; an empty one where storage is blocked or holds something else. */
const stored = () => {
  try {
    const found = JSON.parse(localStorage.getItem(KEY) ?? "[]");
    return Array.isArray(found) ? found.filter((id) => typeof id === "string") : [];
  } catch {
    return [];
  }
};

const store = (ids) => {
  try {
    localStorage.setItem(KEY, JSON.stringify(ids));
  } catch {
    // Storage is full or blocked: the choice still stands in the address.
  }
};

class ChangeFilter {
  /** @param {HTMLElement} root */
  constructor(root) {
    this.root = root;
    this.form = root.querySelector("[data-filter]");
    this.count = root.querySelector("[data-count]");
    this.empty = root.querySelector("[data-empty]");
    this.boxes = [...this.form.querySelectorAll("input[name=pilih]")];
    this.partners = root.querySelector("[data-partners-box]");
    this.entries = Array.from(root.querySelectorAll("[data-entry]"), (element) => ({
      element,
      holders: ["[data-group]", "[data-cluster]"].map((selector) => element.closest(selector)),
      package: words(element.dataset.package),
      unit: words(element.dataset.unit),
      kind: words(element.dataset.kind),
      activity: words(element.dataset.activity),
    }));
  }

  start() {
    this.read();
    const target = location.hash && document.getElementById(location.hash.slice(1));
    const fold = target && target.closest(".fold");
    if (fold) {
      fold.open = true;
      target.scrollIntoView();
    }
    this.form.hidden = false;
    this.form.addEventListener("input", (event) => this.change(event.target.name === "pilih"));
    this.form.addEventListener("submit", (event) => event.preventDefault());
    for (const button of this.root.querySelectorAll("[data-reset]")) {
      button.addEventListener("click", () => this.reset());
    }
    this.form.querySelector("[data-clear]").addEventListener("click", () => this.choose([]));
    addEventListener("popstate", () => { this.read(); this.show(); });
    addEventListener("storage", (event) => {
      if (event.key === KEY) { this.tick(stored()); this.write(); this.show(); }
    });
    this.show();
  }

  /** Ids that are chosen and known on this page, in the page's order. */
  chosen() {
    return this.boxes.filter((box) => box.checked).map((box) => box.value);
  }

  tick(ids) {
    for (const box of this.boxes) box.checked = ids.includes(box.value);
  }

  choose(ids) {
    this.tick(ids);
    this.change(true);
    this.form.querySelector(".ours summary").focus();
  }

  fits(entry, chosen) {
    for (const [name, key] of Object.entries(FILTERS)) {
      const value = this.form.elements[name].value;
      if (value && !entry[key].includes(value)) return false;
    }
    // An entry without activities concerns the whole menu, and so everyone.
    return !chosen.length || !entry.activity.length || entry.activity.some((id) => chosen.includes(id));
  }

  active() {
    return this.chosen().length > 0 || Object.keys(FILTERS).some((name) => this.form.elements[name].value);
  }

  show() {
    const chosen = this.chosen();
    const shown = new Set(this.entries.filter((entry) => this.fits(entry, chosen)));
    const kept = new Set([...shown].flatMap((entry) => entry.holders));
    for (const entry of this.entries) {
      entry.element.hidden = !shown.has(entry);
      for (const holder of entry.holders) holder.hidden = !kept.has(holder);
    }
    for (const fold of this.root.querySelectorAll(".fold")) fold.open ||= this.active();
    this.count.textContent = (this.active() ? this.form.dataset.shown : this.form.dataset.all)
      .replace("{shown}", String(shown.size));
    this.empty.hidden = shown.size > 0;
    this.form.querySelector("[data-chosen]").textContent = chosen.length ? `(${chosen.length})` : "";
    this.showPartners(chosen);
  }

  /** The companions that differ between the two editions, of the chosen activities alone. */
  showPartners(chosen) {
    for (const line of this.partners.querySelectorAll("[data-of]")) line.hidden = !chosen.includes(line.dataset.of);
    for (const box of this.partners.querySelectorAll("[data-lines]")) box.hidden = !box.querySelector("[data-of]:not([hidden])");
    this.partners.hidden = chosen.length === 0;
    this.partners.querySelector("[data-same]").hidden = !this.partners.querySelector("[data-lines]").hidden;
  }

  change(choice) {
    if (choice) store(this.merged());
    this.write();
    this.show();
  }

  /** The choice to store: what this page cannot show (ids of other editions) is kept. */
  merged() {
    const here = this.boxes.map((box) => box.value);
    return [...stored().filter((id) => !here.includes(id)), ...this.chosen()];
  }

  write() {
    const query = new URLSearchParams();
    for (const name of Object.keys(FILTERS)) {
      if (this.form.elements[name].value) query.set(name, this.form.elements[name].value);
    }
    const chosen = this.chosen();
    if (chosen.length) query.set("pilih", chosen.join(","));
    const search = query.toString().replaceAll("%2C", ",");
    history.replaceState(null, "", `${location.pathname}${search ? `?${search}` : ""}${location.hash}`);
  }

  reset() {
    for (const name of Object.keys(FILTERS)) this.form.elements[name].value = "";
    this.tick([]);
    this.change(false);
    this.form.elements.paket.focus();
  }

  /** Take filters and choice from the address, the choice else from storage; unknown values choose nothing. */
  read() {
    const query = new URLSearchParams(location.search);
    for (const name of Object.keys(FILTERS)) {
      const field = this.form.elements[name];
      field.value = query.get(name) ?? "";
      if (field.selectedIndex === -1) field.value = "";
    }
    this.tick(query.has("pilih") ? query.get("pilih").split(",") : stored());
    if (this.chosen().length) this.form.querySelector(".ours").open = true;
  }
}

for (const root of document.querySelectorAll(`[data-module="${MODULE}"]`)) {
  if (root.dataset.ready === undefined && root.querySelector("[data-filter]")) {
    root.dataset.ready = "";
    new ChangeFilter(root).start();
  }
}
