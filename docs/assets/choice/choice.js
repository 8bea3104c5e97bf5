/**
 * "Add to the plan" beside every activity of the current menu, and how many are in it, with the way there.
 *
 * Only ids are kept, on this device, under the key that the plan and the change log read. Words, names and
 * addresses come from the page. Only what every page has is imported, and that is put in place by the build.
 */

import "../site/site.js";

const KEY = "lini-depan:pilihan";

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

class Picks {
  /** @param {Object<string, string>} words @param {HTMLElement[]} places */
  constructor(words, places) {
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
    let kept = true;
    try {
      localStorage.setItem(KEY, JSON.stringify(ids));
      this.memory = null;
    } catch {
      this.memory = ids;
      kept = false;
    }
    this.show();
    const said = (ids.includes(id) ? this.words.added : this.words.removed).replace("{name}", name);
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
    this.count.textContent = ids.length ? this.total(ids) : "";
    this.link.hidden = !ids.length;
    this.bar.classList.toggle("none", !ids.length);
  }
}

if (globalThis.document) {
  const places = [...document.querySelectorAll("[data-pick]")].filter((place) => place.dataset.ready === undefined);
  const words = document.querySelector("[data-choice]")?.dataset;
  for (const place of places) place.dataset.ready = "";
  if (places.length && words) new Picks(words, places);
}
