/** Sizes and differences of kept copies. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { missing, read, size } from "../../docs/assets/offline/keep.js";

const list = read({ version: "2", edition: "Menu", built: null, files: [["a/", 10, 5, "x"], ["b/", 20, 9, "y"]] });

test("rows become records", () => {
  assert.deepEqual(list.files[0], { path: "a/", bytes: 10, transfer: 5, digest: "x" });
});

test("only what changed or is not there yet is missing", () => {
  assert.deepEqual(missing(list, { "a/": "x", "b/": "old", "c/": "z" }).map((one) => one.path), ["b/"]);
  assert.deepEqual(missing(list, {}).length, 2);
  assert.deepEqual(missing(list, { "a/": "x", "b/": "y" }), []);
});

test("sizes are said as people say them", () => {
  assert.equal(size(0, "id"), "1\u00a0kB");
  assert.equal(size(99_400, "id"), "99\u00a0kB");
  assert.equal(size(1_260_000, "id"), "1,3\u00a0MB");
});
