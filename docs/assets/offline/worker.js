/**
 * The worker for reading without a signal; the build publishes it at the site's root and puts `SITE` before it:
 * the name of its storage, the version of the site and of its menu, and the page (with its files) that says what is kept.
 *
 * What a page needs carries its version in its address, so that a page never gets the stylesheet, script or data of
 * another one: neither from here nor, after an update, from the network.
 * A page comes from the network first. A copy of the whole menu (written by `keep.js`) is of one version; without
 * a signal its pages win over single ones that were visited, and what a page asks for comes from its own copy.
 */

/** @type {{store: string, version: string, menu: string, page: string, base: [string, string][]}} */
const SITE = self.SITE;
const ROOT = self.registration.scope;
const PREFIX = `${SITE.store}:${new URL(ROOT).pathname}:`;
const PAGES = `${PREFIX}halaman`;
const ASSETS = `${PREFIX}aset`;
const COPIES = `${PREFIX}menu:`;
const FILES = `${PREFIX}berkas`;
const READERS = `${PREFIX}pembaca`;
const BASE = `${PREFIX}dasar:${SITE.version}`;
/** The page that says what is kept. */
const OWN = ROOT + SITE.page;
/** What a copy says of itself, in it. */
const STATE = `${ROOT}salinan.json`;
/** Milliseconds to wait for the network when there is a copy. */
const PATIENCE = 3000;
/** Visited pages, and files that they asked for, that are kept. */
const MOST = 60;

/** What a text names together with its version. */
const NAMED = /["']([^"'\s<>]+\.\w+\?v=[0-9a-f]{10})["']/g;

const open = (name) => caches.open(name);
const isPage = (response) => response.ok && /^text\/html/.test(response.headers.get("content-type"));

/** A page's address without what only the browser needs. */
const addressOf = (url) => url.origin + url.pathname.replace(/index\.html$/, "");

