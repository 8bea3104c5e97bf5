import assert from "node:assert/strict";
import { test } from "node:test";
import { fileText, readFile } from "../../docs/assets/kit/kit.js";
import { check, clean, empty, inRow, lastWrite, merge, nameOf, newDocument, rowsOf, said, told, valueOf } from "../../docs/assets/fill/fill.js";
import { amount, apply, choose, gathered, latestHalf, timesOf, total } from "../../docs/assets/fill/gather.js";
import { added, content, fromContent, replaced } from "../../docs/assets/fill/keep.js";
import { copyOf, rowsFor } from "../../docs/assets/fill/rows.js";
import { left, plus, today } from "../../docs/assets/fill/send.js";

const MONTHS = ["Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober", "November", "Desember"];
const WORDS = {
  months: MONTHS, place: "Tanpa lokasi", date: "tanpa tanggal", package: "Paket {n}", report: "Laporan",
  total: "{name}: {sum} (dari {n} tempat)", totalOne: "{name}: {sum} (satu tempat)", share: "{name} (tidak dijumlahkan)",
  listed: "{name}", unfilled: "{name}: kosong", line: "- {place}, {date}: {text}", people: "{label}: {n} ({sexes})", sex: "{n} {label}", cut: "(terpotong)",
};
const VISIT = {
  label: "Kunjungan",
  places: {
    date: "tanggal", place: "lokasi", quarter: "triwulan", year: "tahun", package: "hasil/paket", indicator: "hasil/indikator",
    achieved: "hasil/capaian", challenge: "hasil/tantangan", follow_up: "hasil/tindak", responsible: "hasil/pihak",
    person: "hasil/orang__nama", post: "hasil/orang__jabatan", unit: "hasil/orang__unit", sex: "hasil/orang__kelamin",
    recommendation: "saran",
  },
  labels: { challenge: "Tantangan", follow_up: "Tindak lanjut", responsible: "Pihak", person: "Orang" },
  quarters: ["t1", "t2", "t3", "t4"], years: { f29: 2029, f30: 2030 }, sexes: { l: "L", p: "P" },
};
const PAGE = {
  form: "laporan", label: "Laporan", edition: "2030",
  places: {
    quarter: "triwulan", year: "tahun", district: "kabupaten", subdistrict: "kecamatan", progress: "kemajuan",
    stakeholders: "pihak", lessons: "pelajaran",
  },
  visits: { kunjungan: VISIT },
  halves: [
    { id: "satu", label: "Januari sampai Juni", short: "Jan–Jun", from: 1, to: 6, quarters: ["t1", "t2"] },
    { id: "dua", label: "Juli sampai Desember", short: "Jul–Des", from: 7, to: 12, quarters: ["t3", "t4"] },
  ],
  years: { f30: 2030 },
  indicators: { "2030/a/1": { name: "Jumlah camat", count: true }, "2030/a/2": { name: "Persentase desa" } },
};
const VISIT_PAGE = {
  form: "kunjungan", places: VISIT.places,
  activities: [
    { id: "a", package: "1", name: "1.1 A", rows: [{ key: "2030/a/1", name: "Jumlah camat", about: "" }, { key: "2030/a/2", name: "Persentase desa", about: "" }] },
    { id: "b", package: "2", name: "2.3 B", rows: [], none: "Tanpa indikator." },
  ],
};

let time = 0;
const filled = (id, form, values) => ({
  ...newDocument(id, form, "2030"),
  values: Object.fromEntries(Object.entries(values).map(([key, v]) => [key, { v, at: (time += 1) }])),
});
/** A visit with rows of `[indicator, achieved, more]`. */
const visit = (id, place, date, rows = [], more = {}) => filled(id, "kunjungan", {
  lokasi: place, tanggal: date, ...more,
  ...Object.fromEntries(rows.flatMap(([indicator, achieved, extra = {}], index) => [
    [`hasil/r${index}`, index + 1], [`hasil/r${index}/paket`, "1"], [`hasil/r${index}/@indicator`, indicator],
    [`hasil/r${index}/capaian`, achieved], ...Object.entries(extra).map(([key, v]) => [`hasil/r${index}/${key}`, v]),
  ])),
});
const report = (half, year, more = {}) => filled("lapor", "laporan", { "@half": half, "@year": year, ...more });

test("rows stand in order, a removed one is gone, and places find their values", () => {
  const one = filled("a", "kunjungan", { "hasil/b": 2, "hasil/a": 1, "hasil/c": null, "hasil/a/paket": "1", "hasil/b/paket": " 2 ", "hasil/c/paket": "9" });
  assert.deepEqual(rowsOf(one, "hasil"), ["a", "b"]);
  assert.deepEqual(said(one, "hasil/paket"), ["1", "2"]);
  assert.equal(inRow("hasil/orang__nama", "r1"), "hasil/r1/orang__nama");
  assert.equal(valueOf(one, "hasil/c"), "");
});

