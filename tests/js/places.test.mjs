import assert from "node:assert/strict";
import { test } from "node:test";
import { answersOf, check, erased, find, kept, placed, weigh } from "../../docs/assets/places/places.js";
import { distance, look } from "../../docs/assets/places/names.js";

const places = (...names) => names.map((name) => ({ name, also: [] }));
const LISTED = {
  year: 2030,
  level: { province: "Provinsi", regency: "Kabupaten", district: "Kecamatan" },
  contact: "Kantor",
  titles: { province: ["provinsi"], regency: ["kabupaten", "kab"], city: ["kota"], district: ["kecamatan"], ignored: ["dan"] },
  provinces: [
    { name: "Utara", also: [], regencies: [
      { name: "Bukit", also: [], namesakes: ["Kota Bukit"], number: "1", size: "2 kecamatan", districts: places("Atas", "Bawah"), note: "" },
      { name: "Raqa", also: [{ name: "Rawa", standing: "likely" }], namesakes: [], number: "2", size: "1 kecamatan", districts: places("Air"), note: "Nama seperti terbaca." },
    ] },
    { name: "Selatan", also: [], regencies: [
      { name: "Pantai", also: [{ name: "Pesisir", standing: "same" }], namesakes: [], number: "3", size: "1 kecamatan", districts: places("Pasir"), note: "" },
    ] },
  ],
};

test("a place is found by its printed names alone", () => {
  assert.equal(find(LISTED, "Utara", "Raqa").number, "2");
  assert.equal(find(LISTED, "Selatan", "Rawa"), null);
  assert.equal(find(LISTED, "utara", "Rawa"), null);
  assert.equal(find(LISTED, "", ""), null);
});

test("what is kept of a typed place is as printed, or the likely name, or as typed", () => {
  const keeps = (typed) => placed(look(LISTED, typed));
  assert.deepEqual(placed(null), { province: "", district: "" });
  assert.deepEqual(keeps("kab. bukit"), { province: "Utara", district: "Bukit" });
  assert.deepEqual(keeps("Pesisir"), { province: "Selatan", district: "Pantai" });
  assert.deepEqual(keeps("rawa"), { province: "Utara", district: "Rawa" });
  assert.deepEqual(keeps("Provinsi Utara"), { province: "Utara", district: "" });
  assert.deepEqual(keeps("Kecamatan Bawah"), { province: "Utara", district: "Bukit" });
  assert.deepEqual(keeps("Bukti"), { province: "", district: "Bukti" });
  assert.deepEqual(keeps(" Lembah "), { province: "", district: "Lembah" });
});

test("a slip of the finger is one, also where two letters changed places", () => {
  assert.deepEqual(["bukit", "bukti", "bkit", "buukit", "bokit", ""].map((text) => distance("bukit", text)), [0, 1, 1, 1, 1, 5]);
  assert.equal(distance("", "abc"), 3);
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
  assert.deepEqual(kept(before, { province: " Utara ", district: "x".repeat(100) }, { a: "met", b: "unknown", c: "unmet" }), {
    role: "kabupaten", mine: 1, province: "Utara", district: "x".repeat(80), criteria: { a: "met", c: "unmet" },
  });
  assert.deepEqual(kept(null, { province: "", district: "" }, {}), { province: "", district: "", criteria: {} });
  assert.deepEqual(erased({ role: "kabupaten", province: "Utara", district: "Bukit", criteria: { a: "met" } }), { role: "kabupaten" });
  assert.deepEqual(erased(null), {});
});

test("what is kept on the device is checked", () => {
  assert.deepEqual(check(kept({ role: "nasional" }, { province: "Utara", district: "Bukit" }, { a: "met" })), []);
  assert.deepEqual(check("x"), ["value"]);
  assert.deepEqual(check({ role: null, theirs: [1] }), []);
});
