import assert from "node:assert/strict";
import { test } from "node:test";
import {
  amount, blank, chained, check, empty, emptyRow, guess, joined, mended, problems, sums, total, placeOf,
} from "../../docs/assets/plan/plan.js";
import {
  districtForm, fromCsv, fromForm, neutral, parseCsv, provinceForm, readPlan, restored, toCsv, withDistricts,
} from "../../docs/assets/plan/files.js";

const activity = (id, number, month, partners, through) => ({
  id, number, name: `Kegiatan ${id}`, label: `${number} Kegiatan ${id}`, month, partners, whole: `${id} lengkap.`, through, chain: `${id} berantai.`,
});
const MENU = {
  edition: "2030", year: 2030,
  activities: [
    activity("tanah", "1.1", "2030-04", ["air"], ["bibit"]),
    activity("air", "1.2", "2030-02", ["bibit"], []),
    activity("bibit", "2.1", null, [], []),
    activity("panen", "2.2", "2031-03", [], []),
  ],
};
const MONTHS = ["Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober", "November", "Desember"];
const column = (key, table, label = key) => ({ key, table, column: `k-${key}`, label });
const INFO = {
  menu: MENU, months: MONTHS,
  district: {
    fields: { year: "tahun", province: "provinsi", district: "kabupaten" },
    heads: { year: "Tahun", province: "Provinsi", district: "Kabupaten" },
    columns: [
      ...["activity", "location", "women", "men", "people", "apbd", "village", "request", "total"].map((key) => column(key, "pengajuan")),
      ...["activity", "priority", "units", "from", "until", "reason", "contact"].map((key) => column(key, "rincian")),
    ],
  },
  province: {
    fields: { year: "tahun", province: "provinsi" }, table: "pengajuan", own: "Provinsi",
    columns: ["name", "activities", "people", "own", "request", "total"].map((key) => column(key, "pengajuan")),
  },
};
const row = (id, more = {}) => ({ ...emptyRow(id), ...more });
const plan = (rows, more = {}) => ({ ...empty(), year: "2030", rows, ...more });
const ids = (made) => made.rows.map((one) => one.activity);
const codes = (made, chosen = ids(made)) => check(made, MENU, chosen).map(({ code }) => code);
/** The only finding, and the plan after its first mend, in which nothing is found. */
function only(made, code, chosen = ids(made)) {
  const found = check(made, MENU, chosen);
  assert.deepEqual(found.map((one) => one.code), [code]);
  const after = mended(made, found[0].mends[0], MENU);
  assert.deepEqual(codes(after), []);
  return [found[0], after];
}

test("amounts are whole numbers, and what is none stays as typed", () => {
  for (const [text, value] of [
    ["", null], ["  ", null], ["12", 12], ["1.500.000", 1500000], ["Rp 1.500.000,00", 1500000], ["rp1500", 1500], ["1 500", 1500],
    ["1.5", "1.5"], ["1,5 juta", "1,5 juta"], ["-3", "-3"], ["12 orang", "12 orang"], ["=1+1", "=1+1"], ["99999999999999999999", "99999999999999999999"],
  ]) assert.equal(amount(text), value, text);
  for (const [text, value] of [["12 orang", 12], ["sekitar 1.500", 1500], ["1,5 juta", null], ["2 atau 3", null], ["banyak", null], ["-3", 3]]) {
    assert.equal(guess(text), value, text);
  }
});

test("sums: c is a plus b, and an activity in two places counts once", () => {
  const rows = [row("tanah", { apbd: 1, village: 2, request: 4, women: 5, men: null }), row("tanah", { request: 8, men: 1, apbd: "banyak" })];
  assert.equal(total(rows[0]), 7);
  assert.deepEqual(sums(rows), { activities: 1, women: 5, men: 1, people: 6, apbd: 1, village: 2, own: 3, request: 12, total: 15 });
});

test("what is chosen elsewhere becomes a row with the scan's reason, in the menu's order", () => {
  const made = joined(empty(), ["bibit", "tanah", "tiada"], MENU, new Map([["tanah", ["satu", "dua"]]]));
  assert.deepEqual(ids(made), ["tanah", "bibit"]);
  assert.equal(made.rows[0].reason, "satu\ndua");
  assert.equal(joined(made, ["bibit", "tanah"], MENU), made);
});

