// The questions inside a chapter: they show what was answered elsewhere and keep what is answered here.
"use strict";

(() => {
  /** @type {Portaat} */
  const { modules, json, strings, store } = globalThis.portaat;

  modules.check = (block) => {
    const { id, fingerprint, ...model } = json("portaat-model");
    store.use({ model: id, fingerprint });
    store.bind(block, model, (kept) => {
      const { saved, refused } = strings.store;
      if (kept !== undefined) block.querySelector("[role=status]").textContent = kept ? saved : refused;
    });
  };
})();
