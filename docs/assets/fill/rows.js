/**
 * What is done with one filled form: another copy of it, rows of its tables, rows for an activity of the menu.
 */

import { announce, say } from "../kit/kit.js";
import { freshId, inRow, rowsOf, valueOf } from "./fill.js";

/** A document with a copy's own id, written now; rows keep theirs. @param {Filled} one @returns {Filled} */
export const copyOf = (one, id, at) => ({
  ...one, id, at,
  values: Object.fromEntries(Object.entries(one.values).map(([key, value]) => [key, { ...value, at }])),
});

/**
 * The rows to add for an activity: one per indicator that no row has yet, or one for its package.
 * @param {Page} page @param {Filled} one @returns {Array<Object<string, string>>} by place, and by "@…"
 */
export function rowsFor(page, one, id) {
  const activity = page.activities.find((known) => known.id === id);
  const [table] = page.places.package.split("/");
  const rows = rowsOf(one, table);
  const has = (key, value) => rows.some((row) => valueOf(one, `${table}/${row}/${key}`) === value);
  const base = { [page.places.package]: activity.package, "@activity": id };
  if (!page.places.indicator || !activity.rows.length) return has("@activity", id) ? [] : [base];
  return activity.rows.filter(({ key }) => !has("@indicator", key)).map(({ key, name }) =>
    ({ ...base, [page.places.indicator]: name, "@indicator": key }));
}

/** Open a copy of the document at hand. */
export function copy(tool) {
  const made = copyOf(tool.document, freshId(), tool.now());
  tool.kept.documents.push(made);
  tool.document = made;
  tool.save();
  tool.show();
  announce(tool.root, tool.words.copied);
  tool.focus();
}

function addValues(tool, table, row, values) {
  const { values: held } = tool.document;
  const at = tool.now();
  const last = rowsOf(tool.document, table).at(-1);
  if (typeof held[`${table}/${row}`]?.v !== "number") held[`${table}/${row}`] = { v: last ? held[`${table}/${last}`].v + 1 : 1, at };
  for (const [place, v] of Object.entries(values)) {
    held[place.startsWith("@") ? `${table}/${row}/${place}` : inRow(place, row)] = { v, at };
  }
  tool.hold();
}

/** Add an empty row to a table. */
export function addRow(tool, { dataset: { tableId: table } }) {
  if (!rowsOf(tool.document, table).length) addValues(tool, table, `${tool.document.id}0`, {});
  const id = freshId();
  addValues(tool, table, id, {});
  tool.save();
  tool.show();
  tool.tables.get(table).rows.get(id).querySelector("[data-key]").focus();
}

/** Add the rows of the activity that was chosen; an empty first row is taken. */
export function choose(tool) {
  const { value } = tool.$("activity");
  if (!value) return;
  const [table] = tool.page.places.package.split("/");
  const first = rowsOf(tool.document, table)[0] ?? `${tool.document.id}0`;
  const start = `${table}/${first}/`;
  let free = !Object.entries(tool.document.values).some(([key, { v }]) => key.startsWith(start) && v?.length);
  const added = rowsFor(tool.page, tool.document, value);
  for (const values of added) {
    addValues(tool, table, free ? first : freshId(), values);
    free = false;
  }
  if (added.length) tool.save();
  tool.show();
  tool.$("about").textContent = tool.page.activities.find(({ id }) => id === value).none ?? "";
  announce(tool.root, `${say(tool.words.rowsAdded, { n: added.length })} ${tool.$("about").textContent}`.trim());
}
