// Turns the long page of questions into one screen at a time: the address names the screen, so the browser's own Back works and a
// link can lead to a question. Nothing has to be answered to move on; what is missing is named before the result.
"use strict";

(() => {
  const portaat = /** @type {Portaat} */ (globalThis.portaat ??= {});
  portaat.modules ??= {};

  /** @param {ParentNode} root @param {string} selector */
  function find(root, selector) {
    const found = root.querySelector(selector);
    if (!(found instanceof HTMLElement)) throw new Error(`the form has no ${selector}`);
    return found;
  }

  /** @param {HTMLElement} screen the start has the page's own heading */
  const headingOf = (screen) => /** @type {HTMLElement} */ (screen.querySelector(":scope > h2") ?? document.querySelector("h1"));

  /** @param {HTMLElement} screen */
  const nameOf = (screen) => headingOf(screen).textContent ?? "";

  /**
   * The screen that has the first question without an answer; the one after the last when there is none.
   * @param {Model} model
   * @param {Answers} answers
   */
  function firstOpen({ dims }, answers) {
    const open = dims.findIndex((dim) => dim.items.some((it) => !Object.hasOwn(answers, it.id)));
    return open < 0 ? dims.length + 1 : open + 1;
  }

  /**
   * The screen the address asks for, the current one when it asks for something else on the page.
   * @param {HTMLElement[]} screens
   * @param {number} current
   */
  function screenOfAddress(screens, current) {
    const id = location.hash.slice(1);
    const at = screens.findIndex((screen) => screen.contains(document.getElementById(id)));
    return id === "" ? 0 : at < 0 ? current : at;
  }

  /** @param {HTMLElement} screen */
  function focusOn(screen) {
    const target = document.getElementById(location.hash.slice(1));
    const question = target?.matches("fieldset") ? target : null;
    const heading = headingOf(screen);
    heading.tabIndex = -1;
    if (!question) scrollTo({ top: 0, behavior: "instant" });
    question?.scrollIntoView({ block: "start", behavior: "instant" });
    const radio = question?.querySelector("input:checked") ?? question?.querySelector("input");
    (radio instanceof HTMLElement ? radio : heading).focus({ preventScroll: true });
  }

  /**
   * @param {Element} question
   * @returns {string} the chosen description, "" without one
   */
  const chosenText = (question) => question.querySelector("input:checked:not([name$='-evidence'])")?.closest("label")?.textContent?.trim() ?? "";

  /** @param {HTMLElement} question */
  function reviewLine(question) {
    const line = document.createElement("li");
    const link = document.createElement("a");
    link.href = `#${question.id}`;
    link.textContent = question.querySelector("legend")?.textContent ?? question.id;
    line.append(link);
    const text = chosenText(question);
    if (text) line.append(Object.assign(document.createElement("p"), { textContent: text }));
    return line;
  }

  /** @param {HTMLElement} form @param {string} selector @param {HTMLElement[]} questions */
  function list(form, selector, questions) {
    const box = find(form, selector);
    find(box, "ul").replaceChildren(...questions.map(reviewLine));
    box.hidden = questions.length === 0;
  }

  /** @param {HTMLElement} form */
  function drawReview(form) {
    const { unanswered, all_answered } = portaat.strings.form;
    const all = /** @type {HTMLElement[]} */ ([...form.querySelectorAll("[data-screen] [data-item]")]);
    const open = all.filter((question) => !chosenText(question));
    find(form, "[data-review-lead]").textContent = open.length ? portaat.plural(unanswered, open.length) : all_answered;
    list(form, "[data-unanswered]", open);
    list(form, "[data-answered]", all.filter((question) => chosenText(question)));
    if (form.querySelector("[data-said]")) list(form, "[data-said]", portaat.about.said(form));
  }

  /** @param {FormState} state */
  function drawProgress({ form, model, screens, at }) {
    const box = find(form, "[data-progress]");
    const count = model.dims.length;
    const items = model.dims.reduce((n, dim) => n + dim.items.length, 0);
    const a = Object.keys(portaat.store.given(model).answers).length;
    box.hidden = at === 0 || at > count;
    box.querySelector(".done")?.setAttribute("d", `M0 ${2 * count}${"v-2h10".repeat(Math.min(at, count))}`);
    find(box, "[data-progress-text]").textContent = portaat.say(portaat.strings.form.progress, { n: at, count, a, b: items - a });
  }

  /** @param {FormState} state */
  function drawControls({ form, model, screens, at }) {
    const words = portaat.strings.form;
    const begun = Object.keys(portaat.store.given(model).answers).length > 0;
    const some = Object.keys(portaat.store.entries()).length > 0;
    const last = screens.length - 1;
    const next = at === 0 ? (begun ? words.resume : words.start) : at === last ? words.result
      : at === last - 1 ? words.to_review : portaat.say(words.next, { name: nameOf(screens[at + 1]) });
    find(form, "[data-next]").textContent = next;
    find(form, "[data-back]").hidden = at === 0;
    find(form, "[data-clear]").hidden = !some;
  }

  /** @param {FormState} state */
  function draw(state) {
    const { form, model, screens, at, title } = state;
    const [count, last] = [model.dims.length, screens.length - 1];
    screens.forEach((screen, n) => { screen.hidden = n !== at; });
    form.dataset.step = at === 0 ? "start" : at === last ? "review" : "question";
    document.title = at === 0 ? title : `${nameOf(screens[at])}${at > count ? "" : ` (${at} / ${count})`} – ${title}`;
    drawProgress(state);
    drawControls(state);
    if (at === last) drawReview(form);
  }

  /** Shows what the address asks for. @param {FormState} state */
  function arrive(state) {
    const at = screenOfAddress(state.screens, state.at);
    const moved = at !== state.at;
    if (moved) find(state.form, "[data-status-line]").textContent = "";
    state.at = at;
    draw(state);
    if (moved || location.hash.startsWith("#q-")) focusOn(state.screens[at]);
  }

  /** @param {FormState} state @param {number} at */
  function goTo(state, at) {
    location.hash = state.screens[at].id;
    arrive(state);
  }

  /** @param {HTMLElement} form @param {string} code */
  const resultOf = (form, code) => `${form.dataset.result}#r=${code}${portaat.about.fields(form)}`;

  /** @param {FormState} state */
  function moveOn(state) {
    const { form, model, screens, at } = state;
    const { answers, evidence } = portaat.store.given(model);
    const open = firstOpen(model, answers);
    const target = at > 0 ? at + 1 : open > model.dims.length ? screens.length - 1 : open;
    if (target < screens.length) goTo(state, target);
    else location.assign(resultOf(form, portaat.score.shareCode(model, answers, evidence, portaat.about.role(form))));
  }

  /** @param {FormState} state @param {() => void} fill */
  function clear({ form }, fill) {
    const undo = portaat.store.clear();
    fill();
    const { cleared } = portaat.strings.form;
    portaat.store.offerUndo(find(form, "[data-status-line]"), cleared, () => (undo(), fill()), portaat.strings.store.undone);
  }

  /** @param {FormState} state @param {() => void} fill */
  function listen(state, fill) {
    const { form } = state;
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      moveOn(state);
    });
    find(form, "[data-back]").addEventListener("click", () => goTo(state, state.at - 1));
    find(form, "[data-clear]").addEventListener("click", () => clear(state, fill));
    addEventListener("hashchange", () => arrive(state));
  }

  portaat.form = { firstOpen, screenOfAddress, chosenText };

  /** @param {HTMLElement} form */
  portaat.modules.form = (form) => {
    const model = /** @type {Model} */ (portaat.json("portaat-model"));
    const full = /** @type {Model} */ (portaat.json("portaat-model-full") ?? model);
    const screens = /** @type {HTMLElement[]} */ ([...form.querySelectorAll("[data-screen]")]);
    const state = { form, model, screens, at: screenOfAddress(screens, 0), title: document.title };
    const line = find(form, "[data-status-line]");
    portaat.store.use({ model: full.id, fingerprint: portaat.score.fingerprint(full) });
    const changed = (/** @type {boolean | undefined} */ kept) => {
      if (kept === undefined) portaat.about.fill(form);
      else line.textContent = kept ? portaat.strings.store.saved : portaat.strings.store.refused;
      draw(state);
    };
    portaat.about.listen(form, changed);
    listen(state, portaat.store.bind(form, model, changed));
    // After the browser's own jump to the address, which would take the focus away again.
    if (state.at) addEventListener("load", () => setTimeout(() => focusOn(screens[state.at])));
  };
})();
