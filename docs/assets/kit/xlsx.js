/**
 * Workbooks: a template of the site filled in, and a workbook read back, whoever saved it last.
 *
 * Templates are made with the site and hold layout, formats, formulas and lists; here only values go into
 * cells. What a visitor typed is always text in a cell, never a formula, and comes back as typed. Cells to
 * fill in have names (`isian__FIELD`, `isian__FIELD__OPTION`, `kolom__TABLE__COLUMN`, `jumlah__TABLE__COLUMN`;
 * hyphens of ids are underscores), which move with them when rows are put in.
 */

import { Reader, replaced, ZipError } from "./zip.js";

/** The media type of a workbook. */
export const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
/** Most characters that a cell can hold. */
export const LONGEST = 32767;
/** Most rows of a table that are read. */
const ROWS = 2000;
const TICK = "x";
const LINE = 12.5;
const TALLEST = 400;
const XML = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** A text as XML; what XML cannot hold is written as Excel does, `_xHHHH_`, and so is what looks like that. */
export function escaped(text) {
  return text
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_")
    .replace(/[\u0000-\u0008\u000B-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g,
      (found) => `_x${found.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`)
    .replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
}

const unescaped = (text) => text.replace(/&(#x[0-9a-f]+|#\d+|[a-z]+);/gi, (found, name) => {
  if (name[0] !== "#") return XML[name] ?? found;
  const code = name[1] === "x" || name[1] === "X" ? parseInt(name.slice(2), 16) : Number(name.slice(1));
  return code <= 0x10ffff ? String.fromCodePoint(code) : found;
});

const decoded = (text) => text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code) => String.fromCharCode(parseInt(code, 16)));

