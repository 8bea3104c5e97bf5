import assert from "node:assert/strict";
import { test } from "node:test";
import { answersOf, check, erased, find, kept, standing, weigh } from "../../docs/assets/places/places.js";

const LISTED = {
  year: 2030,
  provinces: [
    { name: "Utara", regencies: [
      { name: "Bukit", number: "1", size: "2 kecamatan", districts: ["Atas", "Bawah"], note: "" },
      { name: "Rawa", number: "2", size: "1 kecamatan", districts: ["Air"], note: "Nama seperti terbaca." },
    ] },
    { name: "Selatan", regencies: [{ name: "Pantai", number: "3", size: "1 kecamatan", districts: ["Pasir"], note: "" }] },
  ],
};

test("a place is found by its printed names alone", () => {
  assert.equal(find(LISTED, "Utara", "Rawa").number, "2");
  assert.equal(find(LISTED, "Selatan", "Rawa"), null);
  assert.equal(find(LISTED, "utara", "Rawa"), null);
  assert.equal(find(LISTED, "", ""), null);
});

test("a place is on the list or not, and nothing is said before one is chosen", () => {
  assert.equal(standing(LISTED, "", ""), null);
  assert.equal(standing(LISTED, "Utara", ""), null);
  assert.deepEqual(standing(LISTED, "Utara", "Bukit"), {
    code: "inside",
    values: { province: "Utara", district: "Bukit", year: 2030, number: "1", size: "2 kecamatan", districts: "Atas, Bawah" },
  });
  assert.equal(standing(LISTED, "Utara", "Lembah").code, "outside");
  assert.equal(standing(LISTED, "Barat", "").code, "outsideProvince");
  assert.equal(standing(LISTED, "Barat", "Lembah").code, "outside");
  assert.equal(standing(LISTED, "Barat", "Bukit").code, "outside");
});

test("what was not answered is not known, whatever is kept", () => {
  assert.deepEqual(answersOf({ criteria: { a: "met", b: "unmet", c: "nonsense" } }, ["a", "b", "c", "d"]), {
    a: "met", b: "unmet", c: "unknown", d: "unknown",
  });
  for (const broken of [null, undefined, {}, { criteria: [] }, { criteria: "met" }]) {
    assert.deepEqual(answersOf(broken, ["a", "constructor"]), { a: "unknown", constructor: "unknown" });
  }
});

test("criteria are told by their answers, with what to do about the rest", () => {
  const none = weigh({ a: "unknown", b: "unknown" });
  assert.equal(none.code, "nothing");
  const some = weigh({ a: "unknown", b: "unmet", c: "met" });
  assert.equal(some.code, "summary");
  assert.deepEqual(some.by, { met: ["c"], unmet: ["b"], unknown: ["a"] });
  assert.deepEqual(some.next, [["b", "unmet"], ["a", "unknown"]]);
  assert.deepEqual(some.values, { all: 3, met: 1, unmet: 1, unknown: 1 });
  const all = weigh({ a: "met", b: "met" });
  assert.equal(all.code, "all");
  assert.deepEqual(all.next, []);
  assert.equal(weigh({ a: "unmet", b: "unmet" }).code, "summary");
});

test("keeping leaves what other tools keep, and unknown answers out", () => {
  const before = { role: "kabupaten", mine: 1, criteria: { old: "met" } };
  assert.deepEqual(kept(before, " Utara ", "x".repeat(100), { a: "met", b: "unknown", c: "unmet" }), {
    role: "kabupaten", mine: 1, province: "Utara", district: "x".repeat(80), criteria: { a: "met", c: "unmet" },
  });
  assert.deepEqual(kept(null, "", "", {}), { province: "", district: "", criteria: {} });
  assert.deepEqual(erased({ role: "kabupaten", province: "Utara", district: "Bukit", criteria: { a: "met" } }), { role: "kabupaten" });
  assert.deepEqual(erased(null), {});
});

test("what is kept on the device is checked", () => {
  assert.deepEqual(check(kept({ role: "nasional" }, "Utara", "Bukit", { a: "met" })), []);
  assert.deepEqual(check("x"), ["value"]);
  assert.deepEqual(check({ role: null, theirs: [1] }), []);
});
