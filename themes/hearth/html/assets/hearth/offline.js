/*
 * Asks the browser to keep this community's pages, where the archive offers it.
 * What is kept, and how it stays new, stands in the worker that the tag names.
 */
(() => {
  "use strict";

  const { hbWorker } = document.currentScript.dataset;
  /* Whoever saves data does not want fifteen pages for one. */
  if (!navigator.serviceWorker || !location.protocol.startsWith("http") || navigator.connection?.saveData) return;
  addEventListener("load", () => {
    navigator.serviceWorker.register(hbWorker, { updateViaCache: "none" }).catch(() => {
      /* Where a browser forbids it, the pages are read from the network as ever. */
    });
  });
})();
