// What a term means, where it stands in a text: shown under the pointer, at the keyboard's stop and at the first tap, and gone
// with Escape or when one leaves. The term stays a link to the glossary, which the second tap follows.
"use strict";

(() => {
  const portaat = /** @type {Portaat} */ (globalThis.portaat);
  /** Milliseconds before a pointer that rests, or has left, means it. */
  const [REST, AWAY] = [150, 250];
  /** @type {HTMLAnchorElement | null} */
  let wanted = null;
  /** @type {HTMLElement | null} */
  let note = null;
  let timer = 0;

  /** @param {EventTarget | null} target */
  const termOf = (target) => (target instanceof Element ? /** @type {HTMLAnchorElement | null} */ (target.closest("a.term")) : null);

  function hide() {
    clearTimeout(timer);
    note?.previousElementSibling?.removeAttribute("aria-describedby");
    note?.remove();
    [note, wanted] = [null, null];
  }

  /** @param {HTMLAnchorElement} term */
  async function show(term) {
    if (wanted === term) return;
    hide();
    wanted = term;
    const { terms } = await portaat.readingData();
    const text = terms[decodeURIComponent(term.hash.slice(1))];
    if (wanted !== term || note || !text) return;
    note = Object.assign(document.createElement("span"), { className: "definition", id: "definition", role: "tooltip", textContent: text });
    term.after(note);
    term.setAttribute("aria-describedby", note.id);
  }

  /** @param {() => unknown} act @param {number} after */
  function soon(act, after) {
    clearTimeout(timer);
    timer = setTimeout(act, after);
  }

  /** @param {PointerEvent} event */
  function over({ target, pointerType }) {
    const term = termOf(target);
    if (pointerType === "touch") return;
    if (term) soon(() => void show(term), REST);
    else if (note?.contains(/** @type {Node} */ (target))) clearTimeout(timer);
    else soon(() => document.activeElement === wanted || hide(), AWAY);
  }

  /** @param {{ target: EventTarget | null }} event */
  function focused({ target }) {
    const term = termOf(target);
    if (term?.matches(":focus-visible")) void show(term);
  }

  let touched = false;

  /** @param {PointerEvent} event */
  function down({ target, pointerType }) {
    touched = pointerType === "touch";
    if (touched && !termOf(target) && !note?.contains(/** @type {Node} */ (target))) hide();
  }

  /** @param {Event} event */
  function clicked(event) {
    const term = termOf(event.target);
    if (!touched || !term || (note && wanted === term)) return;
    event.preventDefault();
    show(term).catch(() => location.assign(term.href));
  }

  document.addEventListener("pointerover", over);
  document.addEventListener("focusin", focused);
  document.addEventListener("focusout", ({ target }) => void (termOf(target) === wanted && !wanted?.matches(":hover") && hide()));
  document.addEventListener("pointerdown", down);
  document.addEventListener("click", clicked);
  document.addEventListener("keydown", ({ key }) => void (key === "Escape" && hide()));
  focused({ target: document.activeElement });
  const hovered = document.querySelector("a.term:hover");
  if (hovered instanceof HTMLAnchorElement) soon(() => void show(hovered), REST);
})();
