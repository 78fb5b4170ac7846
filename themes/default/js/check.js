// The questions inside a chapter: they show what was answered elsewhere and keep what is answered here. What keeps them is
// loaded when there is something to show or to keep.
"use strict";

(() => {
  /** @type {Portaat} */
  const portaat = globalThis.portaat;

  portaat.modules.check = (block) => {
    const { fingerprint, ...model } =
      /** @type {Model & { fingerprint: string }} */
      (portaat.json("portaat-model"));
    const line = block.querySelector("[data-status-line]");
    /** Answers given while the script is on its way, by question. @type {Map<string, HTMLInputElement>} */
    const given = new Map();
    let asked = false;

    /** @param {boolean} [kept] */
    function tell(kept) {
      const { saved, refused } = portaat.reading.words.store;
      if (line && kept !== undefined) line.textContent = kept ? saved : refused;
    }

    function bind() {
      portaat.store.use({ model: model.id, fingerprint });
      portaat.store.bind(block, model, tell);
      for (const radio of given.values()) radio.click();
      block.removeEventListener("change", answered);
    }

    function begin() {
      if (asked) return;
      asked = true;
      Promise.all(["/store.", "/reading-"].map(portaat.load)).then(bind, () => {
        asked = false;
      });
    }

    /** Some browsers put back what was on a page the last time; without answers on the device there were none. */
    function forget() {
      if (!asked) for (const radio of block.querySelectorAll("input")) radio.checked = false;
    }

    /** @param {Event} event */
    function answered({ target }) {
      if (target instanceof HTMLInputElement) given.set(target.name, target);
      begin();
    }

    block.addEventListener("change", answered);
    addEventListener("storage", begin);
    addEventListener("pageshow", forget);
    if (portaat.read("answers")) begin();
  };
})();
