// The questions inside a chapter: they show what was answered elsewhere and keep what is answered here.
"use strict";

(() => {
  /** @type {Portaat} */
  const { json, modules, store, strings } = globalThis.portaat;

  modules.check = (block) => {
    const { fingerprint, ...model } =
      /** @type {Model & { fingerprint: string }} */
      (json("portaat-model"));
    const line = block.querySelector("[data-status-line]");
    store.use({ model: model.id, fingerprint });
    store.bind(block, model, (kept) => {
      if (line && kept !== undefined) line.textContent = kept ? strings.store.saved : strings.store.refused;
    });
  };
})();
