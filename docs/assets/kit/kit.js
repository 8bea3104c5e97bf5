/**
 * What the tools share: safe elements, documents kept on this device, files. Nothing is sent; what a visitor
 * types becomes text nodes and JSON. Results are codes: the page brings the words.
 */

import "../site/site.js";

/** The name under which this site stores and saves; the page brings it, from the catalogue. */
const SITE = globalThis.document?.documentElement?.dataset?.store ?? "situs";
const PREFIX = `${SITE}:`;
const CHOICE = `${PREFIX}pilihan`;
const ADDRESSES = new Set(["href", "src", "action", "formaction"]);
const SCHEMES = /^(https?|mailto|blob):/i;
const RISKY = new Set(["script", "style", "iframe", "object", "embed"]);

/** Bytes of the largest file that is read. */
export const LIMIT = 2 * 1024 * 1024;
/** Deepest nesting of lists and objects. */
export const DEPTH = 12;
const FORBIDDEN = new Set(["__proto__", "constructor", "prototype"]);

/**
 * An element; strings become text nodes.
 * @param {string} tag
 * @param {Object<string, string|number|boolean|null|undefined>} attributes `true` sets an empty one, `false` none
 * @param {...(Node|string|number|null|false|Array<*>)} children
 * @returns {HTMLElement}
 * @throws {TypeError} for scripts, event attributes, inline styles and addresses of other schemes
 */
export function el(tag, attributes = {}, ...children) {
  if (RISKY.has(tag.toLowerCase())) throw new TypeError(`no <${tag}> from a script`);
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === false || value === null || value === undefined) continue;
    if (/^on/i.test(name) || name === "style" || name === "srcdoc") throw new TypeError(`no attribute ${name}`);
    if (ADDRESSES.has(name) && /^\s*[a-z][a-z0-9+.-]*:/i.test(value) && !SCHEMES.test(String(value).trim())) {
      throw new TypeError(`no address ${value}`);
    }
    made.setAttribute(name, value === true ? "" : String(value));
  }
  for (const child of children.flat(Infinity)) {
    if (child === null || child === undefined || child === false) continue;
    made.append(child instanceof Node ? child : String(child));
  }
  return made;
}

/** The parsed `<script type="application/json" data-NAME>` in `root`; `null` for none. @returns {*} */
export function data(root, name) {
  const found = root.querySelector(`script[type="application/json"][data-${name}]`);
  return found ? JSON.parse(found.textContent) : null;
}

/** A sentence with its blanks filled: `say("{n} jawaban", {n: 3})`; unknown blanks stay. @returns {string} */
export function say(sentence, values = {}) {
  return sentence.replace(/\{(\w+)\}/g, (blank, name) =>
    Object.hasOwn(values, name) ? String(values[name]) : blank);
}

/** Put `text` in the live region of `root`; the same text twice is announced twice. */
export function announce(root, text) {
  const live = root.querySelector("[data-live]");
  if (live) live.textContent = live.textContent === text && text ? `${text}\u00a0` : text;
}

/** Call `start(root)` once for each element with `data-module="NAME"`. */
export function mount(name, start) {
  for (const root of document.querySelectorAll(`[data-module="${name}"]`)) {
    if (root.dataset.ready === undefined) {
      root.dataset.ready = "";
      start(root);
    }
  }
}

/** Throws where the browser forbids even to ask. */
const storage = () => globalThis.localStorage;

const plain = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

function put(key, text) {
  try {
    storage().setItem(key, text);
    return "saved";
  } catch (error) {
    const full = error?.name === "QuotaExceededError" || error?.name === "NS_ERROR_DOM_QUOTA_REACHED";
    return full ? "full" : "blocked";
  }
}

function get(key) {
  try {
    return storage().getItem(key);
  } catch {
    return null;
  }
}

/** Call `fn` when another tab writes or erases `key`. */
function heard(key, fn) {
  globalThis.addEventListener?.("storage", (event) => {
    if (event.key === key || event.key === null) fn();
  });
}

