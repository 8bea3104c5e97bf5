import assert from "node:assert/strict";
import { test } from "node:test";
import { fileText, readFile } from "../../docs/assets/kit/kit.js";
import { carry, likeness, match, report } from "../../docs/assets/scan/change.js";
import { added, replaced } from "../../docs/assets/scan/keep.js";
import {
  advice, applies, check, clean, empty, fits, isBlank, isLater, merge, newInterview, progress, questionsFor, read,
  recommend, remaining, stamped, taken, who,
} from "../../docs/assets/scan/scan.js";

const WORDS = { ya: "Ya", tidak: "Tidak", unnamed: "Belum dipilih", because: "Karena {who} menjawab {answer} pada: {question}" };

const question = (key, text, need, kinds, more = {}) => ({
  key, text, need, kinds, row: key.split("/")[0], parent: key.includes(".") ? key.replace(/\.\d+$/, "") : null, if: null, ...more,
});

/** A questionnaire with every kind of question: no, yes, text, follow-ups, a package of two activities. */
const page = (changes = {}) => ({
  edition: "1", digest: "a", kinds: ["Camat", "Sekretaris", "Kepala Desa"],
  rows: [
    { id: "latih", activities: ["latih"] }, { id: "aturan", activities: ["aturan"] },
    { id: "desa", activities: ["desa"] }, { id: "paket", activities: ["gagas", "luas"] },
  ],
  questions: [
    question("latih/1", "Pernah dilatih tentang kepemimpinan?", "no", [0, 1]),
    question("latih/1.1", "Siapa yang melatih?", "text", [0, 1], { if: "yes" }),
    question("aturan/1", "Ada peraturan bupati?", "no", [0]),
    question("aturan/1.1", "Perlu dukungan menyusun regulasi?", "yes", [0], { if: "yes" }),
    question("desa/1", "Ada sistem informasi desa?", "no", [2]),
    question("desa/1.1", "Kapasitas apa yang perlu?", "text", [2], { if: "no" }),
    question("desa/2", "Ada orang yang mampu?", "no", [2]),
    question("paket/1", "Perlu dukungan untuk gagasan baru?", "yes", [0, 2]),
  ],
  activities: {
    latih: { label: "1.1 Latih", month: "2030-04", partners: ["aturan"], whole: "", through: ["desa"], chain: "" },
    aturan: { label: "2.1 Aturan", month: null, partners: [], whole: "", through: [], chain: "" },
    desa: { label: "3.1 Desa", month: "2030-05", partners: [], whole: "", through: [], chain: "" },
    gagas: { label: "9.1 Gagas", month: null, partners: [], whole: "", through: [], chain: "" },
    luas: { label: "9.2 Luas", month: null, partners: [], whole: "", through: [], chain: "" },
    lain: { label: "9.9 Lain", month: null, partners: [], whole: "", through: [], chain: "" },
  },
  ...changes,
});

let time = 0;
const reply = (value) => {
  time += 1;
  return ["yes", "no"].includes(value) ? { answer: value, at: time } : { text: value, at: time };
};
const interview = (id, respondent, answers, more = {}) => ({
  ...newInterview(id), respondent, at: (time += 1), ...more,
  answers: Object.fromEntries(Object.entries(answers).map(([key, value]) => [key, reply(value)])),
});
const scan = (...interviews) => ({ ...empty(), interviews });
const ids = (found) => found.map((one) => one.activity);

test("a 'no' shows the need where the rule says so", () => {
  assert.deepEqual(ids(recommend(page(), scan(interview("a", "Camat", { "latih/1": "no" })))), ["latih"]);
  assert.deepEqual(ids(recommend(page(), scan(interview("a", "Camat", { "latih/1": "yes" })))), []);
});

test("a 'yes' shows the need where the question is put that way", () => {
  const found = recommend(page(), scan(interview("a", "Kepala Desa", { "paket/1": "yes" })));
  assert.deepEqual(ids(found), ["gagas", "luas"]);
  assert.deepEqual(recommend(page(), scan(interview("a", "Kepala Desa", { "paket/1": "no" }))), []);
});

