/**
 * The check of one's own area where a page has room for one field: a typed name, and whether it is on the list.
 * List, sentences and what compares names are loaded with the first question. Nothing is kept or sent. It comes
 * beside the page's own script, which does what every page does.
 */

class Ask {
  /** @param {HTMLFormElement} form */
  constructor(form) {
    this.form = form;
    this.input = form.querySelector("input");
    this.said = form.querySelector("[data-said]");
    this.outside = form.querySelector("[data-outside]");
  }

  start() {
    this.form.hidden = false;
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.answer();
    });
    this.form.addEventListener("focusin", () => this.parts().catch(() => {}), { once: true });
  }

  parts() {
    this.loading ??= Promise.all([
      import("./names.js"),
      fetch(this.form.dataset.list).then((answer) => (answer.ok ? answer.json() : Promise.reject(new Error(answer.status)))),
    ]);
    this.loading.catch(() => { this.loading = null; });
    return this.loading;
  }

  async answer() {
    let text = "";
    let outside = false;
    try {
      const [{ look, tell }, { listed, words }] = await this.parts();
      const found = look(listed, this.input.value);
      text = found ? tell(words, listed, found) : "";
      outside = found !== null && found.code !== "found";
    } catch {
      text = this.form.dataset.lost;
    }
    this.said.textContent = text;
    this.outside.hidden = !outside;
  }
}

if (globalThis.document) {
  for (const form of document.querySelectorAll('[data-module="ask"]')) {
    if (form.dataset.ready === undefined) {
      form.dataset.ready = "";
      new Ask(form).start();
    }
  }
}
