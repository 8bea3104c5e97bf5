/**
 * A report gathered from visits: which are in, what they say. Numbers are added up only where they count, from
 * the last entry of every place, since the form asks for what was reached so far; nothing is averaged.
 * @import {Filled, Page, Value} from "./types.js"
 */

import { announce, el, say } from "../kit/kit.js";
import { inRow, LONGEST, nameOf, rowsOf, said, told, valueOf } from "./fill.js";

const folded = (text) => text.toLowerCase().replace(/\s+/g, " ").trim();
const quarterOf = (month) => Math.floor((month - 1) / 3);

/**
 * The quarters that a visit is about, as the boxes ticked in its form say, else its date. A quarter that ends
 * the year before is meant when it lies after the visit.
 * @param {Page} page @param {Filled} visit
 * @returns {{by: "byQuarter"|"byDate"|"noTime", times: {quarter: number, year: number}[]}} quarters from 0
 */
export function timesOf(page, visit) {
  const { places, quarters, years } = page.visits[visit.form];
  const date = /^(\d{4})-(\d{2})-\d{2}$/.exec(said(visit, places.date)[0] ?? "");
  const [year, month] = date ? [Number(date[1]), Number(date[2])] : [null, null];
  const ticked = said(visit, places.quarter).map((id) => quarters.indexOf(id)).filter((index) => index >= 0);
  const ticks = said(visit, places.year).map((id) => years[id]).filter(Boolean);
  if (ticked.length && (ticks.length || date)) {
    const times = ticked.flatMap((quarter) => (ticks.length ? ticks
      : [quarter > quarterOf(month) ? year - 1 : year]).map((one) => ({ quarter, year: one })));
    return { by: "byQuarter", times };
  }
  return date ? { by: "byDate", times: [{ quarter: quarterOf(month), year }] } : { by: "noTime", times: [] };
}

/**
 * Every visit, and whether it is in: by its time, unless the report says otherwise.
 * @param {Page} page @param {Filled} report @param {Filled[]} visits
 */
export function choose(page, report, visits) {
  const half = page.halves.find(({ id }) => id === valueOf(report, "@half"));
  const year = Number(valueOf(report, "@year"));
  const wanted = half && [half.from, half.to].map(quarterOf);
  return visits.map((visit) => {
    const { by, times } = timesOf(page, visit);
    const fits = Boolean(half) && times.some((time) => time.year === year && time.quarter >= wanted[0] && time.quarter <= wanted[1]);
    const own = report.values[`@in/${visit.id}`]?.v;
    return { visit, by, fits, isIn: Boolean(half) && (typeof own === "boolean" ? own : fits) };
  });
}

/** The half year to begin with: that of the latest visit with a time. */
export function latestHalf(page, visits) {
  const times = visits.flatMap((visit) => timesOf(page, visit).times).sort((a, b) => b.year - a.year || b.quarter - a.quarter);
  const half = times.length && page.halves.find(({ from, to }) => quarterOf(from) <= times[0].quarter && times[0].quarter <= quarterOf(to));
  return half ? { half: half.id, year: String(times[0].year) } : null;
}

/** A whole number with at most one word behind it, `1.250 orang`; `null` for anything else. */
export function amount(text) {
  const found = /^(\d{1,3}(?:\.\d{3})+|\d+)(?:\s+(\p{L}+))?$/u.exec(text.trim());
  return found ? { n: Number(found[1].replaceAll(".", "")), unit: folded(found[2] ?? "") } : null;
}

/**
 * What entries of one indicator add up to: the last of every place. `null` where anything makes that unsure: no
 * place, something other than a number, other units, two numbers of one visit, two visits of one day.
 * @param {{place: string, date: string, visit: string, text: string}[]} entries
 * @returns {{sum: number, places: number, unit: string}|null}
 */
export function total(entries) {
  const last = new Map();
  const units = new Set();
  for (const { place, date, visit, text } of entries) {
    const found = amount(text);
    if (!found || !place || !date) return null;
    units.add(found.unit);
    const before = last.get(folded(place));
    if (before && before.date === date && (before.visit !== visit || before.n !== found.n)) return null;
    if (!before || date > before.date) last.set(folded(place), { date, visit, n: found.n });
  }
  if (!last.size || units.size > 1) return null;
  const sum = [...last.values()].reduce((all, { n }) => all + n, 0);
  return Number.isSafeInteger(sum) ? { sum, places: last.size, unit: [...units][0] } : null;
}

const byDate = (page) => (a, b) => {
  const [one, two] = [a, b].map((visit) => said(visit, page.visits[visit.form].places.date)[0] ?? "");
  return one < two ? -1 : one > two ? 1 : 0;
};

