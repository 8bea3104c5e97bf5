import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { choice, fileText, LIMIT, readFile, safeName, say, Store, unfit } from "../../docs/assets/kit/kit.js";

/** A stand-in for the browser's storage that can be filled up or blocked. */
class Box {
  #kept = new Map();
  fails = null;
  getItem(key) { return this.#kept.get(key) ?? null; }
  setItem(key, text) {
    if (this.fails) throw Object.assign(new Error("no"), { name: this.fails });
    this.#kept.set(key, text);
    this[key] = text;
  }
  removeItem(key) {
    this.#kept.delete(key);
    delete this[key];
  }
}

let box;
beforeEach(() => {
  box = new Box();
  Object.defineProperty(globalThis, "localStorage", { value: box, configurable: true });
});

const make = (options = {}) => new Store("coba", { version: 1, empty: { list: [] }, ...options });
const file = (text) => new Blob([text]);

test("a document comes back as written, in another store too", () => {
  const store = make();
  assert.deepEqual(store.read(), { list: [] });
  assert.equal(store.state, "empty");
  assert.equal(store.write({ list: ["<img onerror>", "‮🙂"] }), "saved");
  assert.deepEqual(make().read(), { list: ["<img onerror>", "‮🙂"] });
  assert.equal(box.getItem("situs:coba"), '{"version":1,"value":{"list":["<img onerror>","‮🙂"]}}');
});

test("an empty document is a new one each time", () => {
  make().read().list.push(1);
  assert.deepEqual(make().read(), { list: [] });
});

test("a full storage is said and the value stays in memory", () => {
  const store = make();
  store.write({ list: [1] });
  box.fails = "QuotaExceededError";
  assert.equal(store.write({ list: [1, 2] }), "full");
  assert.deepEqual(store.read(), { list: [1, 2] });
  assert.deepEqual(store.peek(), { list: [1] });
  box.fails = null;
  assert.equal(store.update((value) => ({ list: [...value.list, 3] })), "saved");
  assert.deepEqual(make().read(), { list: [1, 2, 3] });
});

test("a blocked storage is said and never throws", () => {
  Object.defineProperty(globalThis, "localStorage", { get() { throw new Error("SecurityError"); }, configurable: true });
  const store = make();
  assert.deepEqual(store.read(), { list: [] });
  assert.equal(store.write({ list: [1] }), "blocked");
  assert.deepEqual(store.read(), { list: [1] });
  assert.equal(store.erase(), "blocked");
  assert.deepEqual(store.read(), { list: [] });
  assert.equal(choice.add(["satu"]), "blocked");
  assert.deepEqual(choice.read(), ["satu"]);
  Object.defineProperty(globalThis, "localStorage", { value: box, configurable: true });
  choice.remove(["satu"]);
});

for (const [name, text, aside] of [
  ["broken text", '{"version":1,"val', "broken"],
  ["another shape", "[1]", "broken"],
  ["a value that the check refuses", '{"version":1,"value":{"list":7}}', "broken"],
  ["a prototype key", '{"version":1,"value":{"__proto__":{"list":[]}}}', "broken"],
  ["a newer version", '{"version":2,"value":{"list":[]}}', "newer"],
]) {
  test(`what was stored before is kept aside: ${name}`, () => {
    box.setItem("situs:coba", text);
    const store = make({ check: (value) => (Array.isArray(value.list) ? [] : ["list"]) });
    assert.deepEqual(store.read(), { list: [] });
    assert.equal(store.aside, aside);
    store.write({ list: [1] });
    assert.equal(box.getItem("situs:coba:lama"), text);
    box.setItem("situs:coba", "{");
    assert.deepEqual(make().read(), { list: [] });
    assert.equal(box.getItem("situs:coba:lama"), text);
    assert.equal(box.getItem("situs:coba:lama-2"), "{");
  });
}

test("what cannot be kept aside is not written over", () => {
  box.setItem("situs:coba", "{");
  box.fails = "QuotaExceededError";
  const store = make();
  store.read();
  assert.equal(store.write({ list: [1] }), "full");
  assert.equal(box.getItem("situs:coba"), "{");
  assert.deepEqual(store.read(), { list: [1] });
});

test("erasing leaves nothing of the document and everything of others", () => {
  box.setItem("situs:coba", "{");
  box.setItem("situs:lain", "tetap");
  const store = make();
  store.read();
  store.write({ list: [1] });
  assert.equal(store.erase(), "erased");
  assert.deepEqual(Object.keys(box).filter((key) => key.startsWith("situs:")), ["situs:lain"]);
  assert.equal(store.aside, null);
});

test("another tab's writing is heard", () => {
  const listeners = [];
  globalThis.addEventListener = (_, fn) => listeners.push(fn);
  const heard = [];
  const store = make();
  store.onchange((value) => heard.push(value));
  make().write({ list: ["lain"] });
  listeners[0]({ key: "situs:lain" });
  listeners[0]({ key: "situs:coba" });
  box.removeItem("situs:coba");
  listeners[0]({ key: null });
  assert.deepEqual(heard, [{ list: ["lain"] }, null]);
  delete globalThis.addEventListener;
});

test("an exported file comes back as written", async () => {
  const value = { text: "=HYPERLINK(\"x\") <b>🙂‮", many: [1, null, true] };
  const read = await readFile(file(fileText("coba", 1, value, "2017")), "coba");
  assert.deepEqual(read, { value, edition: "2017" });
});

const wrapped = (value, more = {}) => JSON.stringify({ kind: "situs/coba", version: 1, value, ...more });
for (const [name, content, problem] of [
  ["too large", " ".repeat(LIMIT + 1), "size"],
  ["empty", "", "json"],
  ["not text", new Uint8Array([0xff, 0xfe, 0x00]), "json"],
  ["not JSON", "{kind: 1}", "json"],
  ["another kind", wrapped({}, { kind: "situs/lain" }), "kind"],
  ["no object", "[1]", "kind"],
  ["newer", wrapped({}, { version: 2 }), "newer"],
  ["a version that is none", wrapped({}, { version: "1" }), "value"],
  ["too deep", `${"[".repeat(100_000)}${"]".repeat(100_000)}`, "deep"],
  ["a prototype key", '{"kind":"situs/coba","version":1,"value":{"__proto__":{"a":1}}}', "key"],
  ["a constructor key", wrapped({ constructor: { prototype: {} } }), "key"],
  ["a value that the check refuses", wrapped({ bad: 1 }), "value"],
  ["a value that breaks the check", wrapped(null), "value"],
]) {
  test(`a file is refused: ${name}`, async () => {
    const check = (value) => (value.bad ? ["bad"] : []);
    const read = await readFile(file(content), "coba", { check });
    assert.equal(read.problem, problem);
    assert.equal({}.a, undefined);
  });
}

test("a file that cannot be read is refused", async () => {
  const gone = { size: 1, arrayBuffer: () => Promise.reject(new Error("gone")) };
  assert.deepEqual(await readFile(gone, "coba"), { problem: "read" });
});

test("depth is counted in lists and objects", () => {
  assert.equal(unfit({ a: [{ b: 1 }] }), null);
  let deep = 1;
  for (let number = 0; number < 13; number += 1) deep = [deep];
  assert.equal(unfit(deep), "deep");
});

for (const [given, safe] of [
  ["pindai-Lombok Utara.json", "pindai-Lombok-Utara.json"],
  ["../../etc/passwd", "etc-passwd"],
  ["..\\<img>.json", "img.json"],
  ["con.json", "berkas-con.json"],
  ["‮gpj.exe\u0000.json", "gpj.exe.json"],
  ["🙂", "berkas"],
  ["Kabupaten Pangkép.xlsx", "Kabupaten-Pangkep.xlsx"],
]) {
  test(`a file name is safe: ${JSON.stringify(given)}`, () => assert.equal(safeName(given), safe));
}

test("a file name is short", () => assert.ok(safeName(`${"a".repeat(500)}.json`).length <= 80));

test("the choice is a bare list that other pages read", () => {
  box.setItem("situs:pilihan", '["satu", 2, "satu"]');
  assert.deepEqual(choice.read(), ["satu"]);
  assert.equal(choice.add(["dua", "satu"]), "saved");
  assert.equal(box.getItem("situs:pilihan"), '["satu","dua"]');
  choice.remove(["satu"]);
  assert.deepEqual(choice.read(), ["dua"]);
  box.setItem("situs:pilihan", "{");
  assert.deepEqual(choice.read(), []);
});

test("a sentence's blanks are filled as text, once", () => {
  assert.equal(say("{n} dari {all}, {toString}", { n: "{all}", all: 3 }), "{all} dari 3, {toString}");
});
