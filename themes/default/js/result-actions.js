// The actions to start with: which ones they are is the scorer's business, here they get their words and the way to the chapter.
"use strict";

(() => {
  const portaat = /** @type {Portaat} */ (globalThis.portaat ??= {});
  const result = (portaat.result ??= /** @type {ResultParts} */ ({}));

  /**
   * The texts and links that stand once in the page for all of its scripts.
   * @param {string | null} dimension
   * @param {string | null} item
   */
  function texts(dimension, item) {
    const all = document.getElementById("texts");
    const every = all instanceof HTMLTemplateElement ? all.content : null;
    const own = dimension ? every?.querySelector(`[data-dimension="${dimension}"]`) : every;
    const lines = own?.querySelectorAll(item ? `[data-item="${item}"] p` : "[data-item] p") ?? [];
    const [question, why, evidence] = [...lines].map((line) => line.textContent ?? "");
    const links = /** @type {HTMLAnchorElement[]} */ ([...(own?.querySelectorAll("a") ?? [])]);
    return { question, why, evidence, links };
  }

  /** @param {Action} action @param {Shown} shown */
  function reason({ kind, dim, item }, { model, scored, answers }) {
    const found = scored.dims.find((d) => d.id === dim);
    return portaat.say(portaat.strings.result.act_text[kind], {
      answer: String(item ? answers[item] : ""), score: result.decimal(found?.score ?? 0), level: found?.level ?? "",
      candidate: found?.candidate ?? "", target: result.decimal(model.rules.target) });
  }

  /** @param {HTMLAnchorElement} link */
  function linkTo(link) {
    const words = portaat.strings.result;
    const copy = document.createElement("a");
    copy.href = link.getAttribute("href") ?? "";
    copy.textContent = portaat.say(link.dataset.kind === "worksheet" ? words.worksheet : words.chapter, { name: link.textContent ?? "" });
    return copy;
  }

  /** @param {HTMLElement} line @param {Action} action @param {Shown} shown */
  function fill(line, action, shown) {
    const words = portaat.strings.result;
    const { question, why, evidence, links } = texts(action.dim, action.item);
    const put = (/** @type {string} */ selector, /** @type {string} */ text) => {
      const node = line.querySelector(selector);
      if (node) node.textContent = text;
    };
    put("h3", portaat.say(words.act, { kind: words.kind[action.kind], name: result.nameOf(action.dim) }));
    put("[data-text]", reason(action, shown));
    put("[data-question]", portaat.say(words.ask, { text: question ?? "" }));
    put("[data-why]", why ?? "");
    put("[data-evidence]", portaat.say(words.show, { text: evidence ?? "" }));
    line.querySelector("[data-links]")?.replaceChildren(...links.map(linkTo));
  }

  /** @param {Action} action @param {Shown} shown */
  function card(action, shown) {
    const pattern = document.getElementById("action");
    const copy = pattern instanceof HTMLTemplateElement ? pattern.content.cloneNode(true) : null;
    const line = copy instanceof DocumentFragment ? copy.querySelector("li") : null;
    if (!line) throw new Error("the page has no pattern for an action");
    line.dataset.action = action.dim;
    line.dataset.kind = action.kind;
    if (action.item) line.dataset.item = action.item;
    fill(line, action, shown);
    return line;
  }

  /** @param {HTMLElement} main @param {Shown} shown */
  function actions(main, shown) {
    const found = shown.scored.actions;
    result.find(main, "[data-actions]").replaceChildren(...found.map((action) => card(action, shown)));
    result.find(main, "[data-actions]").hidden = found.length === 0;
    result.find(main, "[data-no-actions]").hidden = found.length > 0;
    const title = result.find(main, "[data-actions-title]");
    const { where, actions: forms } = portaat.strings.result;
    title.textContent = found.length ? portaat.plural(forms, found.length) : where;
  }

  Object.assign(result, { actions, texts });
})();