test("one answer of several suffices, and text recommends nothing", () => {
  const found = scan(interview("a", "Kepala Desa", { "desa/1": "yes", "desa/2": "no", "desa/1.1": "Operator" }));
  assert.deepEqual(ids(recommend(page(), found)), ["desa"]);
  assert.deepEqual(ids(recommend(page(), scan(interview("a", "Camat", { "latih/1.1": "tidak" })))), []);
});

test("what is not answered is no 'no'", () => {
  const nothing = scan(interview("a", "Camat", {}));
  assert.deepEqual(recommend(page(), nothing), []);
  assert.deepEqual(remaining(page(), nothing), { none: [], open: ["latih", "aturan", "desa", "gagas", "luas"], unasked: ["lain"] });
  assert.deepEqual(remaining(page(), scan(interview("a", "Camat", { "latih/1": "yes" }))).none, ["latih"]);
});

test("a follow-up counts only after the answer that it follows", () => {
  const asked = page().questions.find((one) => one.key === "aturan/1.1");
  assert.equal(applies(asked, {}), false);
  assert.equal(applies(asked, { "aturan/1": { answer: "no" } }), false);
  assert.equal(applies(asked, { "aturan/1": { answer: "yes" } }), true);
  assert.equal(applies({ ...asked, if: null }, {}), true);
  const after = (first) => read(page(), scan(interview("a", "Camat", { "aturan/1": first, "aturan/1.1": "yes" })))[1];
  assert.deepEqual(after("yes").reasons.map((one) => one.question.key), ["aturan/1.1"]);
  assert.deepEqual(after("no").reasons.map((one) => one.question.key), ["aturan/1"]);
});

test("a respondent sees the questions put to them, and what they answered before", () => {
  const keys = (one) => questionsFor(page(), one).map((asked) => asked.key);
  assert.deepEqual(keys(interview("a", "Sekretaris", {})), ["latih/1", "latih/1.1"]);
  assert.deepEqual(keys(interview("a", "Bupati", { "desa/1": "no" })), ["desa/1"]);
  assert.deepEqual(keys(interview("a", "", {})), []);
});

test("progress counts questions that apply; a note is no answer", () => {
  const one = interview("a", "Sekretaris", { "latih/1": "yes" });
  assert.deepEqual(progress(page(), one), { done: 1, all: 2 });
  assert.deepEqual(progress(page(), interview("a", "Sekretaris", { "latih/1": "hanya catatan" })), { done: 0, all: 1 });
});

test("respondents who disagree stay visible, each with their answer", () => {
  const found = scan(
    interview("a", "Camat", { "latih/1": "yes" }, { subdistrict: "Narmada" }),
    interview("b", "Sekretaris", { "latih/1": "no" }, { subdistrict: " narmada " }),
    interview("c", "Camat", { "latih/1": "no" }, { subdistrict: "Gerung" }),
  );
  const row = read(page(), found)[0];
  assert.deepEqual(row.reasons.map((one) => one.interview.id), ["b", "c"]);
  assert.deepEqual(row.against.map((one) => one.interview.id), ["a"]);
  assert.equal(row.disputes.length, 1);
  assert.equal(row.disputes[0].same, true);
  assert.deepEqual(row.disputes[0].voices.map((one) => one.answer), ["yes", "no", "no"]);
});

test("two places that differ do not disagree about one place", () => {
  const found = scan(
    interview("a", "Kepala Desa", { "desa/1": "yes" }, { subdistrict: "Narmada", village: "Lembuak" }),
    interview("b", "Kepala Desa", { "desa/1": "no" }, { subdistrict: "Narmada", village: "Sesaot" }),
  );
  assert.equal(read(page(), found)[2].disputes[0].same, false);
});