test("what is dropped elsewhere goes when nothing was written, and else stays to be looked at", () => {
  const made = plan([row("tanah", { reason: "dari pindai" }), row("bibit", { location: "Desa A" })]);
  const after = joined(made, [], MENU, new Map([["tanah", ["dari pindai"]]]));
  assert.deepEqual(ids(after), ["bibit"]);
  assert.deepEqual(codes(after, []), ["dropped"]);
  const [found] = check(after, MENU, []);
  assert.deepEqual(found.mends.map(({ code }) => code), ["drop-row", "add"]);
  assert.deepEqual(ids(mended(after, found.mends[0], MENU)), []);
  assert.deepEqual(mended(after, found.mends[1], MENU).rows, after.rows);
});

test("a missing printed companion is a finding, whose mend adds it and nothing of the chain", () => {
  const held = plan([row("tanah")]);
  assert.deepEqual(codes(held), ["partners"]);
  const [found] = check(held, MENU, ids(held));
  assert.deepEqual(found.values, { activity: "tanah", partners: ["air"], missing: ["air"], whole: "tanah lengkap." });
  assert.deepEqual(found.mends, [{ code: "add-partners", values: { ids: ["air"], n: 1 } }]);
  assert.deepEqual(ids(mended(held, found.mends[0], MENU)), ["tanah", "air"]);
});

test("what the chain would add is no finding, and is told by the activity that it comes from", () => {
  assert.deepEqual(chained(plan([row("tanah")]), MENU),
    { lines: [{ activity: "tanah", through: ["bibit"], chain: "tanah berantai." }], ids: ["bibit"] });
  assert.deepEqual(ids(mended(plan([row("tanah")]), { code: "add-chain", values: { ids: ["bibit"] } }, MENU)), ["tanah", "bibit"]);
  for (const rows of [[row("tanah"), row("air")], [row("tanah"), row("bibit")], [row("panen")], []]) {
    assert.deepEqual(chained(plan(rows), MENU), { lines: [], ids: [] });
  }
});

test("the year is the menu's or later", () => {
  for (const [year, code] of [["", "no-year"], ["2029", "year"], ["dua ribu", "year"]]) {
    const [, after] = only(plan([row("bibit")], { year }), code);
    assert.equal(after.year, "2030");
  }
  assert.deepEqual(codes(plan([row("bibit")], { year: " 2031 " })), []);
  assert.deepEqual(codes(empty()), []);
});

test("months fit each other and what is available", () => {
  const [, swapped] = only(plan([row("bibit", { from: 9, until: 3 })]), "order");
  assert.deepEqual([swapped.rows[0].from, swapped.rows[0].until], [3, 9]);
  const set = [row("air"), row("bibit")];
  const [found, later] = only(plan([row("tanah", { from: 1, until: 3 }), ...set]), "early");
  assert.equal(found.values.month, "2030-04");
  assert.deepEqual([later.rows[0].from, later.rows[0].until], [4, 4]);
  const [, moved] = only(plan([row("panen", { from: 3 })]), "early");
  assert.deepEqual([moved.year, moved.rows[0].from], ["2031", 3]);
  assert.deepEqual(codes(plan([row("panen", { from: 1 })], { year: "2032" })), []);
});

test("the same activity in the same place becomes one row in which nothing is lost", () => {
  const one = row("bibit", { location: "Desa A", women: 3, apbd: 10, from: 4, reason: "satu", request: "banyak" });
  const two = row("bibit", { location: " desa  a ", women: 4, men: 2, from: 2, until: 6, reason: "dua", contact: "c", request: 5 });
  const found = check(plan([one, two]), MENU, ["bibit"]).find(({ code }) => code === "twin");
  const { rows: [merged, ...rest] } = mended(plan([one, two]), found.mends[0], MENU);
  assert.deepEqual(rest, []);
  assert.deepEqual(
    [merged.women, merged.men, merged.apbd, merged.from, merged.until, merged.reason, merged.contact, merged.request],
    [7, 2, 10, 2, 6, "satu\ndua", "c", "banyak + 5"],
  );
  assert.deepEqual(codes(plan([row("bibit", { location: "A" }), row("bibit", { location: "B" })])), []);
});

