// Taking answers away and putting them back: for the pages that offer it. Chapters only fill in, so they do without this.
"use strict";

(() => {
  /** @type {Portaat} */
  const portaat = (globalThis.portaat ??= {});
  const store = (portaat.store ??= /** @type {any} */ ({}));

  /**
   * @param {string} name
   * @returns {boolean} whether the browser let go of it
   */
  const remove = (name) => portaat.attempt(() => localStorage.removeItem(portaat.prefix + name));

  /**
   * Removes the answers and returns what puts them back.
   * @returns {() => void}
   */
  function clear() {
    const before = store.entries();
    if (store.replace({})) remove("answers");
    return () => void store.replace(before);
  }

  /**
   * Says what was done on a status line and offers to take it back.
   * @param {HTMLElement} line
   * @param {string} text
   * @param {() => void} undo
   * @param {string} undone
   */
  function offerUndo(line, text, undo, undone) {
    const button = Object.assign(document.createElement("button"), { type: "button", className: "textual" });
    button.textContent = portaat.strings.store.undo;
    button.addEventListener("click", () => {
      undo();
      line.textContent = undone;
      line.tabIndex = -1;
      line.focus();
    });
    line.replaceChildren(`${text} `, button);
    button.focus();
  }

  Object.assign(store, { remove, clear, offerUndo });
})();
