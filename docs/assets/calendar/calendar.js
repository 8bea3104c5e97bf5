/**
 * The calendar: one fiscal year and one role at a time, and how much time is left. The page is complete
 * without it: every year and every row is there, and every date is printed.
 *
 * Year and role stand in the address, so that a calendar can be sent to a colleague; the role also on this
 * device. "Today" is the date in Jakarta, whatever the device's time zone. Every sentence is the page's.
 */

import { announce, data, mount, say, Store } from "../kit/kit.js";

const JAKARTA = 7 * 3_600_000; // WIB is UTC+7 all year
const DAY = 86_400_000;
/** Days up to which days are counted, then months; months up to which those are, then years. */
const DAYS = 60;
const MONTHS = 24;

/**
 * The date in Jakarta.
 * @param {Date} now
 * @returns {string} `2030-06-30`
 */
export const today = (now = new Date()) => new Date(now.getTime() + JAKARTA).toISOString().slice(0, 10);

const parts = (date) => date.split("-").map(Number);

/** Days from one date to another. */
export function days(from, to) {
  const [[y1, m1, d1], [y2, m2, d2]] = [parts(from), parts(to)];
  return Math.round((Date.UTC(y2, m2 - 1, d2) - Date.UTC(y1, m1 - 1, d1)) / DAY);
}

/** Months from the month of one date to the month of another; with `whole`, those that are complete. */
export function months(from, to, whole = false) {
  const [[y1, m1, d1], [y2, m2, d2]] = [parts(from), parts(to)];
  return (y2 - y1) * 12 + m2 - m1 - (whole && d2 < d1 ? 1 : 0);
}

const counted = (number, inMonths, inYears) =>
  number < MONTHS ? { code: inMonths, n: number } : { code: inYears, n: Math.floor(number / 12) };

/**
 * How much time is left, as the code of a sentence and a number.
 *
 * Where only months are printed, months are counted and never days.
 * @param {string} now `2030-06-30`
 * @param {{start: string, end: string, by: "day"|"month"}} event first and last day that may be meant
 * @returns {{code: string, n?: number}}
 */
export function left(now, { start, end, by }) {
  if (by === "month") {
    const [before, after] = [months(now, start), months(end, now)];
    if (before === 1) return { code: "nextMonth" };
    if (before > 1) return counted(before, "months", "years");
    if (after > 0) return counted(after, "pastMonths", "pastYears");
    return { code: months(start, end) ? "running" : "thisMonth" };
  }
  const [before, after] = [days(now, start), days(end, now)];
  if (before === 1) return { code: "tomorrow" };
  if (before > DAYS) return counted(months(now, start, true), "months", "years");
  if (before > 0) return { code: "days", n: before };
  if (after === 1) return { code: "yesterday" };
  if (after > DAYS) return counted(months(end, now, true), "pastMonths", "pastYears");
  if (after > 0) return { code: "pastDays", n: after };
  return { code: start === end ? "today" : "running" };
}

/**
 * What comes next: the first that has not begun, else of those under way the one that ends first.
 * @template {{start?: string, end?: string}} T
 * @param {string} now
 * @param {T[]} events those without dates are passed over
 * @returns {T|null}
 */
export function next(now, events) {
  const open = events.filter(({ end }) => end && end >= now);
  const coming = open.filter(({ start }) => start >= now);
  const first = (list, key) => list.reduce((best, one) => (best && best[key] <= one[key] ? best : one), null);
  return first(coming, "start") ?? first(open, "end");
}

/**
 * The year and role to show: what the address asks for, a row that it points at, what this device keeps, today.
 * @param {{query: URLSearchParams, hash: string, role?: string, years: string[], roles: string[], now: string}} given
 * @returns {{year: string, role: string}}
 */
