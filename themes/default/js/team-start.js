// What few ask for is loaded when they do: files, the example, the report.
"use strict";

(() => {
  const portaat = /** @type {Portaat} */ (globalThis.portaat ??= {});
  const team = (portaat.team ??= /** @type {TeamParts} */ ({}));

  /** Pasted lines are mixed, so that their order does not tell who answered first. @param {ClipboardEvent} event */
  function mix(event) {
    const field = /** @type {HTMLTextAreaElement} */ (event.target);
    const text = event.clipboardData?.getData("text") ?? "";
    if (!/\n/.test(text.trim())) return;
    event.preventDefault();
    const before = field.value.slice(0, field.selectionStart);
    const mixed = team.shuffled(text.split(/\r?\n/).filter((one) => one.trim())).join("\n");
    field.setRangeText(`${/[^\n]$/.test(before) ? "\n" : ""}${mixed}\n`, field.selectionStart, field.selectionEnd, "end");
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }

  /** @param {HTMLElement} main @param {string} selector @param {string} event @param {(node: HTMLElement) => unknown} act */
  function on(main, selector, event, act) {
    const line = team.find(main, "[data-file-line]");
    for (const node of /** @type {NodeListOf<HTMLElement>} */ (main.querySelectorAll(selector))) {
      node.addEventListener(event, () => void portaat.result.later(main, line, () => act(node)));
    }
  }

  /** Files may be dropped anywhere; a browser would leave the page, and the codes in it, for the file. @param {HTMLElement} main @param {DragEvent} event */
  function dropped(main, event) {
    if (!event.dataTransfer?.types.includes("Files") || /** @type {Element} */ (event.target).matches("[type=file]")) return;
    event.preventDefault();
    const files = [...event.dataTransfer.files];
    if (event.type === "drop") void portaat.result.later(main, team.find(main, "[data-file-line]"), () => team.openFiles(main, files));
  }

  /** What stands below the numbers. @param {Seen} seen */
  async function rest(seen) {
    /** @type {Promise<unknown> | undefined} */
    let drawn;
    await portaat.result.later(seen.main, team.find(seen.main, "[data-file-line]"), () => { drawn = team.after(seen); });
    await drawn;
  }

  /** @param {HTMLElement} main */
  function listen(main) {
    const field = team.find(main, "#team-codes");
    field.addEventListener("paste", mix);
    on(main, "#team-files", "change", (node) => {
      const input = /** @type {HTMLInputElement} */ (node);
      const chosen = [...(input.files ?? [])];
      input.value = "";
      return team.openFiles(main, chosen);
    });
    for (const kind of ["dragover", "drop"]) main.addEventListener(kind, (event) => dropped(main, /** @type {DragEvent} */ (event)));
    on(main, "[data-earlier]", "change", (input) => team.openEarlier(main, /** @type {HTMLInputElement} */ (input)));
    on(main, "[data-export]", "click", (button) => team.exportAs(button.dataset.export ?? "", main));
    on(main, "[data-example]", "click", () => team.example(main));
    on(main, "[data-clear]", "click", () => team.clear(main));
    on(main, "[data-print]", "click", () => team.report());
  }

  Object.assign(team, { listen, rest });
})();
