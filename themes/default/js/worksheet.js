// A worksheet alive: what is written on it is kept on this device, and can be printed, taken along as a file and cleared.
// A browser may refuse to keep it: then it lives as long as the page, and can still be printed and saved.
"use strict";

(() => {
  const portaat = /** @type {Portaat} */ (globalThis.portaat);
  const { store, strings: { worksheet: words }, worksheet } = portaat;
  const PAUSE = 300;
  const BIGGEST = 1e6;

  /**
   * Ties the controls to where the browser keeps them. What this sheet does not know stays in there, unused.
   * @param {HTMLElement} root
   * @param {string} name
   * @param {(text: string) => void} tell
   */
  function tie(root, name, tell) {
    const shape = worksheet.shapeOf(root);
    /** @type {Filled | undefined} what was changed here and is not kept yet */
    let changed;
    /** @type {Values | undefined} what the browser refused to keep */
    let unsaved;

    const all = () => worksheet.merge(unsaved ?? portaat.read(name)?.data.values, changed);
    const values = () => worksheet.usable(shape, all());

    /** @param {Values} next */
    function keep(next) {
      const kept = Object.keys(next).length ? portaat.write(name, { values: next }) : store.remove(name);
      changed = undefined;
      unsaved = kept ? undefined : next;
      return kept;
    }

    const save = () => void (changed && tell(keep(all()) ? words.saved : words.refused));
    const fill = () => worksheet.fill(root, values());

    /** @param {Values} next */
    function show(next) {
      keep(next);
      worksheet.fill(root, values(), true);
    }

    root.addEventListener("input", ({ target }) => {
      const control = /** @type {Control} */ (target);
      if (!changed) setTimeout(save, PAUSE);
      changed = { ...changed, [control.name]: worksheet.valueOf(control) };
      worksheet.draw(root);
    });
    addEventListener("pagehide", save);
    document.addEventListener("visibilitychange", save);
    addEventListener("storage", fill);
    addEventListener("pageshow", fill);
    fill();
    return { all, values, save, show, shape };
  }

  /** The sheet alone goes to paper. */
  function print() {
    const { dataset } = document.documentElement;
    dataset.print = "sheet";
    addEventListener("afterprint", () => delete dataset.print, { once: true });
    globalThis.print();
  }

  /**
   * @param {string} textContent
   * @param {() => void} onclick
   */
  const button = (textContent, onclick) =>
    Object.assign(document.createElement("button"), { type: "button", className: "textual", textContent, onclick });

  portaat.modules.worksheet = (root) => {
    const page = root.dataset.pageId ?? "";
    const find = (/** @type {string} */ hook) => /** @type {HTMLElement} */ (root.querySelector(`[data-${hook}]`));
    const line = find("status-line");
    const input = /** @type {HTMLInputElement} */ (find("import"));
    const tell = (/** @type {string} */ text) => void (line.textContent === text || (line.textContent = text));
    const sheet = tie(find("sheet"), `worksheet:${page}`, tell);

    /**
     * @param {Values} next
     * @param {string} text
     */
    function replace(next, text) {
      const before = sheet.all();
      sheet.show(next);
      store.offerUndo(line, text, () => sheet.show(before), words.restored);
    }

    /** @param {Opened} opened */
    function ask({ values, left, other }) {
      if (!values) return tell(other ? portaat.say(words.other, { page: other }) : words.unreadable);
      const counts = worksheet.difference(sheet.values(), values);
      if (counts.filled + counts.replaced === 0) return tell(words.nothing);
      const yes = button(words.take, () => replace({ ...sheet.all(), ...values }, words.imported));
      const no = button(words.cancel, () => (tell(words.unchanged), input.focus()));
      line.replaceChildren(portaat.say(words.ask, counts), left ? ` ${portaat.say(words.left, { n: left })} ` : " ", yes, " ", no);
      yes.focus();
    }

    async function open() {
      const [file] = input.files ?? [];
      if (!file) return;
      const text = file.size > BIGGEST ? "" : await file.text().catch(() => "");
      input.value = "";
      sheet.save();
      ask(worksheet.open(text, page, sheet.shape));
    }

    input.onchange = open;
    find("print").onclick = print;
    find("export").onclick = () =>
      portaat.download(`${page.replaceAll("/", "-")}.json`, "application/json", worksheet.fileOf(page, sheet.values()));
    find("clear").onclick = () => replace({}, words.cleared);
    find("tools").hidden = false;
  };
})();