test("what is no amount, another sum, a doubled rank, an unknown activity: each with its mend", () => {
  assert.equal(only(plan([row("bibit", { women: "12 orang" })]), "number")[1].rows[0].women, 12);
  assert.equal(only(plan([row("bibit", { apbd: "banyak" })]), "number")[1].rows[0].apbd, null);
  assert.equal(only(plan([row("bibit", { from: "Junuari 3" })]), "number")[1].rows[0].from, null);
  assert.equal(only(plan([row("bibit", { apbd: 3, total: 9 })]), "total")[1].rows[0].total, undefined);
  assert.deepEqual(only(plan([row("bibit", { priority: 2 }), row("panen", { priority: 2 })]), "rank")[1].rows.map((one) => one.priority), [1, 2]);
  assert.deepEqual(only(plan([row("", { name: "Lain" })]), "unknown")[1].rows, []);
});

test("a province's districts are checked for year and doubles", () => {
  const district = (name, year, file) => ({ name, year, file, rows: [] });
  const made = plan([], { level: "provinsi", districts: [district("A", "2030", "1"), district(" a", "2030", "2")] });
  assert.equal(only(made, "district-twice")[1].districts[0].file, "2");
  assert.deepEqual(only(plan([], { level: "provinsi", districts: [district("A", "2029", "1")] }), "district-year")[1].districts, []);
});

test("a stored plan is checked down to the last value", () => {
  assert.deepEqual(problems(plan([row("tanah", { women: 3, men: "x", from: null, total: 3 })])), []);
  assert.deepEqual(problems(null), ["plan"]);
  assert.deepEqual(problems({ ...empty(), level: "desa" }), ["level"]);
  assert.deepEqual(problems(plan([row("a", { women: -1 }), row("b", { apbd: 1.5 }), row("c", { reason: "x".repeat(10001) }), null])),
    ["rows.0.women", "rows.1.apbd", "rows.2.reason", "rows.3"]);
  assert.deepEqual(problems(plan(Array.from({ length: 1001 }, () => row("a")))), ["rows"]);
  assert.deepEqual(problems(plan([], { districts: [{ name: "a", year: 1, file: "", rows: [] }] })), ["districts.0.year"]);
  assert.ok(blank(emptyRow("a")));
});

const HOSTILE = ['=HYPERLINK("x";"y")', "+62 812", "-1", "@a", "\t=1", "'=1", "'", "''a", "＝1", ' " ; , kutip', "a\nb", "\u202Eabc", "🙂", "x".repeat(10000), "<b>", "#REF!"];

test("CSV: what a program could take for a formula is text, and comes back as typed", () => {
  const rows = HOSTILE.map((text, index) => row("tanah", { location: text, reason: text, contact: text, women: index, men: text === "-1" ? "-1" : null, from: 3, request: 1500000 }));
  const made = plan(rows, { province: "=P()", district: "Kab; \"A\"", year: "2031" });
  const text = toCsv(made, INFO);
  for (const cells of parseCsv(text)) for (const cell of cells) assert.doesNotMatch(cell, /^\s*[=+\-@＝]/);
  assert.deepEqual(fromCsv(text, INFO), { plan: made });
  for (const typed of HOSTILE) assert.equal(restored(neutral(typed)), typed);
  assert.ok(text.startsWith('\uFEFF"Tahun";"Provinsi";"Kabupaten";"activity";'));
});

test("a province's CSV holds its districts' rows too", () => {
  const district = (name) => ({ name, year: "2030", file: "", rows: [row("bibit", { village: 7 }), row("air")] });
  const made = plan([row("panen", { request: 1 })], { level: "provinsi", province: "NTB", districts: [district("A"), district("=B")] });
  assert.deepEqual(fromCsv(toCsv(made, INFO), INFO), { plan: made });
});

test("CSV of other programs: commas, no quotes, other columns, names in another order", () => {
  const text = "contact,activity,apbd,lain,from\r\n'24,2.1 Apa saja,\"1.000\",x,maret\n,Bukan menu,12 ribu,,Marte\n\n";
  const { plan: made } = fromCsv(text, INFO);
  assert.deepEqual(made.rows, [
    row("bibit", { contact: "'24", apbd: 1000, from: 3 }),
    row("", { name: "Bukan menu", apbd: "12 ribu", from: "Marte" }),
  ]);
  assert.deepEqual(fromCsv("a,b\n1,2", INFO), { problem: "columns" });
  assert.deepEqual(fromCsv("", INFO), { problem: "columns" });
});

