/**
 * "Add to the plan" beside every activity of the current menu, on its page also with its printed companions, and
 * how many are in the plan, with the way there.
 *
 * Only ids are kept, on this device, under the key that the plan and the change log read. Words, names and
 * addresses come from the page. Only what every page has is imported, and that is put in place by the build.
 */

import "../site/site.js";

const KEY = `${globalThis.document?.documentElement?.dataset?.store}:pilihan`;

/** The ids chosen; none where storage is blocked or holds something else. @returns {string[]} */
export function stored(text) {
  try {
    const found = JSON.parse(text ?? "[]");
    return Array.isArray(found) ? [...new Set(found.filter((id) => typeof id === "string"))] : [];
  } catch {
    return [];
  }
}

/** The list with an id put in or taken out. @returns {string[]} */
export const toggled = (ids, id) => (ids.includes(id) ? ids.filter((one) => one !== id) : [...ids, id]);

/** The list with an activity and its printed companions put in. @returns {string[]} */
export const completed = (ids, id, partners) => [...new Set([...ids, id, ...partners])];

class Picks {
  /** @param {Object<string, string>} words @param {HTMLElement[]} places @param {HTMLElement[]} groups */
  constructor(words, places, groups) {
    this.words = words;
    this.memory = null;
    this.buttons = places.map((place) => {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "pick-button";
      const label = document.createElement("span");
      const name = document.createElement("span");
      name.className = "vh";
      name.textContent = `: ${place.dataset.name}`;
      button.append(label, name);
      button.addEventListener("click", () => this.toggle(place.dataset.pick, place.dataset.name));
      place.append(button);
      return { id: place.dataset.pick, button, label };
    });
    this.groups = groups.map((place) => {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "pick-button";
      const group = { id: place.dataset.of, partners: place.dataset.pickPartners.split(" "), button };
      button.addEventListener("click", () => this.complete(group));
      place.append(button);
      return group;
    });
    this.bar = document.createElement("p");
    this.bar.className = "pick-bar";
    this.count = document.createElement("span");
    this.count.setAttribute("role", "status");
    const link = document.createElement("a");
    link.href = words.plan;
    link.textContent = words.open;
    this.link = link;
    this.bar.append(this.count, " ", link);
    document.querySelector("main").append(this.bar);
    addEventListener("storage", (event) => {
      if (event.key === KEY || event.key === null) this.show();
    });
    addEventListener("pageshow", () => this.show());
    this.show();
  }

  read() {
    if (this.memory) return this.memory;
    try {
      return stored(localStorage.getItem(KEY));
    } catch {
      return [];
    }
  }

  toggle(id, name) {
    const ids = toggled(this.read(), id);
    this.keep(ids, (ids.includes(id) ? this.words.added : this.words.removed).replace("{name}", name));
  }

  /** Put an activity and its printed companions in; the button goes, so the way to the plan has the focus. */
  complete({ id, partners }) {
    const before = this.read();
    const ids = completed(before, id, partners);
    this.keep(ids, this.words.joined.replace("{n}", String(ids.length - before.length)));
    this.link.focus();
  }

  keep(ids, said) {
    let kept = true;
    try {
      localStorage.setItem(KEY, JSON.stringify(ids));
      this.memory = null;
    } catch {
      this.memory = ids;
      kept = false;
    }
    this.show();
    this.count.textContent = `${said} ${kept ? this.total(ids) : this.words.lost}`;
  }

  total(ids) { return this.words.count.replace("{n}", String(ids.length)); }

  show() {
    const ids = this.read();
    for (const { id, button, label } of this.buttons) {
      const chosen = ids.includes(id);
      label.textContent = chosen ? this.words.remove : this.words.add;
      button.classList.toggle("chosen", chosen);
    }
    for (const { id, partners, button } of this.groups) {
      const left = partners.filter((one) => !ids.includes(one)).length;
      button.hidden = left === 0;
      if (left) button.textContent = (ids.includes(id) ? this.words.partners : this.words.with).replace("{n}", String(left));
    }
    this.count.textContent = ids.length ? this.total(ids) : "";
    this.link.hidden = !ids.length;
    this.bar.classList.toggle("none", !ids.length);
  }
}

if (globalThis.document) {
  const fresh = (selector) => [...document.querySelectorAll(selector)].filter((place) => place.dataset.ready === undefined);
  const [places, groups] = [fresh("[data-pick]"), fresh("[data-pick-partners]")];
  const words = document.querySelector("[data-choice]")?.dataset;
  for (const place of [...places, ...groups]) place.dataset.ready = "";
  if ((places.length || groups.length) && words) new Picks(words, places, groups);
}