export function chosen({ query, hash, role = "", years, roles, now }) {
  const wanted = [query.get("tahun"), /^#(?:tahun-)?(\d{4})(?:-|$)/.exec(hash)?.[1], now.slice(0, 4)];
  const asked = query.get("peran") ?? role;
  return {
    year: wanted.find((year) => years.includes(year)) ?? years[0],
    role: roles.includes(asked) ? asked : "",
  };
}

/** What is wrong with the place and role kept on this device; what other tools keep in it is theirs. */
export const check = (value) =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? [] : ["value"];

/** The date as the page writes it. */
const told = (date, names) => {
  const [year, month, day] = parts(date);
  return `${day}\u00a0${names[month - 1]}\u00a0${year}`;
};

class YearCalendar {
  /** @param {HTMLElement} root */
  constructor(root) {
    this.root = root;
    this.words = data(root, "words");
    this.form = root.querySelector("[data-choose]");
    this.store = new Store("tempat", { empty: {}, check });
    this.now = today();
    this.years = [...this.form.elements.tahun.options].map((option) => option.value);
    this.roles = [...this.form.elements.peran.options].map((option) => option.value).filter(Boolean);
    this.folds = [...root.querySelectorAll("[data-year]")];
  }

  start() {
    this.form.hidden = false;
    this.count();
    this.read();
    this.form.addEventListener("submit", (event) => event.preventDefault());
    this.form.addEventListener("change", (event) => this.change(event.target.name === "peran"));
    addEventListener("popstate", () => this.read());
    addEventListener("hashchange", () => this.read());
    this.store.onchange((value) => {
      const role = value?.role ?? "";
      if (role === "" || this.roles.includes(role)) {
        this.form.elements.peran.value = role;
        this.change(false);
      }
    });
  }

  /** Say beside every printed date how much time is left. */
  count() {
    for (const row of this.root.querySelectorAll("[data-event][data-start]")) {
      const place = row.querySelector("[data-left]");
      place.textContent = this.time(row);
      place.hidden = false;
    }
    const counted = this.root.querySelector("[data-counted]");
    counted.textContent = say(this.words.counted, { today: told(this.now, this.words.months) });
    counted.hidden = false;
  }

  time({ dataset }) {
    const { code, n } = left(this.now, dataset);
    return say(this.words.left[code], { n });
  }

  read() {
    const { year, role } = chosen({
      query: new URLSearchParams(location.search),
      hash: location.hash,
      role: this.store.read().role,
      years: this.years,
      roles: this.roles,
      now: this.now,
    });
    this.form.elements.tahun.value = year;
    this.form.elements.peran.value = role;
    this.show();
    const target = location.hash && document.getElementById(location.hash.slice(1));
    if (target && this.root.contains(target)) {
      if (target.hidden) {
        this.form.elements.peran.value = ""; // the row pointed at is of another role
        this.show();
      }
      target.scrollIntoView();
    }
  }

  change(keep) {
    const role = this.form.elements.peran.value;
    if (keep) this.store.update((value) => ({ ...value, role }));
    const query = new URLSearchParams({ tahun: this.form.elements.tahun.value });
    if (role) query.set("peran", role);
    history.replaceState(null, "", `${location.pathname}?${query}`);
    this.show();
  }

  show() {
    const [year, role] = [this.form.elements.tahun.value, this.form.elements.peran.value];
    for (const fold of this.folds) {
      fold.hidden = fold.dataset.year !== year;
      if (!fold.hidden) fold.open = true;
    }
    for (const part of this.root.querySelectorAll("[data-for]")) {
      part.hidden = role !== "" && !part.dataset.for.split(" ").includes(role);
    }
    const fold = this.folds.find((one) => !one.hidden);
    for (const group of fold.querySelectorAll("[data-group]")) {
      group.hidden = !group.querySelector("[data-for]:not([hidden])");
    }
    const rows = [...fold.querySelectorAll("[data-event]:not([hidden])")];
    announce(this.root, `${say(this.words.shown, { n: rows.length })} ${this.ahead(rows)}`);
  }

  ahead(rows) {
    const events = rows.map((row) => ({ row, start: row.dataset.start, end: row.dataset.end }));
    const found = next(this.now, events);
    if (!found) return this.words.over;
    const { row } = found;
    const what = row.dataset.name ?? this.root.querySelector(`.picture a[href="#${row.id}"]`).textContent;
    return say(this.words.next, { what, left: this.time(row) });
  }
}

if (globalThis.document) mount("calendar", (root) => new YearCalendar(root).start());