test("the form's content, and the plan read from it", () => {
  const made = plan([
    row("tanah", { location: "=A1", women: 2, men: 3, apbd: 10, request: 5, priority: 1, units: 4, from: 4, until: 12, reason: "a\nb", contact: "+62" }),
    row("bibit", { location: "B" }), row("", { name: "Lain", apbd: "banyak" }),
  ], { province: "NTB", district: "Lombok Utara" });
  const content = districtForm(made, INFO);
  assert.deepEqual(content.fields, { tahun: "2030", provinsi: "NTB", kabupaten: "Lombok Utara" });
  assert.deepEqual(content.sums.pengajuan, { "k-women": 2, "k-men": 3, "k-people": 5, "k-apbd": 10, "k-village": 0, "k-request": 5, "k-total": 15 });
  assert.equal(content.tables.pengajuan[0]["k-total"], 15);
  assert.equal(content.tables.pengajuan[1]["k-total"], null);
  assert.equal(content.tables.rincian[0]["k-from"], "April");
  assert.equal(content.tables.rincian[0]["k-activity"], "1.1 Kegiatan tanah");
  const held = (rows) => rows.map((one) => Object.fromEntries(Object.entries(one).filter(([, value]) => value !== null)));
  const tables = Object.fromEntries(Object.entries(content.tables).map(([name, rows]) => [name, held(rows)]));
  assert.deepEqual(fromForm({ fields: content.fields, tables }, INFO), { plan: made });
  tables.pengajuan[0]["k-total"] = 99;
  assert.equal(fromForm({ fields: {}, tables }, INFO).plan.rows[0].total, 99);
  assert.deepEqual(fromForm({ fields: {}, tables: { pengajuan: [{ "k-activity": "[Kegiatan]" }], rincian: [{ "k-activity": "[Kegiatan]" }] } }, INFO).plan.rows, []);
  assert.deepEqual(fromForm({ fields: {}, tables: {} }, INFO), { problem: "names" });
});

test("a province sums up its own rows and each district's, and takes the good files of many", async () => {
  const json = (value) => new File([JSON.stringify({ kind: "situs/rencana", version: 1, edition: "2030", value })], "b.json");
  const start = plan([row("panen", { women: 1, request: 100 })], { level: "provinsi", province: "NTB" });
  const { plan: made, refused } = await withDistricts(start, [
    json(plan([row("tanah", { women: 2, apbd: 3, request: 4 }), row("air", { men: 1 })], { district: "A" })),
    new File(["bukan apa-apa"], "rusak.txt"),
    json({ ...empty(), rows: "x" }), json({ ...empty(), level: "provinsi" }), new File(["{"], "c.json"),
    new File([toCsv(plan([row("bibit", { village: 7 })], { district: "B" }), INFO)], "d.csv"),
    new File(["PK\u0003\u0004"], "e.xlsx"), new File([new Uint8Array(6 * 1024 * 1024)], "f.csv"),
  ], INFO);
  assert.deepEqual(refused.map(({ problem }) => problem), ["columns", "value", "province", "json", "zip", "size"]);
  const content = provinceForm(made, INFO);
  assert.deepEqual(content.tables.pengajuan.map((one) => Object.values(one)), [
    ["Provinsi", 1, 1, 0, 100, 100], ["A", 2, 3, 3, 4, 7], ["B", 1, 0, 7, 0, 7],
  ]);
  assert.deepEqual(content.sums.pengajuan, { "k-activities": 4, "k-people": 4, "k-own": 10, "k-request": 104, "k-total": 114 });
  assert.deepEqual(await readPlan(new File(["\u0000\u0001"], "g"), INFO), { problem: "kind" });
});

test("the place is the one chosen elsewhere, else the one that the scan names", () => {
  const chosen = { version: 1, value: { province: "NTB", district: "Lombok Utara", role: "provinsi" } };
  const scan = { version: 1, value: { district: { text: "Bima", at: 1 } } };
  assert.deepEqual(placeOf(chosen, scan), { province: "NTB", district: "Lombok Utara", level: "provinsi" });
  assert.deepEqual(placeOf(null, scan), { province: "", district: "Bima", level: "kabupaten" });
  assert.deepEqual(placeOf({ value: { district: 7 } }, { value: {} }), { province: "", district: "", level: "kabupaten" });
});
