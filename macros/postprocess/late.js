/**
 * Begins the page's modules after its first paint, so that they never delay it; after a second in any case, for
 * browsers that do not say when they paint. A module that runs takes its template away; for one that never comes
 * no room is kept.
 */
const begin = () => {
  for (const one of document.querySelectorAll("template[data-load]")) {
    import(new URL(one.dataset.load, document.baseURI)).then(() => one.remove(), (error) => {
      for (const room of document.querySelectorAll("[data-later]")) delete room.dataset.later;
      throw error;
    });
  }
};
setTimeout(begin, 1000);
if (globalThis.PerformanceObserver) new PerformanceObserver(begin).observe({ type: "paint", buffered: true });
