/**
 * What is done with filled forms as a whole: saved as a file, opened from one, as a workbook, removed, erased.
 */

import { announce, download, el, exportFile, LIMIT, readFile, say } from "../kit/kit.js";
import { check, clean, empty, freshId, inRow, lastWrite, LONGEST, merge, nameOf, newDocument, rowsOf, VERSION } from "./fill.js";
import { copyOf } from "./rows.js";

export { addRow, choose, copy } from "./rows.js";

const KIND = "formulir";
const XLSX = /\.xlsx$/i;

/** A question to the visitor above `back`, with its answers as buttons; leaving it gives the focus back. */
function ask(tool, text, answers, back) {
  document.querySelector(".asking")?.remove();
  const box = el("div", { class: "asking", role: "group", tabindex: "-1", "aria-label": text }, el("p", {}, text));
  const button = (label, action) => {
    const made = el("button", { type: "button", class: "button plain" }, label);
    made.addEventListener("click", () => {
      box.remove();
      action();
    });
    return made;
  };
  box.append(el("p", { class: "do" }, answers.map(([label, action]) => button(label, action)),
    button(answers.length ? tool.words.cancel : tool.words.understood, () => back.focus())));
  back.closest("p, div").before(box);
  box.focus();
  box.scrollIntoView({ block: "nearest" });
  announce(tool.root, text);
}

/** Remove the document at hand, after asking. */
export function remove(tool, button) {
  ask(tool, say(tool.words.confirmRemove, { name: nameOf(tool.page, tool.document, tool.words) }), [[tool.words.yes, () => {
    const { id } = tool.document;
    tool.kept.gone[id] = tool.now();
    tool.kept.documents = tool.kept.documents.filter((one) => one.id !== id);
    tool.save();
    tool.open(tool.mine().at(-1) ?? tool.fresh(), false);
    announce(tool.root, tool.words.removed);
    tool.app.querySelector("#simpanan").focus();
  }]], button);
}

/** Remove a row; asked when it holds something. */
export function removeRow(tool, button) {
  const { tableId: table, rowId: row, n } = button.dataset;
  const start = `${table}/${row}/`;
  const gone = () => {
    const at = tool.now();
    for (const key of Object.keys(tool.document.values)) {
      if (key === `${table}/${row}` || key.startsWith(start)) tool.document.values[key] = { v: null, at };
    }
    tool.save();
    tool.show();
    tool.sheet.querySelector(`[data-do=addRow][data-table-id="${CSS.escape(table)}"]`).focus();
    announce(tool.root, tool.words.removed);
  };
  const held = Object.entries(tool.document.values).some(([key, { v }]) => key.startsWith(start) && !key.includes("@") && v?.length);
  if (held) ask(tool, say(tool.words.confirmRow, { n }), [[tool.words.yes, gone]], button);
  else gone();
}

/** Erase everything from this device, after asking. */
export function erase(tool, button) {
  ask(tool, say(tool.words.confirmErase, { n: tool.kept.documents.length }), [[tool.words.yes, () => {
    tool.store.erase();
    tool.kept = empty();
    tool.$("notices").replaceChildren();
    tool.open(tool.fresh(), false);
    announce(tool.root, tool.words.erased);
    tool.app.querySelector("#simpanan").focus();
  }]], button);
}

/** Save everything as a file. */
export function save(tool) {
  exportFile(`${[tool.words.file, tool.page.edition].filter(Boolean).join("-")}.json`, KIND, VERSION, tool.kept, tool.page.edition);
  announce(tool.root, tool.words.exported);
}

/** Open a file that was chosen: a form as a workbook, or what was saved here. */
export async function open(tool, input) {
  const [file] = input.files;
  if (!file) return;
  const found = XLSX.test(file.name) ? await workbookOf(tool, file) : await readFile(file, KIND, { version: VERSION, check });
  input.value = "";
  if (found.problem) {
    ask(tool, say(tool.words.refused, { reason: tool.words.problem[found.problem] ?? tool.words.problem.read }), [], input);
    return;
  }
  const incoming = clean(found.value);
  const { length } = tool.kept.documents;
  if (!length || found.alone) take(tool, incoming, false);
  else {
    ask(tool, say(tool.words.incoming, { n: incoming.documents.length, here: length }), [
      [tool.words.merge, () => take(tool, incoming, false)],
      [tool.words.replace, () => take(tool, incoming, true)],
    ], input);
  }
}

function take(tool, incoming, replaces) {
  tool.kept = (replaces ? replaced : added)(tool.kept, incoming, Date.now());
  tool.save();
  tool.open(tool.kept.documents.find((one) => one.id === incoming.documents.at(-1)?.id && one.form === tool.page.form) ?? tool.mine().at(-1) ?? tool.fresh(), false);
  announce(tool.root, say(tool.words.imported, { n: incoming.documents.length }));
  tool.app.querySelector("#simpanan").focus();
}

/** With the documents of a file; one that was removed here comes back. */
export function added(kept, incoming) {
  const back = (one) => (kept.gone[one.id] >= lastWrite(one) ? { ...one, at: kept.gone[one.id] + 1 } : one);
  return merge(kept, { documents: incoming.documents.map(back), gone: {} });
}

/** The documents of a file in place of those here, written now: nothing of here comes back by merging. */
export function replaced(kept, incoming, now) {
  const at = Math.max(now, ...[...kept.documents, ...incoming.documents].map(lastWrite), ...Object.values(kept.gone)) + 1;
  const ids = new Set(incoming.documents.map((one) => one.id));
  const gone = { ...kept.gone };
  for (const one of kept.documents) if (!ids.has(one.id)) gone[one.id] = at;
  const documents = incoming.documents.map((one) => {
    const here = kept.documents.find((other) => other.id === one.id);
    const made = copyOf(one, one.id, at);
    for (const key of Object.keys(here?.values ?? {})) made.values[key] ??= { v: null, at };
    return made;
  });
  return { documents, gone };
}