test("a recommendation brings its printed companions, its month and the sentence why", () => {
  const found = scan(interview("a", "Camat", { "latih/1": "no" }, { name: "Budi", subdistrict: "Narmada" }));
  assert.deepEqual(recommend(page(), found)[0].partners, ["aturan"]);
  assert.deepEqual(advice(page(), found, WORDS), [{
    activity: "latih", label: "1.1 Latih", month: "2030-04", partners: ["aturan"],
    reasons: ["Karena Camat (Budi, Narmada) menjawab tidak pada: Pernah dilatih tentang kepemimpinan?"],
  }]);
  assert.equal(isLater("2030-04", "2030-03"), true);
  assert.equal(isLater("2030-04", "2030-04"), false);
  assert.equal(isLater(null, "2030-04"), false);
});

test("a button adds an activity alone or with its printed companions, never what the chain adds", () => {
  assert.deepEqual(taken(page(), ["latih"], false), ["latih"]);
  assert.deepEqual(taken(page(), ["latih"], true), ["latih", "aturan"]);
  assert.deepEqual(taken(page(), ["latih", "aturan", "desa"], true), ["latih", "aturan", "desa"]);
});

test("a name is text, whatever it looks like", () => {
  const one = interview("a", "", {}, { name: "{answer}<b>", village: " " });
  assert.equal(who(one, WORDS), "Belum dipilih ({answer}<b>)");
});

test("merging keeps of each answer and each head the later one, in either order", () => {
  const before = interview("a", "Camat", { "latih/1": "yes", "aturan/1": "no" });
  const left = structuredClone(before);
  const right = structuredClone(before);
  left.answers["latih/1"] = reply("no");
  right.answers["aturan/1"] = reply("yes");
  right.name = "Budi";
  right.at = (time += 1);
  const other = interview("b", "Kepala Desa", {});
  for (const merged of [merge(scan(left), scan(right, other)), merge(scan(right, other), scan(left))]) {
    const one = merged.interviews.find((found) => found.id === "a");
    assert.equal(one.answers["latih/1"].answer, "no");
    assert.equal(one.answers["aturan/1"].answer, "yes");
    assert.equal(one.name, "Budi");
    assert.equal(merged.interviews.length, 2);
  }
});

test("a removed interview stays removed unless someone wrote to it afterwards", () => {
  const one = interview("a", "Camat", { "latih/1": "yes" });
  const removed = { ...scan(), gone: { a: time } };
  assert.deepEqual(merge(removed, scan(one)).interviews, []);
  assert.deepEqual(merge(scan(one), removed).interviews, []);
  const later = structuredClone(one);
  later.answers["latih/1"] = reply("no");
  assert.equal(merge(removed, scan(later)).interviews.length, 1);
});

test("an interview that holds nothing is blank", () => {
  assert.equal(isBlank(newInterview("a")), true);
  assert.equal(isBlank(interview("a", "", { "latih/1": "no" })), false);
});

test("a new interview takes over where and who asks, not who answered", () => {
  const next = newInterview("b", interview("a", "Camat", {}, { subdistrict: "Narmada", village: "X", name: "Y", interviewer: "Z", date: "2030-01-02" }));
  assert.deepEqual([next.subdistrict, next.interviewer, next.date, next.village, next.name, next.respondent], ["Narmada", "Z", "2030-01-02", "", "", ""]);
});

const kept = (...interviews) => stamped(page(), scan(...interviews), WORDS);

test("the same questionnaire changes nothing", () => {
  const held = kept(interview("a", "Camat", { "latih/1": "no" }));
  assert.equal(fits(page(), held), true);
  assert.equal(carry(page(), held), held);
  assert.equal(report(page(), held, []), null);
});