test("of two states the later value of each field counts, and nothing of either is lost", () => {
  const mine = { documents: [{ ...newDocument("a", "k", ""), values: { x: { v: "tua", at: 1 }, y: { v: "aku", at: 3 } } }], gone: {} };
  const theirs = { documents: [{ ...newDocument("a", "k", ""), values: { x: { v: "baru", at: 2 } } }, newDocument("b", "k", "")], gone: {} };
  const both = merge(mine, theirs);
  assert.deepEqual(both.documents.map((one) => one.id), ["a", "b"]);
  assert.deepEqual([both.documents[0].values.x.v, both.documents[0].values.y.v], ["baru", "aku"]);
  assert.deepEqual(merge(theirs, mine).documents.find(({ id }) => id === "a").values, both.documents[0].values);
});

test("a removed document stays so unless it was written to afterwards", () => {
  const one = { ...newDocument("a", "k", ""), values: { x: { v: "isi", at: 5 } } };
  assert.equal(merge({ documents: [one], gone: { a: 5 } }, empty()).documents.length, 0);
  assert.equal(merge({ documents: [one], gone: { a: 4 } }, empty()).documents.length, 1);
  assert.equal(added({ documents: [], gone: { a: 9 } }, { documents: [one], gone: {} }).documents.length, 1);
});

test("replacing by a file leaves nothing that could come back", () => {
  const here = { documents: [filled("a", "k", { x: "1", y: "2" }), filled("b", "k", { x: "1" })], gone: {} };
  const file = { documents: [filled("a", "k", { x: "9" })], gone: {} };
  const now = replaced(here, file, 10_000);
  const again = merge(now, here);
  assert.deepEqual(again.documents.map((one) => one.id), ["a"]);
  assert.deepEqual([valueOf(again.documents[0], "x"), valueOf(again.documents[0], "y")], ["9", ""]);
});

test("what is stored is checked, and cleaned of what does not belong", async () => {
  const good = { documents: [{ ...filled("a", "k", { x: ["t1"], y: "teks", "@in/b": true }), odd: 1 }], gone: { b: 3 } };
  assert.deepEqual(check(good), []);
  assert.equal("odd" in clean(good).documents[0], false);
  for (const bad of [
    null, [], { documents: {}, gone: {} }, { documents: [{}], gone: {} }, { documents: good.documents, gone: { b: -1 } },
    { documents: [...good.documents, ...good.documents], gone: {} },
    { documents: [filled("../a", "k", {})], gone: {} }, { documents: [filled("a", "k", { x: {} })], gone: {} },
    { documents: [filled("a", "k", { x: "a".repeat(30_001) })], gone: {} }, { documents: [filled("a", "k", { x: NaN })], gone: {} },
  ]) assert.notDeepEqual(check(bad), []);
  const back = await readFile(new Blob([fileText("formulir", 1, clean(good), "2030")]), "formulir", { check });
  assert.deepEqual(back.value, clean(good));
});

test("a document is called by place, date and packages; a report by its half year", () => {
  assert.equal(nameOf(PAGE, visit("a", "Gangga", "2030-03-12", [["2030/a/1", "1"]]), WORDS), "Gangga, 12 Maret 2030, Paket 1");
  assert.equal(nameOf(PAGE, visit("a", "", ""), WORDS), "Tanpa lokasi, tanpa tanggal");
  assert.equal(nameOf(PAGE, report("dua", "2030", { kabupaten: "Lombok" }), WORDS), "Jul–Des 2030, Lombok");
  assert.equal(told("bukan", MONTHS), "bukan");
});

test("a copy is another document with the same values, written later", () => {
  const one = visit("a", "Gangga", "2030-03-12", [["2030/a/1", "1"]]);
  const copy = copyOf(one, "b", 9_000);
  assert.equal(copy.id, "b");
  assert.equal(lastWrite(copy), 9_000);
  assert.deepEqual(said(copy, "hasil/capaian"), ["1"]);
});

test("an activity brings a row for each of its indicators that has none yet", () => {
  const one = visit("a", "Gangga", "2030-03-12", [["2030/a/1", "1"]]);
  assert.deepEqual(rowsFor(VISIT_PAGE, one, "a"), [
    { "hasil/paket": "1", "@activity": "a", "hasil/indikator": "Persentase desa", "@indicator": "2030/a/2" },
  ]);
  assert.deepEqual(rowsFor(VISIT_PAGE, one, "b"), [{ "hasil/paket": "2", "@activity": "b" }]);
  assert.deepEqual(rowsFor(VISIT_PAGE, filled("x", "kunjungan", { "hasil/r": 1, "hasil/r/@activity": "b" }), "b"), []);
});

