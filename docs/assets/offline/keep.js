/**
 * What is kept on this device, and keeping the whole menu: its size is said first, every file is checked against
 * the digest in the list, and a copy is of one version. Words come from the page.
 *
 * An interrupted copy is taken up again. While an older copy is whole it stays until the new one is.
 */

import "../site/site.js";

const STORE = globalThis.document?.documentElement?.dataset?.store;
const OFF = `${STORE}:luring`;

/**
 * @typedef {{path: string, bytes: number, transfer: number, digest: string}} Item
 * @typedef {{version: string, edition: string, built: string|null, files: Item[]}} List
 */

/** A list's rows as records. @returns {List} */
export const read = (found) => ({
  ...found, files: found.files.map(([path, bytes, transfer, digest]) => ({ path, bytes, transfer, digest })),
});

/** The files of `list` that `held` (a digest by path) has not. @returns {Item[]} */
export const missing = (list, held) => list.files.filter(({ path, digest }) => held[path] !== digest);

/** Kilo- or megabytes in the page's language: `0,4 MB`. */
export function size(bytes, lang) {
  const [value, unit] = bytes < 100_000 ? [Math.max(1, Math.round(bytes / 1000)), "kB"] : [bytes / 1e6, "MB"];
  return `${value.toLocaleString(lang, { maximumFractionDigits: 1 })}\u00a0${unit}`;
}

const fill = (sentence, values) => sentence.replace(/\{(\w+)\}/g, (blank, name) => values[name] ?? blank);