// Workbooks

let parts = null;

/** Load what makes a workbook, so that it is there without signal. @returns {Promise<[*, Uint8Array]>} */
export function prepare(tool) {
  parts ??= Promise.all([
    import("../kit/xlsx.js"),
    fetch(tool.root.dataset.workbook).then((answer) => (answer.ok ? answer.arrayBuffer() : Promise.reject(new Error(String(answer.status))))),
  ]).then(([module, bytes]) => [module, new Uint8Array(bytes)]);
  parts.catch(() => { parts = null; });
  return parts;
}

/** Every place of the sheet by its name in a workbook, with its kind and its options' labels by id. */
export function placesOf(sheet) {
  const fields = {};
  const tables = {};
  for (const holder of sheet.querySelectorAll("[data-fill]")) {
    const options = Object.fromEntries(Array.from(holder.querySelectorAll("label.opt"), (one) => [one.querySelector("input").value, one.textContent.replace("×", "").trim()]));
    for (const one of holder.querySelectorAll("[data-option]")) options[one.dataset.option] = one.textContent.trim();
    const place = { kind: holder.dataset.kind ?? (holder.classList.contains("date") ? "date" : "text"), options };
    const table = holder.closest("table");
    if (!table) fields[holder.dataset.fill] = place;
    else if (holder.closest(".guide")) (tables[table.dataset.table] ??= {})[holder.dataset.fill] = place;
  }
  return { fields, tables };
}

/** What a document puts into a workbook. */
export function content(one, { fields, tables }, serial) {
  const worth = ({ kind, options }, v) => {
    if (kind === "tick") return Array.isArray(v) ? v.filter((id) => id in options) : [];
    if (kind === "choice") return options[v] ?? v;
    return kind === "date" ? serial(v) ?? v : v;
  };
  const filled = (key) => one.values[key]?.v ?? "";
  const made = { fields: {}, tables: {} };
  for (const [id, place] of Object.entries(fields)) if (filled(id).length) made.fields[id] = worth(place, filled(id));
  for (const [table, columns] of Object.entries(tables)) {
    made.tables[table] = rowsOf(one, table).map((row) => Object.fromEntries(Object.entries(columns)
      .map(([column, place]) => [column, filled(inRow(`${table}/${column}`, row)), place])
      .filter(([, v]) => v.length).map(([column, v, place]) => [column, worth(place, v)])));
  }
  return made;
}

/** A document from what a workbook holds; a problem when it is another form's or holds nothing. */
export function fromContent({ fields, tables }, known, one, dayOf, at) {
  const sets = [[fields, known.fields], [tables, known.tables]];
  for (const [table, rows] of Object.entries(tables)) {
    for (const row of rows) sets.push([row, known.tables[table] ?? {}]);
  }
  if (sets.some(([held, places]) => Object.keys(held).some((id) => !Object.hasOwn(places, id)))) return { problem: "form" };
  if (Object.keys(known.tables).some((id) => !tables[id])) return { problem: "form" };
  const values = {};
  const put = (key, { kind, options }, v) => {
    if (kind === "tick") {
      if (v.length) values[key] = { v: v.filter((id) => id in options), at };
      return;
    }
    let text = String(v);
    if (kind === "date" && typeof v === "number") text = dayOf(v);
    if (kind === "choice") text = Object.keys(options).find((id) => options[id].toLowerCase() === text.trim().toLowerCase()) ?? "";
    if (text) values[key] = { v: text.slice(0, LONGEST), at };
  };
  for (const [id, v] of Object.entries(fields)) put(id, known.fields[id], v);
  for (const [table, rows] of Object.entries(tables)) {
    rows.filter((row) => Object.keys(row).length).forEach((row, index) => {
      values[`${table}/r${index + 1}`] = { v: index + 1, at };
      for (const [column, v] of Object.entries(row)) put(`${table}/r${index + 1}/${column}`, known.tables[table][column], v);
    });
  }
  return Object.keys(values).length ? { value: { documents: [{ ...one, at, values }], gone: {} }, alone: true } : { problem: "nothing" };
}

async function workbookOf(tool, file) {
  if (file.size > LIMIT) return { problem: "size" };
  let module;
  let bytes;
  try {
    module = await import("../kit/xlsx.js");
  } catch {
    return { problem: "signal" };
  }
  try {
    bytes = new Uint8Array(await file.arrayBuffer());
  } catch {
    return { problem: "read" };
  }
  const found = await module.readForm(bytes);
  if (found.problem) return found;
  const made = fromContent(found, placesOf(tool.sheet), newDocument(freshId(), tool.page.form, tool.page.edition), module.dayOf, Date.now());
  return made.problem || !check(made.value).length ? made : { problem: "value" };
}

/** Save the document at hand as a workbook. */
export async function workbook(tool, button) {
  try {
    const [module, template] = await prepare(tool);
    const made = await module.fillForm(template, content(tool.document, placesOf(tool.sheet), module.serial));
    if (made.problem) {
      ask(tool, say(tool.words[made.problem], { n: made.capacity }), [], button);
      return;
    }
    download(`${[tool.page.form, nameOf(tool.page, tool.document, tool.words)].join("-")}.xlsx`, made.bytes, module.TYPE);
    announce(tool.root, tool.words.exported);
  } catch {
    ask(tool, tool.words.noWorkbook, [], button);
  }
}
