// Keeps answers on the device, one entry a question with the revision it was given to, so that the forms and the checks inside
// chapters fill each other and an answer to an older meaning is never used. A browser may refuse: then they live as long as the page.
"use strict";

(() => {
  const portaat = /** @type {Portaat} */ (globalThis.portaat ??= {});
  const NAME = "answers";
  /** @type {Stamp} */
  let stamp = { model: null, fingerprint: null };
  /** What the browser refused to keep. @type {Entries | null} */
  let unsaved = null;

  /** @returns {Entries} */
  const entries = () => unsaved ?? { .../** @type {Entries | undefined} */ (portaat.read(NAME)?.data) };

  /**
   * @param {Entries} all
   * @returns {boolean} whether the browser kept them
   */
  function replace(all) {
    const kept = portaat.write(NAME, all, stamp);
    unsaved = kept ? null : all;
    return kept;
  }

  /**
   * One answer; what other windows have written meanwhile stays.
   * @param {string} id
   * @param {Entry} entry
   */
  const put = (id, entry) => replace({ ...entries(), [id]: entry });

  /**
   * @param {Item} item
   * @param {Entry | undefined} entry
   */
  function usable(item, entry) {
    if (entry?.rev !== item.rev) return false;
    return [1, 2, 3, 4, 5, "d"].includes(entry.value) || (entry.value === "n" && item.na);
  }

  /**
   * What is stored for a model's questions, in the form the scorer takes. Foreign or damaged entries are left alone.
   * @param {{ dims: { items: Item[] }[] }} model
   * @returns {Given}
   */
  function given(model) {
    const all = entries();
    const known = model.dims.flatMap((dim) => dim.items).filter((it) => Object.hasOwn(all, it.id) && usable(it, all[it.id]));
    const proved = known.filter((it) => [0, 1, 2].includes(all[it.id].evidence ?? -1));
    const answers = Object.fromEntries(known.map((it) => [it.id, all[it.id].value]));
    const evidence = Object.fromEntries(proved.map((it) => [it.id, all[it.id].evidence]));
    return { answers, evidence: proved.length ? evidence : null };
  }

  /**
   * Removes the answers and returns what puts them back.
   * @returns {() => void}
   */
  function clear() {
    const before = entries();
    unsaved = null;
    if (!remove(NAME)) unsaved = {};
    return () => void replace(before);
  }

  /**
   * @param {string} name
   * @returns {boolean}
   */
  function remove(name) {
    return portaat.attempt(() => localStorage.removeItem(portaat.prefix + name));
  }

  /** @param {Element} fieldset @param {string} name */
  const radios = (fieldset, name) =>
    [.../** @type {NodeListOf<HTMLInputElement>} */ (fieldset.querySelectorAll("input"))].filter((input) => input.name === name);

  /**
   * What the reader has chosen in a question. The proof counts only for a claim of 3 or more, as only there it is asked.
   * @param {Element} fieldset
   * @param {Item} item
   * @returns {Entry}
   */
  function chosen(fieldset, { id, rev }) {
    const value = radios(fieldset, id).find((input) => input.checked)?.value ?? "";
    const proof = radios(fieldset, `${id}-evidence`).find((input) => input.checked);
    return { rev, value: /** @type {Answer} */ (Number(value) || value),
      ...(Number(value) >= 3 && proof ? { evidence: Number(proof.value) } : {}) };
  }

  /**
   * @param {Element} fieldset
   * @param {string} id
   * @param {Given} stored
   */
  function show(fieldset, id, { answers, evidence }) {
    for (const input of radios(fieldset, id)) input.checked = input.value === String(answers[id]);
    for (const input of radios(fieldset, `${id}-evidence`)) input.checked = input.value === String(evidence?.[id]);
  }

  /**
   * Ties the questions below `root` to the store. `changed` hears whether an answer was kept, or nothing after a refill.
   * @param {HTMLElement} root
   * @param {{ dims: { items: Item[] }[] }} model
   * @param {(kept?: boolean) => void} changed
   * @returns {() => void} fills them again from what is stored
   */
  function bind(root, model, changed) {
    const items = model.dims.flatMap((dim) => dim.items);
    const fieldsets = new Map(items.map((it) => [it, root.querySelector(`[data-item="${it.id}"]`)]));
    const fill = () => {
      const stored = given(model);
      for (const [it, fieldset] of fieldsets) if (fieldset) show(fieldset, it.id, stored);
      changed();
    };
    for (const [it, fieldset] of fieldsets) fieldset?.addEventListener("change", () => changed(put(it.id, chosen(fieldset, it))));
    addEventListener("storage", ({ key }) => void ((key === null || key === portaat.prefix + NAME) && fill()));
    addEventListener("pageshow", ({ persisted }) => void (persisted && fill()));
    fill();
    return fill;
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

  portaat.store = { use: (to) => void (stamp = to), entries, replace, put, given, clear, remove, bind, offerUndo };
})();