test("an answer is found again when its question moved", () => {
  const next = page({ edition: "2", digest: "b" });
  next.questions = [question("latih/1", "Pernah kuliah?", "no", [0]), { ...next.questions[0], key: "latih/2" }, ...next.questions.slice(2)];
  const held = kept(interview("a", "Camat", { "latih/1": "no" }));
  assert.equal(fits(next, held), false);
  const now = carry(next, held);
  assert.equal(now.interviews[0].answers["latih/2"].answer, "no");
  assert.equal(now.interviews[0].answers["latih/1"], undefined);
  const told = report(next, now, recommend(next, now));
  assert.deepEqual(told.added, ["Pernah kuliah?"]);
  assert.deepEqual(told.gone, ["Siapa yang melatih?"]);
  assert.deepEqual(told.more, []);
});

test("a question that moved to another row is found by its words", () => {
  const next = page({ edition: "2" });
  next.questions = next.questions.map((one) => (one.key === "paket/1" ? { ...one, key: "gagas/1", row: "gagas" } : one));
  next.rows[3] = { id: "gagas", activities: ["gagas"] };
  const now = carry(next, kept(interview("a", "Camat", { "paket/1": "yes" })));
  assert.deepEqual(ids(recommend(next, now)), ["gagas"]);
  assert.deepEqual(report(next, now, recommend(next, now)).fewer, ["9.2 Luas"]);
});

test("a reworded question keeps its answer and says how it was worded", () => {
  const next = page({ edition: "2" });
  next.questions[0] = { ...next.questions[0], text: "Pernah dilatih tentang kepemimpinan desa?" };
  const now = carry(next, kept(interview("a", "Camat", { "latih/1": "no" })));
  assert.equal(now.interviews[0].answers["latih/1"].was, "Pernah dilatih tentang kepemimpinan?");
  assert.deepEqual(report(next, now, recommend(next, now)).reworded, [
    { old: "Pernah dilatih tentang kepemimpinan?", now: "Pernah dilatih tentang kepemimpinan desa?" },
  ]);
  assert.deepEqual(check(stamped(next, now, WORDS)), []);
});

test("another question in the same place takes over no answer, and the old one is kept", () => {
  const next = page({ edition: "2" });
  next.questions[0] = { ...next.questions[0], text: "Berapa jumlah penduduk miskin?" };
  const now = carry(next, kept(interview("a", "Camat", { "latih/1": "no" })));
  assert.equal(now.interviews[0].answers["latih/1"], undefined);
  assert.equal(now.interviews[0].answers["latih/1@1"].answer, "no");
  const told = report(next, now, recommend(next, now));
  assert.deepEqual([told.added, told.gone, told.fewer], [["Berapa jumlah penduduk miskin?"], ["Pernah dilatih tentang kepemimpinan?"], ["1.1 Latih"]]);
});

test("a question whose need is turned around is no rewording", () => {
  const next = page();
  next.questions[0] = { ...next.questions[0], text: "Perlu dilatih tentang kepemimpinan?", need: "yes" };
  assert.equal(match(next, kept(interview("a", "Camat", {})).asked).has("latih/1"), false);
  assert.ok(likeness("Pernah dilatih tentang kepemimpinan?", "Perlu dilatih tentang kepemimpinan?") >= 0.5);
});

test("the menu's own changes are told: companions, months, what is newly recommended", () => {
  const next = page({ edition: "2" });
  next.activities.latih = { ...next.activities.latih, partners: [], month: "2031-01" };
  next.questions[2] = { ...next.questions[2], need: "yes" };
  const now = carry(next, kept(interview("a", "Camat", { "latih/1": "no", "aturan/1": "yes" })));
  const told = report(next, now, recommend(next, now));
  assert.deepEqual([told.partners, told.months, told.more, told.fewer], [["1.1 Latih"], ["1.1 Latih"], ["2.1 Aturan"], []]);
  assert.equal(told.edition, "1");
});

test("a scan that was kept without companions is read, and no change of them is told", () => {
  const held = kept(interview("a", "Camat", { "latih/1": "no" }));
  const [{ partners: _, ...before }] = held.recommended;
  const old = { ...held, recommended: [{ ...before, set: ["latih", "aturan", "desa"] }] };
  assert.deepEqual(check(old), []);
  const now = carry(page({ edition: "2" }), clean(old));
  assert.deepEqual(report(page({ edition: "2" }), now, recommend(page({ edition: "2" }), now)).partners, []);
});

