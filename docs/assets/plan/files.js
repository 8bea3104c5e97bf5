/**
 * A plan as files and back: the form's workbook, CSV, JSON. Loaded when a file is asked for.
 *
 * Which cells and columns hold what is the page's data (`info`); the layout is the workbook's own.
 *
 * @typedef {{key: string, table: string, column: string, label: string}} Column
 * @typedef {{menu: import("./plan.js").Menu, months: string[],
 *   district: {fields: Object<string, string>, heads: Object<string, string>, columns: Column[]},
 *   province: {fields: Object<string, string>, table: string, own: string, columns: Column[]}}} Info
 */

import { readFile } from "../kit/kit.js";
import { fillForm, readForm, TYPE } from "../kit/xlsx.js";
import { amount, AMOUNTS, DISTRICTS, empty, emptyRow, LONGEST, MONEY, MONTHS, priced, problems, ROWS, sums, TEXTS, total } from "./plan.js";

export { TYPE };

const HEADS = ["year", "province", "district"];
/** Largest file that is read, bytes. */
export const LIMIT = 5 * 1024 * 1024;

/** What an activity is called in a cell: its number and name, or what was typed. */
const called = (row, menu) => menu.activities.find(({ id }) => id === row.activity)?.label ?? row.name;

/** What of a row stands under a key, for a person to read. */
function shown(row, key, info) {
  if (key === "activity") return called(row, info.menu);
  if (key === "people") return row.women === null && row.men === null ? null : sums([row]).people;
  if (key === "total") return priced(row) ? total(row) : null;
  if (MONTHS.includes(key) && typeof row[key] === "number") return info.months[row[key] - 1];
  return row[key] === "" ? null : row[key];
}

/** The content of the district's form. @returns {Parameters<typeof fillForm>[1]} */
export function districtForm(plan, info) {
  const { fields, columns } = info.district;
  const tables = {};
  for (const { key, table, column } of columns) {
    tables[table] ??= plan.rows.map(() => ({}));
    plan.rows.forEach((row, index) => { tables[table][index][column] = shown(row, key, info); });
  }
  const all = sums(plan.rows);
  const totals = {};
  for (const { key, table, column } of columns.filter(({ key: name }) => ["women", "men", "people", "total", ...MONEY].includes(name))) {
    (totals[table] ??= {})[column] = all[key];
  }
  const heads = Object.fromEntries(HEADS.filter((key) => fields[key]).map((key) => [fields[key], plan[key]]));
  return { fields: heads, tables, sums: totals };
}

/** Rows of the province's summary: its own, then one for each district. */
export function summary(plan, info) {
  return [
    { name: info.province.own, ...sums(plan.rows) },
    ...plan.districts.map(({ name, rows }) => ({ name, ...sums(rows) })),
  ];
}

/** The content of the province's form. @returns {Parameters<typeof fillForm>[1]} */
export function provinceForm(plan, info) {
  const { fields, table, columns } = info.province;
  const rows = summary(plan, info);
  const numbers = columns.filter(({ key }) => key !== "name");
  return {
    fields: { [fields.year]: plan.year, [fields.province]: plan.province },
    tables: { [table]: rows.map((row) => Object.fromEntries(columns.map(({ key, column }) => [column, row[key]]))) },
    sums: { [table]: Object.fromEntries(numbers.map(({ key, column }) => [column, rows.reduce((sum, row) => sum + row[key], 0)])) },
  };
}

/** A template of the site, filled in. */
export const workbook = (template, content) => fillForm(template, content);

const RISKY = /^'|^\s*[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/;

/** A text for CSV that no program takes for a formula; `restored` gives it back as typed. */
export const neutral = (text) => (RISKY.test(text) ? `'${text}` : text);
export const restored = (text) => (text.startsWith("'") && RISKY.test(text.slice(1)) ? text.slice(1) : text);

const quoted = (value) => (typeof value === "number" ? String(value) : `"${neutral(String(value ?? "")).replaceAll('"', '""')}"`);

/** The columns of the CSV, each once. */
const table = (info) => [
  ...HEADS.map((key) => ({ key, label: info.district.heads[key] })),
  ...info.district.columns.filter(({ key }, index, all) => all.findIndex((one) => one.key === key) === index),
];

/** The rows as CSV with semicolons, as Indonesian spreadsheets expect; a province's own rows name no district. */
export function toCsv(plan, info) {
  const columns = table(info);
  const own = { ...plan, district: plan.level === "provinsi" ? "" : plan.district };
  const districts = plan.districts.map((one) => ({ year: one.year, province: plan.province, district: one.name, rows: one.rows }));
  const lines = [own, ...districts].flatMap((part) =>
    part.rows.map((row) => columns.map(({ key }) => (HEADS.includes(key) ? part[key] : shown(row, key, info)))));
  return `\uFEFF${[columns.map(({ label }) => label), ...lines].map((line) => line.map(quoted).join(";")).join("\r\n")}\r\n`;
}

/** The cells of a CSV text, whichever of the usual separators it has. */
export function parseCsv(text) {
  const plain = text.replace(/^\uFEFF/, "");
  const head = plain.replace(/"(?:[^"]|"")*"/g, "").split(/\r?\n/, 1)[0];
  const separator = [";", ",", "\t"].sort((one, two) => head.split(two).length - head.split(one).length)[0];
  const rows = [];
  let [row, cell, inside] = [[], "", false];
  const end = () => { row.push(cell); cell = ""; };
  for (let at = 0; at < plain.length; at += 1) {
    const here = plain[at];
    if (inside && here === '"' && plain[at + 1] === '"') { cell += '"'; at += 1; }
    else if (here === '"' && (inside || cell === "")) inside = !inside;
    else if (inside) cell += here;
    else if (here === separator) end();
    else if (here === "\n" || here === "\r") {
      if (here === "\r" && plain[at + 1] === "\n") at += 1;
      end();
      rows.push(row);
      row = [];
    } else cell += here;
  }
  if (cell !== "" || row.length) { end(); rows.push(row); }
  return rows;
}

