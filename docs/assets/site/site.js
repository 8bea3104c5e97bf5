/**
 * What every page does, whatever else it loads: keeps itself for reading without a signal, says when it is a
 * kept copy, and copies a citation. Modules that a page loads begin with `import "../site/site.js"`, which the
 * build puts into them, so that it costs no request. The page is complete without it.
 */

const OFF = `${globalThis.document?.documentElement?.dataset?.store}:luring`;
/** The words, and the address of the worker; a page that is served while it is edited has none. */
const words = globalThis.document?.querySelector("template[data-offline]");

/** Whether the visitor removed everything from this device. */
const isOff = () => {
  try {
    return localStorage.getItem(OFF) === "mati";
  } catch {
    return false;
  }
};

let begun = false;

const register = async () => {
  if (begun) return;
  begun = true;
  const first = !navigator.serviceWorker.controller;
  const address = new URL(words.dataset.worker, document.baseURI).href;
  const policy = globalThis.trustedTypes?.createPolicy("site", { createScriptURL: (url) => url });
  try {
    await navigator.serviceWorker.register(policy ? policy.createScriptURL(address) : address, { updateViaCache: "none" });
    const { active } = await navigator.serviceWorker.ready;
    if (first) active.postMessage({ page: location.pathname });
  } catch {
    // A private window, or a browser that forbids it: the page stays as it is.
  }
};

const day = (time) => new Date(time).toLocaleDateString(document.documentElement.lang, { day: "numeric", month: "long", year: "numeric" });

const start = () => {
  const line = document.createElement("p");
  line.className = "copy";
  line.setAttribute("role", "status");
  document.body.append(line);
  const say = (...parts) => {
    const link = document.createElement("a");
    link.href = words.dataset.page;
    link.textContent = words.dataset.link;
    line.replaceChildren(`${parts.filter(Boolean).join(" ")} `, link);
  };
  navigator.serviceWorker.addEventListener("message", ({ data }) => {
    const { kept, old, renewed } = words.dataset;
    if (data.renewed) say(renewed);
    else if (data.copy) say(kept.replace("{when}", day(data.copy)), data.newer && old);
  });
  navigator.serviceWorker.controller?.postMessage({});
  const begin = () => isOff() || register();
  document.addEventListener("luring", begin);
  if (isOff()) return;
  if (document.readyState === "complete") begin();
  else addEventListener("load", begin);
};

if (globalThis.document && !("site" in document.documentElement.dataset)) {
  document.documentElement.dataset.site = "";
  if (words && navigator.serviceWorker) start();
  for (const button of navigator.clipboard ? document.querySelectorAll("[data-copy]") : []) {
    const label = button.textContent;
    button.hidden = false;
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(button.closest("details").querySelector("[data-cite]").textContent);
      button.textContent = button.dataset.done;
      setTimeout(() => { button.textContent = label; }, 2000);
    });
  }
}