test("a scan is carried over twice and still tells what changed since the first", () => {
  const held = kept(interview("a", "Camat", { "latih/1": "no" }));
  const second = stamped(page({ edition: "2" }), carry(page({ edition: "2" }), held), WORDS);
  const third = carry(page({ edition: "3" }), second);
  assert.equal(third.previous.edition, "1");
  assert.equal(third.interviews[0].answers["latih/1"].answer, "no");
});

const good = () => kept(interview("a", "Camat", { "latih/1": "no", "latih/1.1": "=HYPERLINK(\"x\")" }, { name: "‮🙂<img onerror>" }));

test("a scan comes back from a file as it was typed", async () => {
  const held = good();
  const found = await readFile(new Blob([fileText("pindai", 1, held, "1")]), "pindai", { check });
  assert.deepEqual(clean(found.value), held);
});

for (const [name, change] of [
  ["no object", () => 7],
  ["interviews that are none", (held) => ({ ...held, interviews: "x" })],
  ["too many interviews", (held) => ({ ...held, interviews: Array.from({ length: 501 }, (_, n) => ({ ...held.interviews[0], id: `a${n}` })) })],
  ["one id twice", (held) => ({ ...held, interviews: [held.interviews[0], held.interviews[0]] })],
  ["an id that is markup", (held) => ({ ...held, interviews: [{ ...held.interviews[0], id: "<b>" }] })],
  ["a name that is a list", (held) => ({ ...held, interviews: [{ ...held.interviews[0], name: ["x"] }] })],
  ["an answer that is neither", (held) => ({ ...held, interviews: [{ ...held.interviews[0], answers: { "latih/1": { answer: "maybe", at: 1 } } }] })],
  ["a time that is none", (held) => ({ ...held, interviews: [{ ...held.interviews[0], at: 1e300 }] })],
  ["text without end", (held) => ({ ...held, advice: { text: "x".repeat(20_001), at: 1 } })],
  ["a part that is missing", (held) => ({ ...held, asked: undefined })],
  ["an earlier edition that is none", (held) => ({ ...held, previous: [] })],
]) {
  test(`a hostile or broken scan is refused: ${name}`, () => assert.notDeepEqual(check(change(good())), []));
}

test("what a scan does not have is left behind", () => {
  const held = { ...good(), extra: { deep: 1 } };
  held.interviews[0].extra = 1;
  held.interviews[0].answers["latih/1"].extra = 1;
  const found = clean(held);
  assert.equal("extra" in found || "extra" in found.interviews[0] || "extra" in found.interviews[0].answers["latih/1"], false);
});

const now = (previous) => previous + 1;

test("opening a file adds interviews and brings back removed ones", () => {
  const one = interview("a", "Camat", { "latih/1": "no" });
  const here = { ...scan(interview("b", "Camat", {})), gone: { a: time } };
  const found = added(here, scan(one));
  assert.deepEqual(found.interviews.map((each) => each.id), ["b", "a"]);
  assert.equal(merge(found, here).interviews.length, 2);
});

test("a file in place of what is here stays so after merging with what was stored", () => {
  const file = structuredClone(interview("a", "Camat", { "latih/1": "no" }));
  const here = scan({ ...structuredClone(file), answers: { "latih/1": reply("yes"), "aturan/1": reply("no") } }, interview("b", "Camat", {}));
  const found = merge(replaced(here, { ...scan(file), advice: { text: "x", at: 0 } }, now), here);
  assert.deepEqual(found.interviews.map((one) => one.id), ["a"]);
  assert.equal(found.interviews[0].answers["latih/1"].answer, "no");
  assert.equal(found.interviews[0].answers["aturan/1"].answer, undefined);
  assert.equal(found.advice.text, "x");
  assert.deepEqual(check(found), []);
});