async function digest(bytes) {
  const found = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(found.slice(0, 8), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Store, the newest `MOST` of a cache; a full disk is no fault of the page. */
const put = async (name, key, response, most = Infinity) => {
  try {
    const cache = await open(name);
    await cache.put(key, response);
    const all = most < Infinity ? await cache.keys() : [];
    for (const old of all.slice(0, Math.max(0, all.length - most))) await cache.delete(old);
  } catch {
    // Full, or forbidden: the page comes from the network as it would without this worker.
  }
};

/** Files with a version on their way, so that none is asked for twice. */
const coming = new Map();

/** A file of exactly the version that its address names; a failure when the site has only another one now. */
function asset(href) {
  const found = coming.get(href) ?? bring(href).finally(() => coming.delete(href));
  coming.set(href, found);
  return found.then((response) => response.clone());
}

/** Whether a response is of a version: scripts and stylesheets say it, data have it for a digest. */
async function is(version, href, response) {
  if (href.includes("/vendor/")) return true;
  if (/\.(css|js)\?/.test(href)) return (await response.text()).startsWith(`/*!${version}*/`);
  return (await digest(await response.arrayBuffer())).startsWith(version);
}

async function bring(href) {
  const kept = await caches.match(href);
  if (kept) return kept;
  const version = new URL(href).searchParams.get("v");
  for (const cache of ["default", "reload"]) {
    const response = await fetch(href, { cache });
    if (response.ok && await is(version, href, response.clone())) {
      await put(ASSETS, href, response.clone());
      return response;
    }
  }
  throw new Error("renewed");
}

/** Everything with a version that a text names, and what that names in turn. */
async function complete(text, from, seen = new Set()) {
  const named = Array.from(text.matchAll(NAMED), (found) => new URL(found[1], from).href);
  for (const href of named.filter((one) => one.startsWith(ROOT) && !seen.has(one))) {
    seen.add(href);
    const response = await asset(href);
    if (href.includes(".js?")) await complete(await response.text(), href, seen);
  }
}

/** Keep a page that was read, with what it needs. */
async function keep(address, response) {
  const text = await response.text();
  const headers = { "content-type": "text/html; charset=utf-8", "x-kept": new Date().toISOString(), "x-version": SITE.version };
  try {
    await complete(text, address);
  } catch (error) {
    if (error.message === "renewed") return; // the page's own stylesheets and scripts are gone: nothing whole to keep
  }
  await put(PAGES, address, new Response(text, { headers }), MOST);
}

/** Copies of the menu, the one to read first: a whole one before a part, a late one before an early one. */
async function copies() {
  const found = [];
  for (const name of (await caches.keys()).filter((one) => one.startsWith(COPIES))) {
    const cache = await open(name);
    const state = await (await cache.match(STATE))?.json();
    if (state) found.push({ name, cache, state });
  }
  return found.sort((a, b) => b.state.whole - a.state.whole || b.state.kept.localeCompare(a.state.kept));
}

/** A kept page: where it is kept, of when, and whether the site has a newer one. */
async function kept(address, near) {
  const visited = await (await open(PAGES)).match(address);
  const single = visited && {
    name: PAGES, response: visited, copy: visited.headers.get("x-kept"), newer: visited.headers.get("x-version") !== SITE.version,
  };
  if (single && near && !single.newer) return single;
  for (const { name, cache, state } of await copies()) {
    const response = await cache.match(address);
    if (response) return { name, response, copy: state.kept, newer: state.version !== SITE.menu };
  }
  return single;
}

const reader = (id) => new Request(`${ROOT}?pembaca=${encodeURIComponent(id)}`);

/** Notes on pages: also here, for a full disk keeps none. */
const notes = new Map();

/** What was noted of a page: the cache that it is read from, and what it is to be told. */
async function noted(id) {
  if (notes.has(id)) return notes.get(id);
  return id ? (await (await caches.has(READERS) ? open(READERS) : null))?.match(reader(id)).then((one) => one?.json()) : undefined;
}

/** Note something for a page, and say it; one that does not listen yet asks for it when it does. */
async function tell(id, news) {
  if (!id) return;
  const note = { ...(await noted(id)), ...news };
  notes.set(id, note);
  if (notes.size > MOST) notes.delete(notes.keys().next().value);
  await put(READERS, reader(id), Response.json(note), MOST);
  const pages = await self.clients.matchAll();
  pages.find((one) => one.id === id)?.postMessage(note);
}

async function give(event, { name, copy, newer, response }) {
  await tell(event.resultingClientId, { name, copy, newer });
  return response;
}

const later = (time) => new Promise((_, reject) => { setTimeout(() => reject(new Error("slow")), time); });

async function page(event, url) {
  const address = addressOf(url);
  const asked = fetch(event.request, { cache: "no-cache" });
  let late = false;
  event.waitUntil(asked.then(async (response) => {
    if (!isPage(response) || address === OWN) return;
    await keep(address, response.clone());
    if (late) await tell(event.resultingClientId, { renewed: true });
  }).catch(() => {}));
  try {
    const response = await ((await kept(address, true)) ? Promise.race([asked, later(PATIENCE)]) : asked);
    if (response.status < 500) return response;
  } catch (error) {
    late = error.message === "slow";
  }
  const copy = await kept(address, late);
  if (copy) return give(event, copy);
  if (await kept(`${address}/`)) return Response.redirect(`${address}/${url.search}`);
  const base = await (await open(BASE)).match(OWN);
  if (base && address === OWN) return base;
  return base ? Response.redirect(`${OWN}?halaman=${encodeURIComponent(url.href.slice(ROOT.length))}`) : Response.error();
}

async function versioned(event, url) {
  try {
    return await asset(url.href);
  } catch (error) {
    if (error.message !== "renewed") return Response.error();
    event.waitUntil(tell(event.clientId, { renewed: true }));
    return event.request.destination === "style" ? fetch(event.request) : Response.error();
  }
}

/** Data without a version, and pictures: for a page that is read from a copy of the menu out of the same copy, else the network's. */
async function file(event, url) {
  const from = await noted(event.clientId);
  const own = from?.name.startsWith(COPIES) && await (await open(from.name)).match(url.href);
  if (own) return own;
  try {
    const response = await fetch(event.request);
    if (response.ok && event.request.mode !== "navigate") event.waitUntil(put(FILES, url.href, response.clone(), MOST));
    return response;
  } catch {
    return (await caches.match(url.href, { ignoreSearch: true })) ?? Response.error();
  }
}

/** Forget assets that no kept page names. */
async function tidy() {
  const needed = new Set();
  const pages = await open(PAGES);
  const read = async (text, from) => {
    for (const [, name] of text.matchAll(NAMED)) {
      const { href } = new URL(name, from);
      if (needed.has(href)) continue;
      needed.add(href);
      const held = href.includes(".js?") && await caches.match(href);
      if (held) await read(await held.text(), href);
    }
  };
  for (const request of await pages.keys()) await read(await (await pages.match(request)).text(), request.url);
  const assets = await open(ASSETS);
  for (const request of await assets.keys()) if (!needed.has(request.url)) await assets.delete(request);
}

self.addEventListener("install", (event) => event.waitUntil((async () => {
  const base = await open(BASE);
  for (const [path, sum] of SITE.base) {
    const href = ROOT + path;
    const response = (path.includes("?v=") && await caches.match(href)) || await fetch(href, { cache: "no-cache" });
    const bytes = await response.arrayBuffer();
    if (await digest(bytes) !== sum) throw new Error(`${path} is of another version`);
    await base.put(href, new Response(bytes, { headers: { "content-type": response.headers.get("content-type") } }));
  }
  await self.skipWaiting();
})()));

self.addEventListener("activate", (event) => event.waitUntil((async () => {
  for (const name of await caches.keys()) {
    if (name.startsWith(`${PREFIX}dasar:`) && name !== BASE) await caches.delete(name);
  }
  await tidy();
  await self.clients.claim();
})()));

/** A page listens from now on. One that was open before this worker was is kept too. */
self.addEventListener("message", (event) => event.waitUntil((async () => {
  const note = await noted(event.source.id);
  if (note) event.source.postMessage(note);
  if (!event.data.page) return;
  const address = addressOf(new URL(event.data.page, ROOT));
  if (!address.startsWith(ROOT) || address === OWN || await (await open(PAGES)).match(address)) return;
  const response = await fetch(address, { cache: "force-cache" });
  if (isPage(response)) await keep(address, response);
})().catch(() => {})));

self.addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  const { method, mode, cache } = event.request;
  if (mode !== "navigate" && ["no-cache", "no-store", "reload"].includes(cache)) return; // insists on the network
  if (method !== "GET" || !url.href.startsWith(ROOT) || event.request.headers.has("range")) return;
  if (mode === "navigate") event.respondWith(page(event, url));
  else if (/^\?v=[0-9a-f]{10}$/.test(url.search)) event.respondWith(versioned(event, url));
  else event.respondWith(file(event, url));
});
