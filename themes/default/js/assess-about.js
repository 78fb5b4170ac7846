// The optional end of the whole form: what is said against what is done, and who answers. It is kept beside the answers and never
// scored, and it leaves the form only in the address of the result.
"use strict";

(() => {
  const portaat = /** @type {Portaat} */ (globalThis.portaat ??= {});
  const REV = 1;

  /** @param {ParentNode} form @param {string} [where] */
  const asked = (form, where = "") =>
    /** @type {HTMLElement[]} */ ([...form.querySelectorAll(`${where} [data-about]`)]);

  /** @param {HTMLElement} question @returns {NodeListOf<HTMLInputElement>} */
  const radios = (question) => question.querySelectorAll("input");

  /** @param {HTMLElement} question "-" when nothing is said */
  const chosen = (question) => [...radios(question)].find((radio) => radio.checked)?.value ?? "-";

  /** @param {ParentNode} form */
  function fill(form) {
    const all = portaat.store.entries();
    for (const question of asked(form)) {
      const name = question.dataset.about ?? "";
      const entry = Object.hasOwn(all, name) ? all[name] : null;
      for (const radio of radios(question)) radio.checked = entry?.rev === REV && radio.value === String(entry.value);
    }
  }

  /** @param {ParentNode} form @param {(kept: boolean) => void} changed */
  function listen(form, changed) {
    for (const question of asked(form)) {
      question.addEventListener("change", () => {
        const value = /** @type {Answer} */ (chosen(question));
        changed(portaat.store.put(question.dataset.about ?? "", { rev: REV, value }));
      });
    }
  }

  /** The questions that something is said to. @param {ParentNode} form */
  const said = (form) => asked(form).filter((question) => chosen(question) !== "-");

  /** @param {ParentNode} form @param {string} name */
  function answerTo(form, name) {
    const question = asked(form).find(({ dataset }) => dataset.about === name);
    return question ? chosen(question) : "-";
  }

  /** The letter of the code. @param {ParentNode} form */
  function role(form) {
    const letter = answerTo(form, "profile-role");
    return /^[lfs]$/.test(letter) ? letter : "-";
  }

  /** What goes along with the code: talk and walk, and the function, each only when something is said. @param {ParentNode} form */
  function fields(form) {
    const talk = asked(form, "#s-talk-walk").map(chosen).join("");
    const place = answerTo(form, "profile-function");
    return (/^[01-]{5}[1-5-]{5}$/.test(talk) && /\d/.test(talk) ? `&t=${talk}` : "") + (place === "-" ? "" : `&f=${encodeURIComponent(place)}`);
  }

  portaat.about = { fill, listen, said, role, fields };
})();
