import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { test } from "node:test";
import { dayOf, escaped, fill, fillForm, read, readForm, serial } from "../../docs/assets/kit/xlsx.js";
import { crc32, entries, Reader, replaced } from "../../docs/assets/kit/zip.js";

/** A small archive without compression. */
function archive(files) {
  const [parts, index] = [[], []];
  let at = 0;
  for (const [name, text] of Object.entries(files)) {
    const [label, body] = [Buffer.from(name), Buffer.from(text)];
    const head = Buffer.alloc(30);
    head.writeUInt32LE(0x04034b50, 0);
    head.writeUInt32LE(crc32(body), 14);
    head.writeUInt32LE(body.length, 18);
    head.writeUInt32LE(body.length, 22);
    head.writeUInt16LE(label.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    head.copy(entry, 16, 14, 28);
    entry.writeUInt32LE(at, 42);
    parts.push(head, label, body);
    index.push(entry, label);
    at += 30 + label.length + body.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(Object.keys(files).length, 10);
  end.writeUInt32LE(at, 16);
  return new Uint8Array(Buffer.concat([...parts, ...index, end]));
}

const NAMES = {
  isian__nama: "'Formulir ''A'''!$B$1",
  isian__triwulan__t1: "'Formulir ''A'''!$B$2",
  isian__triwulan__t2: "'Formulir ''A'''!$B$3",
  kolom__isi_nya__teks: "'Formulir ''A'''!$A$5:$A$7",
  kolom__isi_nya__banyak__nilai: "'Formulir ''A'''!$B$5:$B$7",
  kolom__isi_nya__total: "'Formulir ''A'''!$C$5:$C$7",
  jumlah__isi_nya__total: "'Formulir ''A'''!$C$8",
};
const SHEET = `<worksheet><cols><col min="1" max="3" width="20"/></cols><sheetData>
<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="4"/></row>
<row r="2"><c r="B2" s="4"/></row><row r="3"><c r="B3" s="4"/></row>
<row r="5"><c r="A5" s="1" t="s"><v>1</v></c><c r="B5" s="2"/><c r="C5" s="3" t="str"><f>SUM(B5)</f><v></v></c></row>
<row r="6" hidden="1" outlineLevel="1"><c r="A6" s="1"/><c r="B6" s="2"/><c r="C6" s="3" t="str"><f>SUM(B6)</f><v></v></c></row>
<row r="7" hidden="1" outlineLevel="1"><c r="A7" s="1"/><c r="B7" s="2"/><c r="C7" s="3" t="str"><f>SUM(B7)</f><v></v></c></row>
<row r="8"><c r="C8" s="3"><f>SUM(C5:C7)</f><v>0</v></c></row></sheetData></worksheet>`;
const book = (sheet = SHEET, names = NAMES) => archive({
  "xl/workbook.xml": `<workbook xmlns:r="r"><sheets><sheet name="Formulir 'A'" sheetId="1" r:id="rId1"/></sheets><definedNames>${
    Object.entries(names).map(([name, at]) => `<definedName name="${name}">${at}</definedName>`).join("")}</definedNames></workbook>`,
  "xl/_rels/workbook.xml.rels": '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
  "xl/sharedStrings.xml": "<sst><si><t>Nama &amp; asal</t></si><si><r><t>[ke</t></r><rPh><t>x</t></rPh><r><t>giatan]</t></r></si></sst>",
  "xl/worksheets/sheet1.xml": sheet,
});
const HOSTILE = [
  '=HYPERLINK("https://x.example","klik")', "+62 812", "-1+1", "@SUM(A1)", "\t=1", "'=1", "<b>&amp;</b>]]>", "\u202Eterbalik\u2066",
  "🙂👩‍👩‍👧", "a\nb\r\nc\rd", "  dua spasi  ", "_x0041_ dan _x005F_", "\u0000\u0001\u001f\uFFFE", "\uD800 lepas", "1e5", "001",
  "x".repeat(10000), "{root}", "</t></is></c>",
];

test("what is typed comes back as typed, as text", async () => {
  const rows = HOSTILE.map((text) => ({ teks: text }));
  for (const { teks } of rows) {
    const { bytes } = await fillForm(book(), { fields: { nama: teks }, tables: { "isi-nya": [{ teks, banyak__nilai: 3, total: 3 }] } });
    const { fields, tables } = await readForm(bytes);
    assert.equal(fields.nama, teks);
    assert.deepEqual(tables["isi-nya"], [{ teks, banyak__nilai: 3, total: 3 }]);
    const cells = (await read(bytes))["Formulir 'A'"];
    assert.equal(cells.B1, teks);
    assert.deepEqual(cells.C5, { formula: "SUM(B5)", value: 3 });
  }
});

test("formulas stay, boxes are ticked, patterns go, rows unfold", async () => {
  const tables = { "isi-nya": [{ teks: "a", banyak__nilai: 1, total: 1 }, { teks: "b", banyak__nilai: 2, total: 2 }] };
  const made = await fillForm(book(), { fields: { triwulan: ["t2"] }, tables, sums: { "isi-nya": { total: 3 } } });
  const found = await readForm(made.bytes);
  assert.deepEqual(found.fields, { triwulan: ["t2"] });
  assert.deepEqual(found.tables, tables);
  const xml = await new Reader(made.bytes).text("xl/worksheets/sheet1.xml");
  assert.match(xml, /<row r="6">/);
  assert.match(xml, /<row r="7" hidden="1" outlineLevel="1">/);
  assert.match(xml, /<c r="C8" s="3"><f>SUM\(C5:C7\)<\/f><v>3<\/v><\/c>/);
  const empty = await fillForm(book(), { tables: { "isi-nya": [] } });
  assert.deepEqual((await readForm(empty.bytes)).tables["isi-nya"], []);
});

test("a row grows with its text", async () => {
  const { bytes } = await fillForm(book(), { tables: { "isi-nya": [{ teks: "kata ".repeat(40) }] } });
  assert.match(await new Reader(bytes).text("xl/worksheets/sheet1.xml"), /<row r="5" ht="153" customHeight="1">/);
});

test("more rows than there is room for are said, and nothing is made", async () => {
  const rows = Array.from({ length: 4 }, () => ({ teks: "a" }));
  assert.deepEqual(await fillForm(book(), { tables: { "isi-nya": rows } }), { problem: "rows", capacity: 3 });
});

test("an id that the template does not have is the program's fault", async () => {
  await assert.rejects(fillForm(book(), { fields: { tiada: "x" } }), RangeError);
  await assert.rejects(fillForm(book(), { tables: { tiada: [] } }), RangeError);
  await assert.rejects(fill(book(), { "Formulir 'A'": { Z9: 1 } }), RangeError);
  await assert.rejects(fill(book(), { Tiada: { A1: 1 } }), RangeError);
});

test("names move with rows that were put in, and gaps stay gaps", async () => {
  const moved = Object.fromEntries(Object.entries(NAMES).map(([name, at]) => [name, at.replace(/\$(\d)/g, (_, n) => `$${Number(n) + 10}`)]));
  const sheet = '<x:worksheet xmlns:x="n"><x:sheetData><x:row><x:c r="B11" t="inlineStr"><x:is><x:t>Desa</x:t></x:is></x:c>'
    + '<x:c r="A15" t="str"><x:v>a&#10;b</x:v></x:c><x:c r="A17" t="n"><x:v>1.5E2</x:v></x:c><x:c r="B15" t="b"><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>';
  assert.deepEqual(await readForm(book(sheet, moved)), {
    fields: { nama: "Desa", triwulan: [] },
    tables: { "isi-nya": [{ teks: "a\nb", banyak__nilai: 1 }, {}, { teks: 150 }] },
  });
});

test("what is no form of this site is refused with a reason", async () => {
  const broken = book();
  broken.set([1, 2, 3], 80);
  assert.deepEqual(await readForm(new Uint8Array(0)), { problem: "zip" });
  assert.deepEqual(await readForm(new TextEncoder().encode("PK".repeat(5000))), { problem: "zip" });
  assert.deepEqual(await readForm(broken), { problem: "zip" });
  assert.deepEqual(await readForm(book().subarray(0, 500)), { problem: "zip" });
  assert.deepEqual(await readForm(book(SHEET, {})), { problem: "names" });
  assert.deepEqual(await readForm(book('<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>')), { problem: "xml" });
  assert.deepEqual(await readForm(book("<worksheet><a")), { problem: "xml" });
});

test("a file that unpacks to far too much is refused before it is unpacked", async () => {
  const bomb = await replaced(book(), new Map([["xl/worksheets/sheet1.xml", " ".repeat(31 * 1024 * 1024)]]));
  assert.ok(bomb.length < 100_000);
  await assert.rejects(new Reader(bomb, 1_000_000).text("xl/worksheets/sheet1.xml"), { code: "size" });
});

test("the same content makes the same bytes, which other programs can unpack", async () => {
  const [one, two] = [await fillForm(book(), { fields: { nama: "a" } }), await fillForm(book(), { fields: { nama: "a" } })];
  assert.deepEqual(one.bytes, two.bytes);
  assert.equal(entries(one.bytes).size, 4);
  const said = execFileSync("python3", ["-c", "import sys,zipfile,io;z=zipfile.ZipFile(io.BytesIO(sys.stdin.buffer.read()));print(z.testzip(),len(z.namelist()))"], { input: one.bytes });
  assert.equal(said.toString().trim(), "None 4");
});

test("days are counted as Excel does", () => {
  assert.equal(serial("2030-06-30"), 47664);
  assert.equal(dayOf(47664), "2030-06-30");
  assert.equal(serial("bukan tanggal"), null);
  assert.equal(escaped("\b"), "_x0008_");
});
