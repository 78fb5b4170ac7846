// Keeps answers on the device, one entry a question with the revision it was given to, so that the forms and the checks inside
// chapters fill each other and an answer to an older meaning is never used. A browser may refuse: then they live as long as the page.
"use strict";

/** @typedef {{ dims: { items: Item[] }[] }} Asked a model, or a chapter's share of it */

(() => {
  /** @type {Portaat} */
  const portaat = (globalThis.portaat ??= {});
  /** @type {Stamp | undefined} */
  let stamp;
  /** What the browser refused to keep. @type {Entries | null} */
  let unsaved = null;

  /** @returns {Entries} */
  const entries = () => unsaved ?? { ...portaat.read("answers")?.data };

  /**
   * @param {Entries} all
   * @returns {boolean} whether the browser kept them
   */
  function replace(all) {
    const kept = portaat.write("answers", all, stamp);
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
  const usable = ({ rev, na }, entry) =>
    entry?.rev === rev && ([1, 2, 3, 4, 5, "d"].includes(entry.value) || (na && entry.value === "n"));

  /** @param {Asked} model */
  const itemsOf = (model) => model.dims.flatMap((dim) => dim.items);

  /**
   * What is stored for a model's questions, in the form the scorer takes. Foreign or damaged entries are left alone.
   * @param {Asked} model
   * @returns {Given}
   */
  function given(model) {
    const all = entries();
    const known = itemsOf(model).filter((item) => Object.hasOwn(all, item.id) && usable(item, all[item.id]));
    const proved = known.filter(({ id }) => [0, 1, 2].includes(all[id].evidence ?? -1));
    const answers = Object.fromEntries(known.map(({ id }) => [id, all[id].value]));
    const evidence = Object.fromEntries(proved.map(({ id }) => [id, all[id].evidence]));
    return { answers, evidence: proved[0] ? evidence : null };
  }

  /**
   * @param {HTMLElement} root
   * @param {string} name
   * @returns {NodeListOf<HTMLInputElement>}
   */
  const radios = (root, name) => root.querySelectorAll(`[name="${name}"]`);

  /**
   * What the reader has chosen for a question. What it rests on counts only for a claim of 3 or more, as only there it is asked;
   * where it is not asked at all, as in a chapter, what was said before stands.
   * @param {HTMLElement} root
   * @param {Item} item
   * @returns {Entry}
   */
  function chosen(root, { id, rev }) {
    const [said, proof] = [id, `${id}-evidence`].map((name) => [...radios(root, name)].find((radio) => radio.checked)?.value);
    const value =
      /** @type {Answer} */
      (Number(said) || said);
    const evidence = proof ?? entries()[id]?.evidence;
    return { rev, value, ...(Number(value) >= 3 && evidence !== undefined ? { evidence: Number(evidence) } : {}) };
  }

  /**
   * Ties the questions below `root` to the store. `changed` hears whether an answer was kept, or nothing after a refill: when
   * another window has written, and when the page is shown again, as some browsers put back what was on it the last time.
   * @param {HTMLElement} root
   * @param {Asked} model
   * @param {(kept?: boolean) => void} changed
   * @returns {() => void} fills them again from what is stored
   */
  function bind(root, model, changed) {
    const items = itemsOf(model);
    const fill = () => {
      const { answers, evidence } = given(model);
      const wanted = new Map(items.flatMap(({ id }) => [[id, answers[id]], [`${id}-evidence`, evidence?.[id]]]));
      for (const radio of /** @type {NodeListOf<HTMLInputElement>} */ (root.querySelectorAll("[type=radio]"))) {
        if (wanted.has(radio.name)) radio.checked = radio.value === String(wanted.get(radio.name));
      }
      changed();
    };
    for (const item of items) {
      root.querySelector(`[data-item="${item.id}"]`)?.addEventListener("change", () => changed(put(item.id, chosen(root, item))));
    }
    addEventListener("storage", fill);
    addEventListener("pageshow", fill);
    fill();
    return fill;
  }

  /** @param {Stamp} to */
  const use = (to) => void (stamp = to);

  Object.assign(portaat, { store: { use, entries, replace, put, given, bind } });
})();