/**
 * A JSON document under `SITE:KEY`, as `{"version": 1, "value": …}`. One that is broken or of another
 * version is first copied to `SITE:KEY:lama` (`:lama-2`, …); `aside` says so.
 */
export class Store {
  #key; #version; #empty; #check;
  #memory = null;
  #state = "empty";
  #aside = null;
  #held = false;

  /**
   * @param {string} key
   * @param {{version?: number, empty: *, check?: (value: *) => Array<*>}} options `empty` may be a function;
   *   `check` lists what is wrong
   */
  constructor(key, { version = 1, empty, check = () => [] }) {
    this.#key = PREFIX + key;
    this.#version = version;
    this.#empty = typeof empty === "function" ? empty : () => structuredClone(empty);
    this.#check = check;
  }

  /** "empty" (nothing stored), "saved", or why the last write stands in memory alone: "full", "blocked". */
  get state() { return this.#state; }

  /** `null`, or why what was found stored was copied aside: "broken" or "newer". */
  get aside() { return this.#aside; }

  /** The document: from memory when it could not be stored, else the stored one, else an empty one. */
  read() {
    if (this.#state === "full" || this.#state === "blocked") return this.#memory.value;
    const found = this.#stored();
    this.#state = found ? "saved" : "empty";
    return found ? found.value : this.#empty();
  }

  /** Never throws; `value` stays in memory. @returns {"saved"|"full"|"blocked"} */
  write(value) {
    this.#memory = { value };
    this.#stored();
    const text = JSON.stringify({ version: this.#version, value });
    this.#state = this.#held ? "full" : put(this.#key, text);
    return this.#state;
  }

  /** Write what `change` makes of the document, another tab's writing included. */
  update(change) {
    return this.write(change(this.read()));
  }

  /** What is stored, whatever stands in memory; `null` for nothing. */
  peek() { return this.#stored()?.value ?? null; }

  /** Forget the document and what was put aside. @returns {"erased"|"blocked"} */
  erase() {
    this.#memory = null;
    this.#state = "empty";
    this.#aside = null;
    this.#held = false;
    try {
      const box = storage();
      for (const key of Object.keys(box)) {
        if (key === this.#key || key.startsWith(`${this.#key}:lama`)) box.removeItem(key);
      }
      return "erased";
    } catch {
      return "blocked";
    }
  }

  /** Call `fn(value)` when another tab writes; `null` when it erased. */
  onchange(fn) {
    heard(this.#key, () => fn(this.peek()));
  }

  /** In a box; `null` for none, and for one put aside. */
  #stored() {
    const text = get(this.#key);
    if (text === null) return null;
    let found;
    try {
      found = JSON.parse(text);
    } catch {
      return this.#putAside(text, "broken");
    }
    if (!plain(found) || !Number.isInteger(found.version)) return this.#putAside(text, "broken");
    if (found.version !== this.#version) {
      return this.#putAside(text, found.version > this.#version ? "newer" : "broken");
    }
    try {
      if (unfit(found.value) || this.#check(found.value).length) return this.#putAside(text, "broken");
    } catch {
      return this.#putAside(text, "broken");
    }
    return { value: found.value };
  }

  #putAside(text, reason) {
    this.#aside = reason;
    for (let number = 1; ; number += 1) {
      const key = `${this.#key}:lama${number > 1 ? `-${number}` : ""}`;
      const there = get(key);
      if (there === text) {
        this.#held = false;
        break;
      }
      if (there === null) {
        this.#held = put(key, text) !== "saved";
        break;
      }
    }
    return null;
  }
}

/** Why a parsed value must not be taken: "deep", "key" or `null`. Walks without recursion. */
export function unfit(value) {
  const waiting = [[value, 0]];
  while (waiting.length) {
    const [here, depth] = waiting.pop();
    if (typeof here !== "object" || here === null) continue;
    if (depth >= DEPTH) return "deep";
    for (const key of Object.keys(here)) {
      if (FORBIDDEN.has(key)) return "key";
      waiting.push([here[key], depth + 1]);
    }
  }
  return null;
}

/** A file name of letters, digits, dots and hyphens that means nothing to any system. */
export function safeName(name) {
  const [, stem, end] = /^(.*?)(\.[a-z0-9]{1,5})?$/is.exec(String(name).normalize("NFKD").replace(/\p{M}/gu, ""));
  const clean = stem.replace(/[^a-z0-9.]+/gi, "-").replace(/\.{2,}/g, ".").replace(/^[-.]+|[-.]+$/g, "").slice(0, 70);
  const taken = !clean || /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i.test(clean);
  return `${taken ? `berkas${clean && "-"}` : ""}${clean}${end ?? ""}`;
}

/** Save a file; the name is made safe. @param {string} name @param {BlobPart} bytes @param {string} type */
export function download(name, bytes, type) {
  const address = URL.createObjectURL(new Blob([bytes], { type }));
  const link = el("a", { href: address, download: safeName(name), hidden: true });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** The text of an exported file. */
export function fileText(kind, version, value, edition = "") {
  return `${JSON.stringify({ kind: `${SITE}/${kind}`, version, edition, value }, null, 1)}\n`;
}

/** Save `value` as a JSON file of `kind` ("pindai", "rencana", …) made with the menu of `edition`. */
export function exportFile(name, kind, version, value, edition = "") {
  download(name, fileText(kind, version, value, edition), "application/json");
}

/**
 * Read an exported file; never throws. Problems: "size" (over `limit` bytes), "read", "json" (no JSON in UTF-8),
 * "kind" (another file), "newer", "deep" and "key" (see `unfit`), "value" (`check` found something).
 * @param {Blob} file
 * @param {string} kind
 * @param {{version?: number, check?: (value: *) => Array<*>, limit?: number}} options
 * @returns {Promise<{value: *, edition: string}|{problem: string, details?: Array<*>}>}
 */
export async function readFile(file, kind, { version = 1, check = () => [], limit = LIMIT } = {}) {
  if (file.size > limit) return { problem: "size" };
  let bytes;
  try {
    bytes = await file.arrayBuffer();
  } catch {
    return { problem: "read" };
  }
  return readText(bytes, kind, { version, check });
}

function readText(bytes, kind, { version, check }) {
  let found;
  try {
    found = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    return { problem: "json" };
  }
  const reason = unfit(found);
  if (reason) return { problem: reason };
  if (!plain(found) || found.kind !== `${SITE}/${kind}`) return { problem: "kind" };
  if (!Number.isInteger(found.version) || found.version < 1) return { problem: "value" };
  if (found.version > version) return { problem: "newer" };
  try {
    const details = check(found.value);
    if (details.length) return { problem: "value", details };
  } catch {
    return { problem: "value" };
  }
  return { value: found.value, edition: typeof found.edition === "string" ? found.edition : "" };
}

/** Ids of the activities chosen anywhere on this site. */
class Choice {
  #memory = null;

  /** @returns {string[]} */
  read() {
    if (this.#memory) return [...this.#memory];
    try {
      const found = JSON.parse(get(CHOICE) ?? "[]");
      return Array.isArray(found) ? [...new Set(found.filter((id) => typeof id === "string"))] : [];
    } catch {
      return [];
    }
  }

  add(ids) {
    return this.#write([...new Set([...this.read(), ...ids])]);
  }

  remove(ids) {
    const gone = new Set(ids);
    return this.#write(this.read().filter((id) => !gone.has(id)));
  }

  /** Call `fn(ids)` when another tab changes the choice. */
  onchange(fn) {
    heard(CHOICE, () => fn(this.read()));
  }

  #write(ids) {
    const state = put(CHOICE, JSON.stringify(ids));
    this.#memory = state === "saved" ? null : ids;
    return state;
  }
}

export const choice = new Choice();
