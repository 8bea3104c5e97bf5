/**
 * The search page. Without it the page is an index of every page from A to Z; with it the same field finds
 * while one types. Nothing of the index is loaded before the field has focus or the address holds a query.
 *
 * What is typed becomes text nodes and the address of this page, nothing else. The page brings all words.
 */

import "../site/site.js";

const MODULE = "search";
const FIRST = 3;
const OF_GROUP = 4;
const PAUSE = 120;
const REST = 450;

/** An element; strings become text nodes. */
const el = (tag, attributes, ...children) => {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
};

const say = (sentence, values) => sentence.replace(/\{(\w+)\}/g, (_, name) => String(values[name]));

/** @param {string} url a document's address @returns {string} where its paragraphs lie, below the root */
export const textPath = (url) => {
  const [page, fragment] = url.split("#");
  return `cari/isi/${page || "beranda/"}${fragment || "index"}.json`;
};

/**
 * Hits as they are shown: the best of today's, the others by group in the order of their best, then those of
 * other editions.
 * @returns {{key: string, hits: object[]}[]}
 */
export const shelved = (hits, first = FIRST) => {
  const now = hits.filter(({ entry }) => !entry.edition);
  const found = new Map([["best", now.slice(0, first)]]);
  const put = (key, hit) => found.set(key, [...(found.get(key) ?? []), hit]);
  for (const hit of now.slice(first)) put(hit.entry.group, hit);
  for (const hit of hits) if (hit.entry.edition) put(`edition ${hit.entry.edition}`, hit);
  return [...found].map(([key, held]) => ({ key, hits: held })).filter(({ hits: held }) => held.length);
};

class SearchPage {
  /** @param {HTMLElement} root */
  constructor(root) {
    const part = (name) => root.querySelector(`[data-${name}]`);
    this.root = root;
    this.base = new URL(root.dataset.root, location.href);
    this.said = JSON.parse(part("search").textContent);
    this.form = part("form");
    this.field = this.form.elements.q;
    this.others = part("others");
    this.live = part("live");
    this.results = part("results");
    this.none = part("none");
    this.all = part("all");
    this.editions = new Map();
    this.texts = new Map();
    this.title = document.title;
    this.seen = new IntersectionObserver((entries) => this.see(entries));
  }