/** Tags and texts of an XML document in order; names without their prefix. No document type is taken. */
function* tokens(xml) {
  const pattern = /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!\[CDATA\[([\s\S]*?)\]\]>|<(\/?)([\w:.-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>|([^<]+)/gy;
  let end = 0;
  for (let match; (match = pattern.exec(xml));) {
    end = pattern.lastIndex;
    const [, data, close, name, attributes, empty, text] = match;
    if (data !== undefined) yield { text: data };
    else if (text !== undefined) yield { text: unescaped(text.replace(/\r\n?/g, "\n")) };
    else if (name) {
      const plain = name.slice(name.indexOf(":") + 1);
      if (!close) yield { open: plain, attributes };
      if (close || empty) yield { close: plain };
    }
  }
  if (end !== xml.length) throw new ZipError("xml");
}

const attribute = (attributes, name) => {
  const found = new RegExp(`(?:^|\\s)(?:\\w+:)?${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes);
  return found ? unescaped(found[1] ?? found[2]) : null;
};

/** The sheets of a workbook by name, as paths in the archive, and its defined names. */
async function outline(archive) {
  const paths = new Map();
  for (const { open, attributes } of tokens(await archive.text("xl/_rels/workbook.xml.rels"))) {
    if (open !== "Relationship") continue;
    const target = attribute(attributes, "Target") ?? "";
    paths.set(attribute(attributes, "Id"), target.startsWith("/") ? target.slice(1) : `xl/${target}`);
  }
  const sheets = new Map();
  const names = new Map();
  let held = null;
  for (const token of tokens(await archive.text("xl/workbook.xml"))) {
    if (token.open === "sheet") {
      sheets.set(attribute(token.attributes, "name"), paths.get(/\s\w+:id\s*=\s*["']([^"']+)/.exec(token.attributes)?.[1]));
    } else if (token.open === "definedName") {
      held = { name: attribute(token.attributes, "name"), text: "" };
    } else if (token.close === "definedName") {
      const place = area(held.text);
      if (place) names.set(held.name, place);
      held = null;
    } else if (token.text && held) held.text += token.text;
  }
  return { sheets, names };
}

function area(text) {
  const found = /^\$?(?:'((?:[^']|'')+)'|([^'!]+))!\$?([A-Z]+)\$?(\d+)(?::\$?([A-Z]+)\$?(\d+))?$/.exec(text.trim());
  if (!found) return null;
  const [, quoted, bare, column, first, , last] = found;
  return { sheet: quoted?.replace(/''/g, "'") ?? bare, column, first: Number(first), last: Number(last ?? first) };
}

/**
 * A workbook read: every cell that holds something.
 * @param {Uint8Array} bytes
 * @returns {Promise<Object<string, Object<string, string|number|{formula: string, value: string|number|null}>>>}
 * @throws {ZipError} with `code` "zip", "xml", "size" or "unsupported"
 */
export async function read(bytes) {
  const archive = new Reader(bytes);
  const { sheets } = await outline(archive);
  const strings = archive.has("xl/sharedStrings.xml") ? shared(await archive.text("xl/sharedStrings.xml")) : [];
  const found = {};
  for (const [name, path] of sheets) {
    if (path && archive.has(path)) found[name] = cells(await archive.text(path), strings);
  }
  return found;
}

function shared(xml) {
  const found = [];
  let [text, inside, silent] = ["", false, false];
  for (const token of tokens(xml)) {
    if (token.open === "si") text = "";
    else if (token.open === "rPh") silent = true;
    else if (token.close === "rPh") silent = false;
    else if (token.open === "t") inside = !silent;
    else if (token.close === "t") inside = false;
    else if (token.close === "si") found.push(decoded(text));
    else if (token.text && inside) text += token.text;
  }
  return found;
}

function cells(xml, strings) {
  const found = Object.create(null);
  let cell = null;
  let into = null;
  for (const token of tokens(xml)) {
    if (token.open === "c") {
      cell = { at: attribute(token.attributes, "r"), type: attribute(token.attributes, "t"), v: null, t: null, f: null };
    } else if (!cell) continue;
    else if (token.open && ["v", "t", "f"].includes(token.open)) {
      into = token.open;
      cell[into] ??= "";
    } else if (token.close === into) into = null;
    else if (token.text && into) cell[into] += token.text;
    if (token.close === "c") {
      const value = worth(cell, strings);
      if (cell.at && /^[A-Z]{1,3}\d{1,7}$/.test(cell.at)) {
        if (cell.f !== null) found[cell.at] = { formula: cell.f, value };
        else if (value !== null) found[cell.at] = value;
      }
      cell = null;
    }
  }
  return found;
}

function worth({ type, v, t }, strings) {
  if (type === "inlineStr") return decoded(t ?? "");
  if (v === null) return null;
  if (type === "s") return strings[Number(v)] ?? null;
  if (type === "str" || type === "e" || type === "d") return decoded(v);
  const number = Number(v);
  return v.trim() === "" || Number.isNaN(number) ? null : number;
}

/** A cell with a value: a formula stays and takes the value as its result; text is never a formula. */
function written(at, attributes, inner, value) {
  const formula = /<f[^>]*>[\s\S]*?<\/f>/.exec(inner ?? "")?.[0] ?? "";
  const kept = attributes.replace(/\st="[^"]*"/, "");
  const numeric = typeof value === "number" && Number.isFinite(value);
  if (formula) {
    const result = numeric ? `<v>${value}</v>` : `<v>${escaped(String(value ?? ""))}</v>`;
    return `<c r="${at}"${kept}${numeric ? "" : ' t="str"'}>${formula}${result}</c>`;
  }
  if (value === null || value === "") return `<c r="${at}"${kept}/>`;
  if (numeric) return `<c r="${at}"${kept}><v>${value}</v></c>`;
  return `<c r="${at}"${kept} t="inlineStr"><is><t xml:space="preserve">${escaped(String(value))}</t></is></c>`;
}

/**
 * A template with values in its cells. Rows grow with their text.
 * @param {Uint8Array} template made with the site
 * @param {Object<string, Object<string, string|number|null>>} values by sheet and cell
 * @param {Object<string, Array<{first: number, last: number, shown: number}>>} rows by sheet: tables whose rows
 *   past the first `shown` are folded away
 * @returns {Promise<Uint8Array>}
 * @throws {RangeError} for a sheet or cell that the template does not have
 */
export async function fill(template, values, rows = {}) {
  const archive = new Reader(template);
  const { sheets } = await outline(archive);
  const changed = new Map();
  for (const name of new Set([...Object.keys(values), ...Object.keys(rows)])) {
    if (!sheets.has(name)) throw new RangeError(name);
    const xml = await archive.text(sheets.get(name));
    changed.set(sheets.get(name), filled(xml, new Map(Object.entries(values[name] ?? {})), rows[name] ?? []));
  }
  return replaced(template, changed);
}

function filled(xml, values, tables) {
  const room = widths(xml);
  const heights = new Map();
  const waiting = new Map(values);
  const cellsDone = xml.replace(/<c r="([A-Z]+(\d+))"([^>]*?)(?:\/>|>([\s\S]*?)<\/c>)/g, (all, at, row, attributes, inner) => {
    if (!waiting.has(at)) return all;
    const value = waiting.get(at);
    waiting.delete(at);
    if (typeof value === "string") {
      const height = tall(value, room(at));
      heights.set(row, Math.max(heights.get(row) ?? 0, height));
    }
    return written(at, attributes, inner, value);
  });
  if (waiting.size) throw new RangeError([...waiting.keys()][0]);
  return cellsDone.replace(/<row r="(\d+)"([^>]*?)(\/?)>/g, (_, row, attributes, empty) =>
    `<row r="${row}"${shaped(attributes, Number(row), heights.get(row), tables)}${empty}>`);
}

function shaped(attributes, row, height, tables) {
  let kept = attributes;
  const table = tables.find(({ first, last }) => row >= first && row <= last);
  if (table) {
    kept = kept.replace(/\s(hidden|outlineLevel)="[^"]*"/g, "");
    if (row - table.first >= table.shown) kept += ' hidden="1" outlineLevel="1"';
  }
  const before = Number(/\sht="([\d.]+)"/.exec(kept)?.[1] ?? LINE + 3);
  if (height > before) kept = `${kept.replace(/\s(ht|customHeight)="[^"]*"/g, "")} ht="${height}" customHeight="1"`;
  return kept;
}

/** How wide a cell is, in characters, together with what it is merged with. */
function widths(xml) {
  const columns = [];
  for (const [, attributes] of xml.matchAll(/<col ([^>]*?)\/>/g)) {
    for (let at = Number(attribute(attributes, "min")); at <= Number(attribute(attributes, "max")) && at < 200; at += 1) {
      columns[at] = Number(attribute(attributes, "width"));
    }
  }
  const merged = new Map([...xml.matchAll(/<mergeCell ref="([A-Z]+\d+):([A-Z]+)\d+"\/>/g)].map(([, from, to]) => [from, to]));
  return (at) => {
    const first = number(at.replace(/\d+/, ""));
    const last = merged.has(at) ? number(merged.get(at)) : first;
    let sum = 0;
    for (let column = first; column <= last; column += 1) sum += columns[column] ?? 9;
    return sum;
  };
}

const number = (letters) => [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);

function tall(text, width) {
  const lines = text.split("\n").reduce((sum, line) => sum + Math.max(1, Math.ceil((line.length * 1.12) / width)), 0);
  return Math.min(lines * LINE + 3, TALLEST);
}

const spoken = (id) => id.replaceAll("-", "_");
const meant = (name) => name.replaceAll("_", "-");

/**
 * A form's template filled in by the ids of its fields.
 * @param {Uint8Array} template
 * @param {{fields?: Object<string, string|number|string[]>, tables?: Object<string, Array<Object<string, string|number|null>>>,
 *   sums?: Object<string, Object<string, number>>}} content a list ticks the boxes of a field; a column inside
 *   a cell is called "COLUMN__PART"; values of computed cells are results beside their formulas
 * @returns {Promise<{bytes: Uint8Array}|{problem: "rows", capacity: number}>}
 * @throws {RangeError} for an id that the template does not have
 */
export async function fillForm(template, { fields = {}, tables = {}, sums = {} }) {
  const { names } = await outline(new Reader(template));
  const values = {};
  const rows = {};
  const place = (name) => {
    const found = names.get(name);
    if (!found) throw new RangeError(name);
    values[found.sheet] ??= {};
    return found;
  };
  const set = (name, value) => {
    const found = place(name);
    values[found.sheet][`${found.column}${found.first}`] = value;
  };
  for (const [id, value] of Object.entries(fields)) {
    if (Array.isArray(value)) for (const option of value) set(`isian__${spoken(id)}__${spoken(option)}`, TICK);
    else set(`isian__${spoken(id)}`, value);
  }
  for (const [id, list] of Object.entries(tables)) {
    const start = `kolom__${spoken(id)}__`;
    const columns = [...names].filter(([name]) => name.startsWith(start));
    if (!columns.length) throw new RangeError(id);
    const [, { sheet, first, last }] = columns[0];
    if (list.length > last - first + 1) return { problem: "rows", capacity: last - first + 1 };
    list.forEach((row, index) => {
      for (const [column, value] of Object.entries(row)) {
        const found = place(start + spoken(column));
        values[found.sheet][`${found.column}${found.first + index}`] = value;
      }
    });
    // Words that stand in the first column as a pattern go where no row takes their place.
    for (let row = first + list.length; row <= last; row += 1) place(columns[0][0]), (values[sheet][`${columns[0][1].column}${row}`] = null);
    (rows[sheet] ??= []).push({ first, last, shown: Math.max(list.length, 1) });
  }
  for (const [id, columns] of Object.entries(sums)) {
    for (const [column, value] of Object.entries(columns)) set(`jumlah__${spoken(id)}__${spoken(column)}`, value);
  }
  return { bytes: await fill(template, values, rows) };
}

/**
 * What stands in a form that was made with a template of the site.
 * @param {Uint8Array} bytes
 * @returns {Promise<{fields: Object<string, string|number|string[]>, tables: Object<string, Array<Object<string, string|number>>>}
 *   |{problem: "size"|"zip"|"xml"|"unsupported"|"names"}>} "names" is another workbook than a form's
 */
export async function readForm(bytes) {
  try {
    const { names } = await outline(new Reader(bytes));
    const sheets = await read(bytes);
    const value = (sheet, at) => {
      const found = sheets[sheet]?.[at];
      const plain = found !== null && typeof found === "object" ? found.value : found;
      return plain === undefined || plain === null || plain === "" ? null : plain;
    };
    const fields = {};
    const tables = {};
    for (const [name, { sheet, column, first, last }] of names) {
      const [kind, id, ...rest] = name.split("__");
      if (kind === "isian" && rest.length) {
        fields[meant(id)] ??= [];
        if (value(sheet, `${column}${first}`) !== null) fields[meant(id)].push(meant(rest[0]));
      } else if (kind === "isian" && id) {
        const held = value(sheet, `${column}${first}`);
        if (held !== null) fields[meant(id)] = held;
      } else if (kind === "kolom" && rest.length) {
        const rows = (tables[meant(id)] ??= []);
        for (let row = first; row <= Math.min(last, first + ROWS - 1); row += 1) {
          const held = value(sheet, `${column}${row}`);
          if (held !== null) (rows[row - first] ??= {})[rest.map(meant).join("__")] = held;
        }
      }
    }
    if (![...names.keys()].some((name) => name.startsWith("isian__"))) return { problem: "names" };
    for (const [id, rows] of Object.entries(tables)) tables[id] = Array.from(rows, (row) => row ?? {});
    return { fields, tables };
  } catch (error) {
    if (error instanceof ZipError) return { problem: error.code };
    return { problem: "zip" };
  }
}

/** A day as Excel counts it: `2030-06-30` as 47664. */
export function serial(day) {
  const found = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day);
  return found ? Date.UTC(Number(found[1]), Number(found[2]) - 1, Number(found[3])) / 86400000 + 25569 : null;
}

/** The day that Excel counts so. */
export function dayOf(count) {
  return new Date(Math.round((count - 25569) * 86400000)).toISOString().slice(0, 10);
}