async function sum(bytes) {
  const found = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(found.slice(0, 8), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

class Keeper {
  constructor(root) {
    this.root = root;
    this.words = JSON.parse(root.querySelector("[data-words]").textContent);
    this.lang = document.documentElement.lang;
    this.base = new URL(root.dataset.root, document.baseURI).href;
    this.prefix = `${STORE}:${new URL(this.base).pathname}:`;
    this.site = document.querySelector(".kop-name b")?.textContent ?? "";
    this.state = `${this.base}salinan.json`;
    /** @type {List|null} */
    this.list = null;
    this.busy = false;
  }

  $(name) { return this.root.querySelector(`[data-${name}]`); }

  day(time) { return new Date(time).toLocaleDateString(this.lang, { day: "numeric", month: "long", year: "numeric" }); }

  say(text) { this.$("live").textContent = text; }

  async start() {
    this.$("app").hidden = false;
    this.$("keep").addEventListener("click", () => this.keep());
    this.$("remove").addEventListener("click", () => this.remove());
    this.missed();
    navigator.serviceWorker.getRegistration(this.base).then((found) => found?.update()).catch(() => {});
    try {
      const answer = await fetch(this.root.dataset.list, { cache: "no-cache" });
      if (answer.ok) this.list = read(await answer.json());
    } catch {
      // No network: what is kept is shown all the same.
    }
    await this.show();
    this.root.dataset.ready = "";
  }

  /** The page that could not be opened, when the worker led here from it. */
  missed() {
    const path = new URLSearchParams(location.search).get("halaman");
    if (path === null) return;
    const target = new URL(path, this.base);
    if (!target.href.startsWith(this.base)) return;
    const link = this.$("again");
    link.href = target.href;
    link.textContent = target.pathname;
    this.$("missed").hidden = false;
  }

  /** Copies of the menu on this device: name, cache, and what the copy says of itself. */
  async copies() {
    const found = [];
    for (const name of await caches.keys()) {
      if (!name.startsWith(`${this.prefix}menu:`)) continue;
      const cache = await caches.open(name);
      const state = await (await cache.match(this.state))?.json();
      if (state) found.push({ name, cache, state });
    }
    return found.sort((a, b) => b.state.whole - a.state.whole || b.state.kept.localeCompare(a.state.kept));
  }

  async show() {
    const { words } = this;
    const copy = (await this.copies())[0];
    const lines = this.$("state");
    const sentences = [];
    if (copy) {
      const { edition, kept, whole, held, files } = copy.state;
      const values = { edition, when: this.day(kept), n: Object.keys(held).length, all: files };
      sentences.push(fill(whole ? words.kept : words.part, values));
      if (copy.state.built) sentences.push(fill(words.built, { when: this.day(copy.state.built) }));
      if (this.list && copy.state.version !== this.list.version) sentences.push(words.older);
    } else sentences.push(words.none);
    lines.replaceChildren(sentences.join(" "));
    const rest = this.list ? missing(this.list, copy?.state.version === this.list.version || copy?.state.whole ? copy.state.held : {}) : [];
    const done = copy?.state.whole && copy.state.version === this.list?.version;
    const button = this.$("keep");
    button.hidden = !this.list || done;
    button.disabled = false;
    this.$("size").hidden = button.hidden;
    if (this.list) {
      button.textContent = fill(copy ? words.renew : words.keep, { edition: this.list.edition });
      const load = rest.reduce((all, item) => all + item.transfer, 0);
      const room = this.list.files.reduce((all, item) => all + item.bytes, 0);
      this.$("size").textContent = fill(words.size, { load: size(load, this.lang), room: size(room, this.lang), n: rest.length });
    }
    await this.showPages();
  }

  /** The pages that were visited and are kept, as links with their titles. */
  async showPages() {
    const pages = await caches.has(`${this.prefix}halaman`) ? await caches.open(`${this.prefix}halaman`) : null;
    const rows = [];
    for (const request of pages ? (await pages.keys()).reverse() : []) {
      const response = await pages.match(request);
      const row = this.$("row").content.firstElementChild.cloneNode(true);
      const link = row.querySelector("a");
      const title = /<title>([^<]*)<\/title>/.exec(await response.text())?.[1] ?? "";
      link.href = request.url;
      link.textContent = plain(title).replace(` - ${this.site}`, "") || new URL(request.url).pathname;
      row.querySelector("[data-when]").textContent = this.day(response.headers.get("x-kept"));
      rows.push(row);
    }
    this.$("pages").replaceChildren(...rows);
    this.$("visited").hidden = !rows.length;
    this.$("empty").hidden = rows.length > 0;
  }

  async keep() {
    if (this.busy || !this.list) return;
    this.busy = true;
    try {
      localStorage.removeItem(OFF);
    } catch {
      // Blocked: the worker was then never refused either.
    }
    document.dispatchEvent(new Event("luring"));
    navigator.storage?.persist?.().catch(() => {});
    this.say(this.words.begun);
    const outcome = await this.copyAll().catch((error) => (error?.name === "QuotaExceededError" ? "full" : "broken"));
    this.busy = false;
    this.$("progress").hidden = true;
    await this.show();
    const copy = (await this.copies())[0];
    this.say(fill(this.words[outcome], { n: copy ? Object.keys(copy.state.held).length : 0, all: this.list.files.length }));
  }

  /** @returns {Promise<"done"|"full"|"broken"|"moved">} */
  async copyAll() {
    const { list } = this;
    const name = `${this.prefix}menu:${list.version}`;
    const before = await this.copies();
    const cache = await caches.open(name);
    const state = before.find((one) => one.name === name)?.state ?? {
      version: list.version, edition: list.edition, built: list.built, kept: "", whole: false, files: list.files.length, held: {},
    };
    const write = (change) => cache.put(this.state, Response.json(Object.assign(state, { kept: new Date().toISOString() }, change)));
    try {
      await write({});
      const rest = missing(list, state.held);
      for (const [at, item] of rest.entries()) {
        await this.one(item, cache, before);
        state.held[item.path] = item.digest;
        this.progress(at + 1, rest.length);
        if (at % 10 === 9) await write({});
      }
      await write({ whole: true });
    } catch (error) {
      const older = before.some((one) => one.name !== name && one.state.whole);
      if (error?.message === "moved" || (error?.name === "QuotaExceededError" && older)) await caches.delete(name);
      else await write({}).catch(() => {});
      if (error?.message === "moved") {
        const answer = await fetch(this.root.dataset.list, { cache: "reload" }).catch(() => null);
        if (answer?.ok) this.list = read(await answer.json());
        return "moved";
      }
      throw error;
    }
    for (const old of before) if (old.name !== name) await caches.delete(old.name);
    return "done";
  }

  /** Put one file into the copy: out of an older copy when it is the same there, else from the network. */
  async one(item, cache, before) {
    const href = this.base + item.path;
    const same = before.find((one) => one.state.held[item.path] === item.digest);
    let response = await same?.cache.match(href);
    if (!response) {
      response = await fetch(href, { cache: "no-cache" });
      const bytes = await response.arrayBuffer();
      if (!response.ok || await sum(bytes) !== item.digest) throw new Error("moved");
      response = new Response(bytes, { headers: { "content-type": response.headers.get("content-type") ?? "" } });
    }
    await cache.put(href, response);
  }

  progress(at, all) {
    const bar = this.$("progress");
    bar.hidden = false;
    bar.max = all;
    bar.value = at;
  }

  /** Leave nothing of this site's pages here, and keep nothing from now on; what was typed into tools stays. */
  async remove() {
    try {
      localStorage.setItem(OFF, "mati");
    } catch {
      // Blocked: pages will be kept again on the next visit.
    }
    for (const one of await navigator.serviceWorker.getRegistrations()) if (one.scope === this.base) await one.unregister();
    for (const name of await caches.keys()) if (name.startsWith(this.prefix)) await caches.delete(name);
    await this.show();
    this.say(this.words.removed);
  }
}

/** A title of HTML source as text. */
const plain = (source) => source.replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))
  .replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&amp;", "&");

if (globalThis.document && globalThis.caches && navigator.serviceWorker) {
  const root = document.querySelector('[data-module="offline"]');
  if (root && !("ready" in root.dataset)) new Keeper(root).start();
}
