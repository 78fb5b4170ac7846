// What few readers ask for is loaded when they do: files to take along, files to open, earlier results beside this one.
"use strict";

(() => {
  const portaat = /** @type {Portaat} */ (globalThis.portaat ??= {});
  const result = (portaat.result ??= /** @type {ResultParts} */ ({}));
  /** @param {HTMLElement} main @param {() => Shown | null} shown */
  function listenLater(main, shown) {
    const [plan, file] = ["[data-plan-line]", "[data-copy-line]"].map((hook) => result.find(main, hook));
    const now = (/** @type {(shown: Shown) => unknown} */ act) => () => {
      const one = shown();
      if (one) act(one);
    };
    for (const button of /** @type {NodeListOf<HTMLElement>} */ (main.querySelectorAll("[data-export]"))) {
      const line = button.dataset.export === "json" ? file : plan;
      button.addEventListener("click", () => void result.later(main, line, now((one) => result.exportAs(button.dataset.export ?? "", main, one, line))));
    }
    const input = /** @type {HTMLInputElement} */ (result.find(main, "[data-import]"));
    input.addEventListener("change", () => void result.later(main, result.find(main, "[data-import-line]"), () => result.openFile(main, input, shown())));
    const line = result.find(main, "[data-wave-line]");
    result.find(main, "[data-keep-wave]").addEventListener("click", () => void result.later(main, line, now((one) => result.keepWave(main, one))));
  }

  /** Earlier results are drawn when there are some; a result that came by link is not held against them. @param {HTMLElement} main @param {Shown} shown */
  function earlier(main, shown) {
    const box = result.find(main, "[data-waves]");
    box.hidden = shown.own === false;
    result.find(box, "[data-wave-line]").textContent = "";
    if (!box.hidden && portaat.read("waves")) void result.later(main, result.find(box, "[data-wave-line]"), () => result.waves(main, shown));
  }

  /** @param {HTMLElement} main @param {Shown} shown */
  function foreignLater(main, shown) {
    if (shown.own === false) void result.later(main, result.find(main, "[data-changes]"), () => result.tellChanges(main, shown));
  }

  /** @param {HTMLElement} main @param {Shown} shown */
  function talkLater(main, { talk }) {
    result.find(main, "[data-talk]").hidden = true;
    if (talk) void result.later(main, result.find(main, "[data-plan-line]"), () => result.talk(main, talk));
  }

  Object.assign(result, { foreignLater, talkLater, earlier, listenLater });
})();
