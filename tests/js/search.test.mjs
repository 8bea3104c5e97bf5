import assert from "node:assert/strict";
import { test } from "node:test";
import { Engine, passage, pieces, places, stemmer, tokens } from "../../docs/assets/search/engine.js";
import { shelved, textPath } from "../../docs/assets/search/search.js";

const ROOTS = new Set(["rencana", "latih", "camat", "anggar", "sebar", "tulis", "kuat", "layan", "ajar"]);
const stem = stemmer(ROOTS);

const row = (url, title, { group = "menu", partOf = "", labels = "", names = "", asked = "", summary = "" } = {}) =>
  [url, title, group, partOf, labels, names, asked, summary, 0];

const engine = () => new Engine({
  documents: [
    row("menu/1/1.1/", "Kegiatan 1.1 Pelatihan Camat", { labels: "Kegiatan 1.1\n1.1", asked: "kursus pemimpin" }),
    row("menu/1/6.1/", "Kegiatan 6.1 Pencatatan Sipil", { labels: "Kegiatan 6.1\n6.1", summary: "Akta bagi anak." }),
    row("bab-1/#1.1", "1.1 Latar belakang", { group: "guideline", labels: "Bagian 1.1" }),
    row("akronim/#crvs", "Akronim CRVS: Pencatatan Sipil", { group: "term", labels: "CRVS" }),
  ],
  words: "perencanaan 3\ntrenggalek 4",
  roots: "latih rencana catat",
  same: [["akta", "akte", "surat lahir"], ["crvs", "pencatatan sipil"]],
  ignored: ["yang", "untuk"],
});
const first = (typed, typing) => engine().search(typed, typing).hits[0]?.entry.url;

test("a root is found under its affixes, and only a known one", () => {
  const words = ["perencanaan", "merencanakan", "pelatihan", "melatih", "kecamatan", "penganggaran",
    "menyebarkan", "menulis", "menguatkan", "pelayanannya", "belajar", "pelajaran", "desa", "ini"];
  assert.deepEqual(words.map(stem), ["rencana", "rencana", "latih", "latih", "camat", "anggar",
    "sebar", "tulis", "kuat", "layan", "ajar", "ajar", "desa", "ini"]);
});

test("words and numbers are cut as the build cuts them", () => {
  assert.deepEqual(tokens("Bagian 2.1.3, UU 6/2014: <b>Desa</b>'s"),
    ["bagian", "2.1.3", "uu", "6", "2014", "b", "desa", "b", "s"]);
});

test("places are read as the build writes them", () => {
  assert.deepEqual(places("11I1"), [0, 1, 41]);
  assert.deepEqual(places(""), []);
});

test("official words, roots, everyday words, numbers and acronyms lead to the same page", () => {
  for (const typed of ["pelatihan camat", "melatih camat", "kursus", "1.1", "kegiatan 1.1", "peltihan"]) {
    assert.equal(first(typed), "menu/1/1.1/", typed);
  }
  assert.equal(first("akte"), "menu/1/6.1/");
  assert.equal(first("surat lahir yang untuk"), "menu/1/6.1/");
  assert.equal(first("bagian 1.1"), "bab-1/#1.1");
  assert.equal(first("merencanakan"), "bab-1/#1.1");
  assert.equal(first("trenggalk"), "akronim/#crvs");
  assert.deepEqual(engine().search("CRVS").hits.map(({ entry }) => entry.url).sort(), ["akronim/#crvs", "menu/1/6.1/"]);
});

test("an unfinished word counts while one types, a misspelt one says what it was taken for", () => {
  assert.equal(first("penca", true), "menu/1/6.1/");
  assert.deepEqual(engine().search("pencatatn").instead, [["pencatatn", "pencatatan"]]);
  assert.deepEqual(engine().search("xyzzy").hits, []);
});

test("other editions are added to the same index and keep their name", () => {
  const both = engine();
  both.add({ documents: [row("menu/2/1.1/", "Kegiatan 1.1 Pelatihan Camat")], words: "", roots: "latih" }, "2");
  const editions = both.search("pelatihan camat").hits.map(({ entry }) => entry.edition);
  assert.deepEqual(editions.slice(0, 2).sort(), ["", "2"]);
});

test("no query breaks it", () => {
  const one = engine();
  for (const typed of ["", " ", "__proto__", "constructor", "(.*)+", "\\", "🏥", "<script>", "a".repeat(10_000),
    "camat ".repeat(5_000), "\u0000", "=", "~latih", "'", "1.1.1.1.1"]) {
    assert.ok(Array.isArray(one.search(typed, true).hits), typed.slice(0, 20));
  }
});

test("pieces mark whole words by their root", () => {
  assert.deepEqual(pieces("Ia melatih camat, kecamatan.", new Set(["camat"]), stem),
    [["Ia melatih ", false], ["camat", true], [", ", false], ["kecamatan", true], [".", false]]);
});

test("a passage is the stretch with most of the words, cut at blanks", () => {
  const long = `${"kata ".repeat(60)}pelatihan bagi camat ${"kata ".repeat(60)}`;
  const found = passage(["camat saja", long], new Set(["latih", "camat"]), stem, 80);
  assert.match(found, /^… .*pelatihan bagi camat.* …$/);
  assert.ok(found.length < 100);
  assert.equal(passage(["tiada"], new Set(["camat"]), stem), "");
});

test("the best come first, the others by group, other editions last", () => {
  const hit = (group, edition = "") => ({ entry: { group, edition } });
  const hits = [hit("menu"), hit("menu", "2018"), hit("guideline"), hit("menu"), hit("note"), hit("menu")];
  assert.deepEqual(shelved(hits).map(({ key, hits: held }) => [key, held.length]),
    [["best", 3], ["note", 1], ["menu", 1], ["edition 2018", 1]]);
});

test("paragraphs lie where the build put them", () => {
  assert.equal(textPath("menu/2017/1.1/"), "cari/isi/menu/2017/1.1/index.json");
  assert.equal(textPath("panduan/bab-2/#2.1.3"), "cari/isi/panduan/bab-2/2.1.3.json");
  assert.equal(textPath(""), "cari/isi/beranda/index.json");
});