/** @returns {{plan: import("./plan.js").Plan}|{problem: string}} */
export function fromCsv(text, info) {
  const [head = [], ...lines] = parseCsv(text);
  const named = head.map((label) => table(info).find((one) => one.label.toLowerCase() === restored(label).trim().toLowerCase())?.key);
  if (!named.includes("activity")) return { problem: "columns" };
  const records = lines.filter((line) => line.some((cell) => cell !== "")).map((line) =>
    Object.fromEntries(named.flatMap((key, index) => (key ? [[key, restored(line[index] ?? "")]] : []))));
  const groups = new Map();
  for (const record of records) {
    const name = record.district ?? "";
    if (!groups.has(name)) groups.set(name, []);
    groups.get(name).push(record);
  }
  const headed = (list) => ({ ...empty(), ...Object.fromEntries(HEADS.map((key) => [key, list?.[0]?.[key] ?? ""])) });
  if (groups.size < 2) return gathered(headed(records), records, info);
  const made = gathered({ ...headed(groups.get("") ?? records), level: "provinsi", district: "" }, groups.get("") ?? [], info);
  for (const [name, list] of [...groups].filter(([name]) => name)) {
    if (made.problem) return made;
    if (made.plan.districts.length >= DISTRICTS) return { problem: "many" };
    const { plan, problem } = gathered(headed(list), list, info);
    if (problem) return { problem };
    made.plan.districts.push({ name, year: plan.year, file: "", rows: plan.rows });
  }
  return made;
}

/** @returns {{plan: import("./plan.js").Plan}|{problem: string}} */
export function fromForm({ fields, tables }, info) {
  const { columns, fields: heads } = info.district;
  if (!columns.every(({ table: name }) => tables[name])) return { problem: "names" };
  const records = [];
  for (const { key, table: name, column } of columns) {
    tables[name].forEach((row, index) => {
      if (row[column] !== undefined && (records[index]?.[key] ?? "") === "") (records[index] ??= {})[key] = row[column];
    });
  }
  const head = (key) => String(fields[heads[key]] ?? "");
  const plan = { ...empty(), year: head("year"), province: head("province"), district: head("district") };
  const pattern = (record) => Object.keys(record).length === 1 && /^\[.*\]$/.test(String(record.activity ?? ""));
  return gathered(plan, Array.from(records, (one) => one ?? {}).filter((one) => Object.keys(one).length && !pattern(one)), info);
}

/** A plan with rows made of records by key, texts as they stand in files. */
function gathered(plan, records, info) {
  if (records.length > ROWS) return { problem: "rows" };
  plan.rows = records.map((record) => {
    const row = emptyRow();
    const text = String(record.activity ?? "").trim();
    const found = info.menu.activities.find(({ label }) => label === text)
      ?? info.menu.activities.find(({ number }) => number === text.split(/\s/, 1)[0]);
    if (found) row.activity = found.id;
    else row.name = text;
    for (const key of TEXTS) if (key !== "name") row[key] = String(record[key] ?? "").replace(/\r\n?/g, "\n");
    for (const key of AMOUNTS) row[key] = counted(record[key]);
    for (const key of MONTHS) row[key] = monthly(record[key], info.months);
    const said = counted(record.total);
    if (typeof said === "number" && said !== total(row)) row.total = said;
    return row;
  });
  const wrong = problems(plan);
  return wrong.length ? { problem: "value" } : { plan };
}

function counted(value) {
  if (typeof value === "number") return Number.isSafeInteger(value) && value >= 0 ? value : String(value);
  return value === undefined || value === null ? null : amount(String(value).slice(0, LONGEST));
}

function monthly(value, months) {
  const text = String(value ?? "").trim();
  const at = months.findIndex((name) => name.toLowerCase() === text.toLowerCase());
  if (at >= 0) return at + 1;
  return text === "" ? null : text.slice(0, LONGEST);
}

/**
 * A plan from a file that this tool made: workbook, CSV or JSON, told apart by content.
 * @param {File} file
 * @param {Info} info
 * @returns {Promise<{plan: import("./plan.js").Plan}|{problem: string}>}
 */
export async function readPlan(file, info) {
  if (file.size > LIMIT) return { problem: "size" };
  let bytes;
  try {
    bytes = new Uint8Array(await file.arrayBuffer());
  } catch {
    return { problem: "read" };
  }
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) {
    const found = await readForm(bytes);
    return found.problem ? found : fromForm(found, info);
  }
  const text = new TextDecoder().decode(bytes);
  if (/^\s*[{[]/.test(text)) {
    const { value, problem } = await readFile(file, "rencana", { check: problems });
    return problem ? { problem } : { plan: value };
  }
  if (text.includes("\uFFFD") || text.includes("\0")) return { problem: "kind" };
  return fromCsv(text, info);
}

/** The plan with districts from other plans; each that cannot be taken is named with its reason. */
export async function withDistricts(plan, files, info) {
  const districts = [...plan.districts];
  const refused = [];
  for (const file of files) {
    const { plan: found, problem } = await readPlan(file, info);
    if (problem) refused.push({ file: file.name, problem });
    else if (found.level === "provinsi") refused.push({ file: file.name, problem: "province" });
    else if (districts.length >= DISTRICTS) refused.push({ file: file.name, problem: "many" });
    else districts.push({ name: found.district.trim() || file.name.slice(0, 200), year: found.year, file: file.name.slice(0, 200), rows: found.rows });
  }
  return { plan: { ...plan, districts }, refused };
}
