/**
 * The menu's filter. The page is complete without it: every row is there, the form is hidden.
 *
 * Groups combine with "and", choices within a group with "or". What is chosen stands in the address, so
 * that a filtered menu can be sent to a colleague. Nothing here knows the programme: labels, values and
 * counts are read from the page.
 */

import "../choice/choice.js";

const MODULE = "menu-filter";
const GROUPS = { unit: "unit", golongan: "role", capaian: "outcome" };

class MenuFilter {
  /** @param {HTMLElement} root */
  constructor(root) {
    this.root = root;
    this.form = root.querySelector("[data-filter]");
    this.count = root.querySelector("[data-count]");
    this.empty = root.querySelector("[data-empty]");
    this.rows = Array.from(root.querySelectorAll("[data-row]"), (row) => ({
      element: row,
      unit: words(row.dataset.unit),
      role: words(row.dataset.role),
      outcome: words(row.dataset.outcome),
      month: row.dataset.month,
      text: plain(`${row.textContent} ${row.dataset.also ?? ""}`),
      package: row.closest("[data-package]"),
    }));
    for (const row of this.rows) {
      row.text += ` ${plain(row.package.querySelector("h2").textContent)}`;
    }
  }

  start() {
    this.read();
    this.form.hidden = false;
    this.root.classList.add("is-on");
    const fold = this.form.querySelector("[data-fold]");
    const wide = matchMedia("(min-width: 1000px)");
    const unfold = () => { fold.open = wide.matches || (fold.open && this.active()); };
    unfold();
    wide.addEventListener("change", unfold);
    fold.querySelector("summary").addEventListener("click", (event) => {
      if (wide.matches) event.preventDefault();
    });
    this.form.addEventListener("input", () => this.change());
    this.form.addEventListener("submit", (event) => event.preventDefault());
    for (const button of this.root.querySelectorAll("[data-reset]")) {
      button.addEventListener("click", () => this.reset());
    }
    addEventListener("popstate", () => { this.read(); this.show(); });
    this.show();
  }

  /** What is chosen: one set per group, a month, and the words that all must occur. */
  chosen() {
    const data = new FormData(this.form);
    return {
      unit: data.getAll("unit"),
      golongan: data.getAll("golongan"),
      capaian: data.getAll("capaian"),
      bulan: data.get("bulan") || "",
      cari: plain(String(data.get("cari") || "")).split(" ").filter(Boolean),
    };
  }

  active() {
    const { unit, golongan, capaian, bulan, cari } = this.chosen();
    return unit.length + golongan.length + capaian.length + cari.length > 0 || bulan !== "";
  }

  /** Whether a row fits all groups but one (left out to count what each of its choices would give). */
  fits(row, chosen, except) {
    for (const [name, key] of Object.entries(GROUPS)) {
      if (name !== except && chosen[name].length && !chosen[name].some((value) => row[key].includes(value))) {
        return false;
      }
    }
    if (chosen.bulan && (!row.month || row.month > chosen.bulan)) return false;
    return chosen.cari.every((word) => row.text.includes(word));
  }

  show() {
    const chosen = this.chosen();
    const shown = this.rows.filter((row) => this.fits(row, chosen));
    const kept = new Set(shown);
    const packages = new Set(shown.map((row) => row.package));
    for (const row of this.rows) row.element.hidden = !kept.has(row);
    for (const row of this.rows) row.package.hidden = !packages.has(row.package);
    for (const link of this.root.querySelectorAll(".ruler a")) {
      link.parentElement.hidden = document.getElementById(link.hash.slice(1))?.hidden ?? false;
    }
    for (const input of this.form.querySelectorAll("input[type=checkbox]")) {
      const key = GROUPS[input.name];
      const label = input.closest("label");
      const found = this.rows.filter(
        (row) => row[key].includes(input.value) && this.fits(row, chosen, input.name),
      ).length;
      label.querySelector("[data-n]").textContent = String(found);
      label.classList.toggle("nil", found === 0);
    }
    this.count.textContent = (this.active() ? this.form.dataset.shown : this.form.dataset.all)
      .replace("{shown}", String(shown.length));
    this.empty.hidden = shown.length > 0;
    this.form.querySelector("[data-reset]").hidden = !this.active();
  }

  change() {
    this.show();
    const query = new URLSearchParams();
    for (const [name, value] of new FormData(this.form)) {
      if (String(value).trim()) query.append(name, String(value));
    }
    const search = query.toString();
    history.replaceState(null, "", `${location.pathname}${search ? `?${search}` : ""}${location.hash}`);
  }

  reset() {
    this.form.reset();
    for (const input of this.form.querySelectorAll("input[type=checkbox]")) input.checked = false;
    for (const input of this.form.querySelectorAll("input[type=search], select")) input.value = "";
    this.change();
    this.form.querySelector("[data-fold] summary").focus();
  }

  /** Take the choices from the address; unknown values choose nothing. */
  read() {
    const query = new URLSearchParams(location.search);
    for (const input of this.form.querySelectorAll("input[type=checkbox]")) {
      input.checked = query.getAll(input.name).includes(input.value);
    }
    for (const field of this.form.querySelectorAll("input[type=search], select")) {
      field.value = query.get(field.name) ?? "";
      if (field.selectedIndex === -1) field.value = "";
    }
  }
}

const words = (text) => (text ?? "").split(" ").filter(Boolean);
const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/\s+/g, " ").trim();

for (const root of document.querySelectorAll(`[data-module="${MODULE}"]`)) {
  if (root.dataset.ready === undefined && root.querySelector("[data-filter]")) {
    root.dataset.ready = "";
    new MenuFilter(root).start();
  }
}