  start() {
    if (this.others) this.others.hidden = false;
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.go(false);
    });
    this.field.addEventListener("focus", () => this.load().catch(() => {}), { once: true });
    this.field.addEventListener("input", () => {
      clearTimeout(this.pause);
      this.pause = setTimeout(() => this.go(true), PAUSE);
    });
    this.form.addEventListener("change", (event) => event.target !== this.field && this.go(false));
    this.root.addEventListener("keydown", (event) => this.key(event));
    addEventListener("popstate", () => this.read());
    this.read();
  }

  /** Take the query from the address. */
  read() {
    const asked = new URLSearchParams(location.search);
    this.field.value = (asked.get("q") ?? "").slice(0, this.field.maxLength);
    for (const box of this.boxes()) box.checked = asked.getAll("edisi").includes(box.value);
    if (this.field.value.trim()) this.show(false);
    else this.clear();
  }

  boxes() {
    return this.others ? [...this.others.querySelectorAll("input")] : [];
  }

  chosen() {
    return this.boxes().filter((box) => box.checked).map((box) => box.value);
  }

  /** Show what the form asks for, and put it into the address. */
  go(typing) {
    clearTimeout(this.pause);
    const query = new URLSearchParams();
    const typed = this.field.value.trim();
    if (typed) query.set("q", typed);
    for (const edition of this.chosen()) query.append("edisi", edition);
    const search = `${query}` ? `?${query}` : "";
    if (search !== location.search) {
      history[typing ? "replaceState" : "pushState"](null, "", `${location.pathname}${search}`);
    }
    if (typed) this.show(typing);
    else this.clear();
  }

  clear() {
    this.turn = {};
    this.results.hidden = this.none.hidden = true;
    this.results.replaceChildren();
    this.all.hidden = false;
    this.tell("");
    document.title = this.title;
  }

  /** The engine with the index of today; asked for once, and again only after it failed. */
  load() {
    this.loading ??= Promise.all([import("./engine.js"), this.json(new URL(this.root.dataset.index, location.href))]).then(([code, data]) => {
      this.code = code;
      this.engine = new code.Engine(data);
    }).catch((error) => {
      this.loading = undefined;
      throw error;
    });
    return this.loading;
  }

  async json(path) {
    const answer = await fetch(new URL(path, this.base));
    if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
    return answer.json();
  }

  /** Load other editions, each once. */
  edition(id) {
    if (!this.editions.has(id)) {
      const loaded = this.json(`cari/${encodeURIComponent(id)}.json`).then((data) => this.engine.add(data, id));
      this.editions.set(id, loaded);
      loaded.catch(() => this.editions.delete(id));
    }
    return this.editions.get(id);
  }

  async show(typing) {
    const turn = this.turn = {};
    const typed = this.field.value.trim();
    if (!this.engine) this.live.textContent = this.said.loading;
    try {
      await this.load();
      await Promise.all(this.chosen().map((id) => this.edition(id)));
    } catch {
      if (turn === this.turn) this.fail();
      return;
    }
    if (turn !== this.turn) return;
    const began = performance.now();
    const answer = this.engine.search(typed, typing);
    const chosen = new Set(["", ...this.chosen()]);
    answer.hits = answer.hits.filter(({ entry }) => chosen.has(entry.edition));
    this.draw(typed, answer);
    this.root.dataset.took = (performance.now() - began).toFixed(1);
  }

  fail() {
    this.results.hidden = this.none.hidden = true;
    this.all.hidden = false;
    this.tell(this.said.failed);
  }

  draw(typed, answer) {
    const { hits, instead } = answer;
    this.answer = answer;
    this.seen.disconnect();
    const parts = shelved(hits).map(({ key, hits: held }) => this.section(key, held));
    this.results.replaceChildren(...parts);
    this.results.hidden = !hits.length;
    this.none.hidden = hits.length > 0;
    this.all.hidden = true;
    document.title = `${say(this.said.title, { q: typed })} - ${this.title}`;
    const count = hits.length === 1 ? this.said.one : hits.length ? this.said.many : this.said.none;
    const other = instead.map(([word, near]) => say(this.said.instead, { word: near, typed: word }));
    this.tell([say(count, { n: hits.length, q: typed }), ...(hits.length ? other : [])].join(" "));
    clearTimeout(this.rest);
    this.rest = setTimeout(() => this.watch(this.results), REST);
  }

  /** Say how many there are; a listener hears it once typing rests. */
  tell(text) {
    if (this.live.textContent !== text) this.live.textContent = text;
  }

  section(key, hits) {
    const [kind, edition] = key.split(" ");
    const most = kind === "best" ? hits.length : OF_GROUP;
    const list = el("ol", { class: "hits" }, ...hits.slice(0, most).map((hit) => this.item(hit)));
    const name = edition ? this.said.editions[edition] : kind === "best" ? this.said.best : this.said.groups[kind];
    const made = el("section", {}, el("h2", {}, name), list);
    if (hits.length > most) {
      const more = el("button", { type: "button", class: "button plain" }, say(this.said.more, { n: hits.length - most }));
      more.addEventListener("click", () => {
        const rest = hits.slice(most).map((hit) => this.item(hit));
        list.append(...rest);
        rest[0].querySelector("a").focus();
        more.remove();
        this.watch(list);
      });
      made.append(more);
    }
    return made;
  }

  item(hit) {
    const { entry } = hit;
    const { marks } = this.answer;
    const link = el("a", { href: new URL(entry.url, this.base).href }, entry.title);
    const where = [this.said.groups[entry.group], entry.partOf].filter(Boolean).join(": ");
    const line = el("p", { class: "src" }, where);
    if (entry.group === "menu" && (entry.edition || this.said.now)) {
      const look = entry.edition ? (this.said.kinds[entry.edition] === "draft" ? "draft" : "old") : "now";
      line.append(" ", el("span", { class: `frame ${look}` }, entry.edition ? this.said.tags[entry.edition] : this.said.now));
    }
    const text = el("p", { class: entry.more ? "passage" : "" }, ...this.marked(entry.summary, marks));
    const made = el("li", { "data-search-result": "" }, el("h3", {}, link), line, text);
    made.entry = entry;
    made.text = text;
    return made;
  }

  marked(text, marks) {
    return this.code.pieces(text, marks, this.engine.stem).map(([piece, hit]) => hit ? el("mark", {}, piece) : piece);
  }

  /** Fetch the passages of the results that are in view. */
  watch(holder) {
    for (const item of holder.querySelectorAll("[data-search-result]")) if (item.entry.more) this.seen.observe(item);
  }

  see(entries) {
    const { answer } = this;
    for (const { isIntersecting, target } of entries) {
      if (!isIntersecting) continue;
      this.seen.unobserve(target);
      const path = textPath(target.entry.url);
      if (!this.texts.has(path)) this.texts.set(path, this.json(path).catch(() => (this.texts.delete(path), [])));
      this.texts.get(path).then((paragraphs) => {
        const found = this.code.passage([target.entry.summary, ...paragraphs], answer.marks, this.engine.stem);
        if (found && answer === this.answer) target.text.replaceChildren(...this.marked(found, answer.marks));
      });
    }
  }

  /** Arrows walk from the field through the results; escape leads back to the field. */
  key(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const links = [...this.results.querySelectorAll("h3 a")];
    const place = links.indexOf(document.activeElement);
    if (event.key === "Escape" && place >= 0) this.field.focus();
    if (!step || !links.length || (place < 0 && (document.activeElement !== this.field || step < 0))) return;
    event.preventDefault();
    (links[place + step] ?? (step < 0 ? this.field : links[place])).focus();
  }
}

if (globalThis.document) {
  for (const root of document.querySelectorAll(`[data-module=${MODULE}]`)) {
    if (root.dataset.ready) continue;
    root.dataset.ready = "";
    new SearchPage(root).start();
  }
}
