// Taking the result along: the code, its link, paper.
"use strict";

(() => {
  const portaat = /** @type {Portaat} */ (globalThis.portaat ??= {});
  const result = (portaat.result ??= /** @type {ResultParts} */ ({}));

  /** @param {Element} node */
  function select(node) {
    const range = document.createRange();
    range.selectNodeContents(node);
    getSelection()?.removeAllRanges();
    getSelection()?.addRange(range);
  }

  /**
   * Browsers without the clipboard, as on plain http, copy what is selected.
   * @param {string} text
   * @param {HTMLElement} box
   */
  async function copy(text, box) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      const shown = box.textContent;
      box.textContent = text;
      select(box);
      let done = false;
      portaat.attempt(() => { done = document.execCommand("copy"); });
      box.textContent = shown;
      if (!done) select(box);
      return done;
    }
  }

  /** @param {Shown} shown */
  const linkOf = (shown) =>
    `${location.href.replace(/#.*$/, "")}#r=${codeOf(shown)}${shown.talk ? `&t=${shown.talk}` : ""}${shown.function ? `&f=${shown.function}` : ""}`;

  /** The ids of what is said and what is done, as they stand in the page. */
  const statements = () => [...document.querySelectorAll("[data-statement]")].map((row) => row.getAttribute("data-statement") ?? "");

  /** @param {HTMLElement} main @param {HTMLElement} button @param {Shown} shown */
  async function copyFrom(main, button, shown) {
    const words = portaat.strings.result;
    const box = result.find(main, "[data-code]");
    const link = button.dataset.copy === "link";
    const code = box.textContent ?? "";
    const done = await copy(link ? linkOf(shown) : code, box);
    result.find(main, "[data-copy-line]").textContent = !done ? words.copy_failed : link ? words.link_copied : words.code_copied;
  }

  /** @param {Shown} shown */
  const codeOf = ({ model, answers, evidence, role }) => portaat.score.shareCode(model, answers, evidence, role ?? "-");

  /** @param {HTMLElement} main @param {Shown} shown */
  function share(main, shown) {
    result.find(main, "[data-code]").textContent = codeOf(shown);
    result.find(main, "[data-copy-line]").textContent = "";
  }

  /** @param {HTMLElement} main @param {() => Shown | null} shown */
  function listen(main, shown) {
    for (const button of main.querySelectorAll("[data-copy]")) {
      button.addEventListener("click", () => {
        const now = shown();
        if (now && button instanceof HTMLElement) void copyFrom(main, button, now);
      });
    }
    result.find(main, "[data-print]").addEventListener("click", () => print());
    result.find(main, "[data-keep]").addEventListener("click", () => {
      const now = shown();
      const line = result.find(main, "[data-status-line]");
      line.hidden = false;
      if (now) void result.later(main, line, () => result.keep(main, now));
    });
  }

  Object.assign(result, { share, listen, codeOf, statements });
})();
