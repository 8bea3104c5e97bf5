import assert from "node:assert/strict";
import { test } from "node:test";
import { completed, stored, toggled } from "../../docs/assets/choice/choice.js";

test("what is stored is a list of ids, and anything else is none", () => {
  assert.deepEqual(stored('["a","b","a",3,null]'), ["a", "b"]);
  for (const text of [null, "", "{", '{"a":1}', "3", '"a"']) assert.deepEqual(stored(text), []);
});

test("an id is put in at the end and taken out; ids of other editions stay", () => {
  assert.deepEqual(toggled(["lain"], "a"), ["lain", "a"]);
  assert.deepEqual(toggled(["lain", "a"], "a"), ["lain"]);
});

test("an activity goes in with its printed companions, each once", () => {
  assert.deepEqual(completed([], "a", ["b", "c"]), ["a", "b", "c"]);
  assert.deepEqual(completed(["c", "lain", "a"], "a", ["b", "c"]), ["c", "lain", "a", "b"]);
});