/** What a visit says, row by row, by what it is (`challenge`, `achieved`, …). */
function read(page, visit, words) {
  const { places, labels, sexes } = page.visits[visit.form];
  const date = said(visit, places.date)[0] ?? "";
  const place = said(visit, places.place)[0] ?? "";
  const [table] = places.package.split("/");
  const rows = rowsOf(visit, table).map((row) => {
    const found = { indicatorKey: valueOf(visit, `${table}/${row}/@indicator`) };
    for (const [part, where] of Object.entries(places)) {
      if (where.includes("/")) found[part] = String(valueOf(visit, inRow(where, row))).trim();
    }
    return found;
  });
  const line = (text) => say(words.line, { place: place || words.place, date: date ? told(date, words.months) : words.date, text: text.replace(/\s*\n\s*/g, " ") });
  return { id: visit.id, date, place, rows, line, labels, sexes, advice: said(visit, places.recommendation).join("\n") };
}

const grouped = (list, key) => {
  const found = new Map();
  for (const one of list) found.set(key(one), [...(found.get(key(one)) ?? []), one]);
  return found;
};

/** The progress of one package: its indicators with their sums, then what was seen and what stands in the way. */
function packageText(page, entries, words) {
  const lines = [];
  const measured = entries.filter(({ row }) => row.indicator || row.achieved);
  for (const [key, list] of grouped(measured, ({ row }) => row.indicatorKey || folded(row.indicator ?? ""))) {
    const known = page.indicators[key];
    const name = known?.name ?? list[0].row.indicator;
    const reached = list.filter(({ row }) => row.achieved);
    const added = known?.count && reached.length
      ? total(reached.map(({ visit, row }) => ({ place: visit.place, date: visit.date, visit: visit.id, text: row.achieved }))) : null;
    if (added) {
      const sum = `${added.sum.toLocaleString("id-ID")}${added.unit && ` ${added.unit}`}`;
      lines.push(say(added.places > 1 ? words.total : words.totalOne, { name, sum, n: added.places }));
    } else if (name) {
      const word = { 0: words.unfilled, 1: words.listed }[reached.length] ?? (known ? words.share : words.listed);
      lines.push(say(word, { name }));
    }
    lines.push(...reached.map(({ visit, row }) => visit.line(row.achieved)));
  }
  for (const part of ["observed", "challenge"]) {
    const told = entries.filter(({ row }) => row[part]);
    if (!told.length) continue;
    lines.push(`${told[0].visit.labels[part]}:`);
    for (const { visit, row } of told) {
      lines.push(visit.line(row[part]));
      if (part !== "challenge") continue;
      for (const more of ["follow_up", "responsible"]) if (row[more]) lines.push(`  ${visit.labels[more]}: ${row[more].replace(/\s*\n\s*/g, " ")}`);
    }
  }
  return lines;
}

/** Posts and units that were asked, without names, how many by sex, and who is to follow up. */
function peopleText(visits, words) {
  const lines = [];
  const all = visits.flatMap((visit) => visit.rows.map((row) => ({ visit, row })));
  const named = new Map(all.filter(({ row }) => row.person).map((one) => [folded(`${one.row.person}|${one.row.unit ?? ""}`), one]));
  if (named.size) {
    const bySex = grouped([...named.values()].filter(({ row }) => row.sex), ({ visit, row }) => visit.sexes[row.sex] ?? row.sex);
    const sexes = [...bySex].sort(([a], [b]) => (a < b ? -1 : 1)).map(([label, list]) => say(words.sex, { n: list.length, label })).join(", ");
    const label = named.values().next().value.visit.labels.person;
    lines.push(say(words.people, { label, n: named.size, sexes }).replace(" ()", ""));
  }
  const list = (text) => { if (!lines.includes(text)) lines.push(text); };
  for (const { visit, row } of all) {
    const who = [row.post, row.unit].filter(Boolean).join(", ");
    if (who) list(visit.line(who));
  }
  const charged = all.filter(({ row }) => row.responsible);
  if (charged.length) lines.push(`${charged[0].visit.labels.responsible}:`);
  for (const { visit, row } of charged) list(visit.line(row.responsible));
  return lines;
}

