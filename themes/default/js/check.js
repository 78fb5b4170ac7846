// The questions inside a chapter: they show what was answered elsewhere and keep what is answered here.
"use strict";

(() => {
  const portaat = /** @type {Portaat} */ (globalThis.portaat ??= {});
  portaat.modules ??= {};

  /** @param {HTMLElement} block */
  portaat.modules.check = (block) => {
    const model = /** @type {Model & { fingerprint: string }} */ (portaat.json("portaat-model"));
    const line = block.querySelector("[data-status-line]");
    const { saved, refused } = portaat.strings.store;
    portaat.store.use({ model: model.id, fingerprint: model.fingerprint });
    portaat.store.bind(block, model, (kept) => {
      if (line && kept !== undefined) line.textContent = kept ? saved : refused;
    });
  };
})();