test("a visit is about the quarters ticked; the last one of the year before when it lies ahead; else its date's", () => {
  const times = (place, date, more) => timesOf(PAGE, visit("a", place, date, [], more));
  assert.deepEqual(times("", "2030-07-03", { triwulan: ["t2"], tahun: ["f30"] }), { by: "byQuarter", times: [{ quarter: 1, year: 2030 }] });
  assert.deepEqual(times("", "2030-01-09", { triwulan: ["t4"] }).times, [{ quarter: 3, year: 2029 }]);
  assert.deepEqual(times("", "2030-05-09", {}), { by: "byDate", times: [{ quarter: 1, year: 2030 }] });
  assert.deepEqual(times("", "", { triwulan: ["t2"] }), { by: "noTime", times: [] });
});

test("a visit is in by its time, or as the report says by hand", () => {
  const visits = [visit("a", "A", "2030-03-01"), visit("b", "B", "2030-09-01"), visit("c", "C", "")];
  const isIn = (one) => choose(PAGE, one, visits).map((row) => row.isIn);
  assert.deepEqual(isIn(report("satu", "2030")), [true, false, false]);
  assert.deepEqual(isIn(report("satu", "2030", { "@in/a": false, "@in/c": true })), [false, false, true]);
  assert.deepEqual(isIn(report("", "2030", { "@in/c": true })), [false, false, false]);
  assert.deepEqual(latestHalf(PAGE, visits), { half: "dua", year: "2030" });
  assert.equal(latestHalf(PAGE, [visit("c", "C", "")]), null);
});

test("only whole numbers are amounts", () => {
  assert.deepEqual(amount(" 1.250 orang "), { n: 1250, unit: "orang" });
  assert.deepEqual(amount("12"), { n: 12, unit: "" });
  for (const text of ["12%", "12 dari 20", "1,5", "1.25", "dua", "", "-3", "12 orang 3"]) assert.equal(amount(text), null, text);
});

test("the last entry of every place is added up, and nothing where that is unsure", () => {
  const entry = (place, date, text, id = place + date) => ({ place, date, text, visit: id });
  assert.deepEqual(total([entry("Gangga", "2030-03-01", "12"), entry("gangga ", "2030-06-01", "15"), entry("Bayan", "2030-05-01", "20")]), { sum: 35, places: 2, unit: "" });
  assert.equal(total([entry("A", "2030-03-01", "12"), entry("B", "2030-03-01", "banyak")]), null);
  assert.equal(total([entry("", "2030-03-01", "12")]), null);
  assert.equal(total([entry("A", "2030-03-01", "12 orang"), entry("B", "2030-03-01", "2 desa")]), null);
  assert.equal(total([entry("A", "2030-03-01", "12", "x"), entry("A", "2030-03-01", "13", "x")]), null);
  assert.equal(total([entry("A", "2030-03-01", "12", "x"), entry("A", "2030-03-01", "12", "y")]), null);
  assert.equal(total([]), null);
});

test("a report lists visits by package, adds counts, never shares, and names nobody", () => {
  const visits = [
    visit("b", "Bayan", "2030-06-03", [["2030/a/1", "20"], ["2030/a/2", "50%"]], { saran: "Lanjutkan.\nSegera." }),
    visit("a", "Gangga", "2030-03-12", [["2030/a/1", "12", {
      tantangan: "Pelatih\nbelum ada", tindak: "Cari pelatih", pihak: "Bidang Latih", orang__nama: "Siti", orang__jabatan: "Camat", orang__unit: "Kecamatan", orang__kelamin: "p",
    }], ["2030/a/2", "40%"]]),
  ];
  const found = gathered(PAGE, report("satu", "2030"), visits, WORDS, { district: "Lombok Utara" });
  assert.equal(found.kemajuan, [
    "Paket 1",
    "Jumlah camat: 32 (dari 2 tempat)",
    "- Gangga, 12 Maret 2030: 12",
    "- Bayan, 3 Juni 2030: 20",
    "Persentase desa (tidak dijumlahkan)",
    "- Gangga, 12 Maret 2030: 40%",
    "- Bayan, 3 Juni 2030: 50%",
    "Tantangan:",
    "- Gangga, 12 Maret 2030: Pelatih belum ada",
    "  Tindak lanjut: Cari pelatih",
    "  Pihak: Bidang Latih",
  ].join("\n"));
  assert.equal(found.pihak, ["Orang: 1 (1 P)", "- Gangga, 12 Maret 2030: Camat, Kecamatan", "Pihak:", "- Gangga, 12 Maret 2030: Bidang Latih"].join("\n"));
  assert.equal(found.pelajaran, "- Bayan, 3 Juni 2030: Lanjutkan. Segera.");
  assert.deepEqual([found.triwulan, found.tahun, found.kabupaten, found.kecamatan], [["t1", "t2"], ["f30"], "Lombok Utara", "Gangga, Bayan"]);
  assert.doesNotMatch(JSON.stringify(found), /Siti/);
  assert.deepEqual(gathered(PAGE, report("satu", "2035"), [], WORDS).tahun, []);
});

