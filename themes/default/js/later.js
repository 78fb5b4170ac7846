// Does something once all that the page loads on use is there, or says that it does not come.
"use strict";

(() => {
  const portaat = /** @type {Portaat} */ (globalThis.portaat ??= {});
  const result = (portaat.result ??= /** @type {ResultParts} */ ({}));

  /** @param {HTMLElement} _main @param {HTMLElement} line @param {() => unknown} act */
  result.later = async (_main, line, act) => {
    try {
      await Promise.all(portaat.later.map(portaat.load));
    } catch {
      line.textContent = portaat.strings.result.not_loaded;
      return;
    }
    portaat.attempt(act);
  };
})();