const cut = (lines, words) => {
  const text = lines.join("\n").trim();
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST - words.cut.length - 1).replace(/\n[^\n]*$/, "")}\n${words.cut}`;
};

/**
 * What the visits that are in say for each field of the report.
 * @param {Page} page @param {Filled} report @param {Filled[]} visits those that are in
 * @param {{district?: string}} here
 * @returns {Object<string, string|string[]>} by key; without what nothing is said of
 */
export function gathered(page, report, visits, words, here = {}) {
  const half = page.halves.find(({ id }) => id === valueOf(report, "@half"));
  if (!half) return {};
  const told = [...visits].sort(byDate(page)).map((visit) => read(page, visit, words));
  const entries = told.flatMap((visit) => visit.rows.map((row) => ({ visit, row })));
  const packages = [...grouped(entries, ({ row }) => row.package ?? "")].sort(([a], [b]) => a.localeCompare(b, "id", { numeric: true }));
  const progress = packages.flatMap(([number, list]) => {
    const lines = packageText(page, list, words);
    return lines.length ? [...(number ? [say(words.package, { n: number })] : []), ...lines, ""] : [];
  });
  const spots = [...new Map(told.filter(({ place }) => place).map(({ place }) => [folded(place), place])).values()];
  const year = Object.keys(page.years).find((id) => page.years[id] === Number(valueOf(report, "@year")));
  const found = {
    quarter: half.quarters,
    year: year ? [year] : [],
    district: here.district ?? "",
    subdistrict: spots.join(", "),
    progress: cut(progress, words),
    stakeholders: cut(peopleText(told, words), words),
    lessons: cut(told.filter(({ advice }) => advice).map(({ line, advice }) => line(advice)), words),
  };
  return Object.fromEntries(Object.entries(found).filter(([part]) => page.places[part]).map(([part, v]) => [page.places[part], v]));
}

const same = (a, b) => JSON.stringify(a) === JSON.stringify(b);

/**
 * Put what was gathered into a report, wherever nobody wrote by hand. Whether anything changed.
 * @param {Filled} report @param {Object<string, string|string[]>} found @param {number} at
 */
export function apply(report, found, at) {
  let changed = false;
  for (const [key, v] of Object.entries(found)) {
    const held = report.values[key];
    if (held ? !held.auto || same(held.v, v) : !v.length) continue;
    report.values[key] = { v, at, auto: true };
    changed = true;
  }
  return changed;
}

// On the page

/** Choose the half year, list the visits, and fill in what they say. */
export function show(tool) {
  const { page, words, document: report } = tool;
  const visits = tool.kept.documents.filter((one) => page.visits[one.form]);
  const start = report.values["@half"] ? null : latestHalf(page, visits);
  if (start) {
    report.values["@half"] = { v: start.half, at: report.at };
    report.values["@year"] = { v: start.year, at: report.at };
  }
  const list = choose(page, report, [...visits].sort(byDate(page)));
  const isIn = list.filter((one) => one.isIn);
  const { district } = tool.place.read();
  const found = gathered(page, report, isIn.map(({ visit }) => visit), words, { district: page.districts[district] ?? district });
  tool.gathered = { found, count: isIn.length };
  if (apply(report, found, tool.now()) && tool.kept.documents.includes(report)) tool.save();
  showVisits(tool, list);
  const year = valueOf(report, "@year");
  const odd = /^\d{4}$/.test(year) && !Object.values(page.years).includes(Number(year)) ? ` ${say(words.noYear, { year })}` : "";
  const text = `${say(words.gathered, { n: isIn.length })}${odd}`;
  if (tool.$("gathered").textContent !== text) {
    tool.$("gathered").textContent = text;
    announce(tool.root, text);
  }
}

function showVisits(tool, list) {
  const { page, words } = tool;
  const box = tool.$("visits");
  const shown = list.map(({ visit }) => visit.id).join(" ");
  if (box.dataset.shown !== shown) {
    box.dataset.shown = shown;
    box.replaceChildren(...list.map(({ visit }) => el("li", {}, el("label", { class: "opt" },
      el("input", { type: "checkbox", "data-key": `@in/${visit.id}` }), el("bdi", {})), el("span", { class: "src" }))));
  }
  list.forEach(({ visit, by, fits, isIn }, index) => {
    const row = box.children[index];
    row.querySelector("input").checked = isIn;
    row.querySelector("bdi").textContent = `${page.visits[visit.form].label}: ${nameOf(page, visit, words)}`;
    row.querySelector(".src").textContent = by !== "noTime" && !fits ? words.otherHalf : words[by];
  });
}

/** Say under every gathered field where it comes from, or that it was changed and how to undo that. */
export function sources(tool) {
  const { words, gathered: { found, count }, document: report } = tool;
  for (const box of tool.sheet.querySelectorAll("[data-source]")) {
    const key = box.dataset.source;
    const held = report.values[key];
    const offered = found[key];
    let content = [];
    if (held?.auto && held.v.length) {
      content = [key === tool.page.places.district ? words.fromPlace : say(words.from, { n: count })];
    } else if (held && offered?.length && !same(held.v, offered)) {
      const control = tool.sheet.querySelector(`[data-key="${CSS.escape(key)}"]`);
      const label = control.getAttribute("aria-labelledby").split(" ").map((id) => document.getElementById(id).textContent).join(" ");
      content = [words.changed, " ", el("button", { type: "button", class: "button plain", "data-do": "again", "data-place": key, "aria-label": say(words.againOf, { label }) }, words.again)];
    }
    const text = content.map((one) => one.textContent ?? one).join("");
    if (box.textContent !== text) box.replaceChildren(...content);
  }
}

/** Take what the visits say again, in place of what was written by hand. */
export function again(tool, key) {
  tool.document.values[key] = { v: tool.gathered.found[key], at: tool.now(), auto: true };
  tool.hold();
  tool.save();
  tool.showValues();
  sources(tool);
  tool.sheet.querySelector(`[data-key="${CSS.escape(key)}"]`).focus();
}