test("a share of one place is never a total, and a text that is too long is cut with a word", () => {
  const one = [visit("a", "A", "2030-03-12", [["2030/a/2", "40"]])];
  assert.match(gathered(PAGE, report("satu", "2030"), one, WORDS).kemajuan, /^Paket 1\nPersentase desa\n- A/);
  const many = Array.from({ length: 5 }, (_, index) => visit(`v${index}`, `T${index}`, "2030-03-12", [], { saran: "a".repeat(9_000) }));
  const { pelajaran } = gathered(PAGE, report("satu", "2030"), many, WORDS);
  assert.ok(pelajaran.length <= 30_000);
  assert.ok(pelajaran.endsWith("\n(terpotong)"));
});

test("what was changed by hand is not overwritten, also when it was emptied", () => {
  const one = report("satu", "2030", { kemajuan: "tulisan saya", pelajaran: "" });
  assert.equal(apply(one, { kemajuan: "dari kunjungan", pelajaran: "saran", pihak: "camat", kabupaten: "" }, 9), true);
  assert.deepEqual([valueOf(one, "kemajuan"), valueOf(one, "pelajaran"), valueOf(one, "pihak")], ["tulisan saya", "", "camat"]);
  assert.equal(one.values.kabupaten, undefined);
  assert.equal(apply(one, { pihak: "camat" }, 10), false);
  assert.equal(apply(one, { pihak: "lurah" }, 11), true);
  assert.deepEqual(one.values.pihak, { v: "lurah", at: 11, auto: true });
});

test("a workbook gets and gives back what stands on the sheet", () => {
  const known = {
    fields: { lokasi: { kind: "text", options: {} }, tanggal: { kind: "date", options: {} }, triwulan: { kind: "tick", options: { t1: "T1", t2: "T2" } }, kelamin: { kind: "choice", options: { l: "L", p: "P" } } },
    tables: { hasil: { paket: { kind: "text", options: {} }, orang__kelamin: { kind: "choice", options: { l: "L", p: "P" } } } },
  };
  const hostile = '=HYPERLINK("http://x") \u202e{root}';
  const one = filled("a", "kunjungan", {
    lokasi: hostile, tanggal: "2030-03-12", triwulan: ["t2"], kelamin: "p", "hasil/r": 1, "hasil/r/paket": "1", "hasil/r/orang__kelamin": "l", "hasil/s": 2, "hasil/r/@indicator": "x",
  });
  const made = content(one, known, (day) => `#${day}`);
  assert.deepEqual(made, {
    fields: { lokasi: hostile, tanggal: "#2030-03-12", triwulan: ["t2"], kelamin: "P" },
    tables: { hasil: [{ paket: "1", orang__kelamin: "L" }, {}] },
  });
  made.fields.tanggal = 47554;
  const back = fromContent(made, known, newDocument("b", "kunjungan", ""), () => "2030-03-12", 5).value.documents[0];
  assert.deepEqual(check({ documents: [back], gone: {} }), []);
  for (const key of ["lokasi", "tanggal", "triwulan", "kelamin"]) assert.deepEqual(valueOf(back, key), valueOf(one, key));
  assert.deepEqual([said(back, "hasil/paket"), said(back, "hasil/orang__kelamin")], [["1"], ["l"]]);
  const read = (fields, tables) => fromContent({ fields, tables }, known, newDocument("b", "k", ""), String, 5).problem;
  assert.equal(read({ lain: "x" }, { hasil: [] }), "form");
  assert.equal(read({ lokasi: "x" }, {}), "form");
  assert.equal(read({}, { hasil: [{ lain: "1" }] }), "form");
  assert.equal(read({ triwulan: [] }, { hasil: [] }), "nothing");
  assert.equal(read({ lokasi: 812 }, { hasil: [] }), undefined);
});

test("days are counted from day to day, and today is Jakarta's", () => {
  assert.equal(today(new Date("2030-06-30T17:30:00Z")), "2030-07-01");
  assert.equal(plus("2030-02-25", 7), "2030-03-04");
  assert.equal(plus("kemarin", 7), null);
  assert.deepEqual(["2030-07-15", "2030-07-01", "2030-06-30", "2030-06-29", "2030-06-20"].map((day) => left("2030-06-30", day)), [
    { code: "days", n: 15 }, { code: "tomorrow", n: 1 }, { code: "today", n: 0 }, { code: "yesterday", n: 1 }, { code: "past", n: 10 },
  ]);
});
