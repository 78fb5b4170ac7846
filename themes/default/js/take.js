// Taking something along as a file: text that the browser saves where the reader wants it, without a server.
"use strict";

(() => {
  const portaat = /** @type {Portaat} */ (globalThis.portaat ??= {});

  /** @param {string} name @param {string} type @param {string} text */
  portaat.download = (name, type, text) => {
    const href = URL.createObjectURL(new Blob([text], { type }));
    Object.assign(document.createElement("a"), { href, download: name }).click();
    setTimeout(() => URL.revokeObjectURL(href), 1e4);
  };
})();
