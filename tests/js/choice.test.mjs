import assert from "node:assert/strict";
import { test } from "node:test";
import { stored, toggled } from "../../docs/assets/choice/choice.js";

test("what is stored is a list of ids, and anything else is none", () => {
  assert.deepEqual(stored('["a","b","a",3,null]'), ["a", "b"]);
  for (const text of [null, "", "{", '{"a":1}', "3", '"a"']) assert.deepEqual(stored(text), []);
});

test("an id is put in at the end and taken out; ids of other editions stay", () => {
  assert.deepEqual(toggled(["lain"], "a"), ["lain", "a"]);
  assert.deepEqual(toggled(["lain", "a"], "a"), ["lain"]);
});
