// The result page: finds the answers (in the link, else on the device), has them scored and shows the parts one by one. Opening a
// link never changes what the device holds, and a link that cannot be read is said to be so instead of showing something else.
"use strict";

(() => {
  const portaat = /** @type {Portaat} */ (globalThis.portaat ??= {});
  const result = (portaat.result ??= /** @type {ResultParts} */ ({}));
  portaat.modules ??= {};

  /** @param {ParentNode} root @param {string} selector */
  result.find = (root, selector) => {
    const found = root.querySelector(selector);
    if (!(found instanceof HTMLElement)) throw new Error(`the result has no ${selector}`);
    return found;
  };

  /** A field of the address, null without one. @param {string} hash @param {string} name */
  function fieldIn(hash, name) {
    const field = hash.slice(1).split("&").find((part) => part.startsWith(`${name}=`));
    if (field === undefined) return null;
    try {
      return decodeURIComponent(field.slice(2));
    } catch {
      return "";
    }
  }

  /** The code. @param {string} hash */
  const codeIn = (hash) => fieldIn(hash, "r");

  /** What goes along with the answers: by link with the code, else as the device has it. @param {Shown} shown @param {string | null} code */
  function besides(shown, code) {
    const all = portaat.store.entries();
    const said = (/** @type {string} */ id) => (Object.hasOwn(all, id) ? String(all[id].value) : "-");
    const [talk, role, place] = code === null ? [result.statements().map(said).join(""), said("profile-role"), said("profile-function")]
      : [fieldIn(location.hash, "t"), shown.role, fieldIn(location.hash, "f")];
    const fit = (/** @type {RegExp} */ shape, /** @type {string | null | undefined} */ text) => (text && shape.test(text) ? text : null);
    return { talk: fit(/^(?=.*\d)[01-]{5}[1-5-]{5}$/, talk), role: fit(/^[lfs]$/, role) ?? "-", function: fit(/^[a-z][a-z0-9-]{0,60}$/, place) };
  }

  /**
   * The answers on the device, in the form that gives an overall result; in the short one when neither does.
   * @param {Model} full
   * @param {Model} quick
   * @returns {Shown | null}
   */
  function stored(full, quick) {
    const shown = [full, quick].map((model) => score(model, portaat.store.given(model)));
    const found = shown[0].scored.overall.score === null ? shown[1] : shown[0];
    return shown.some(({ answers }) => Object.keys(answers).length) ? found : null;
  }

  /** @param {Model} model @param {Given} given @returns {Shown} */
  const score = (model, { answers, evidence }) =>
    ({ model, answers, evidence, scored: portaat.score.scoreOne(model, answers, evidence) });

  /**
   * @param {string} code
   * @param {Model[]} models
   * @returns {{ shown?: Shown, error?: string }}
   */
  function fromCode(code, models) {
    const parsed = portaat.score.parseShareCode(code, models);
    if ("error" in parsed) return { error: parsed.error };
    const model = models.find(({ id }) => id === parsed.model) ?? models[0];
    return { shown: { ...score(model, parsed), role: parsed.role } };
  }

  /** Whether the device holds something else than what is shown. @param {Shown} shown */
  function isForeign({ model, answers, evidence }) {
    const own = portaat.store.given(model);
    const { shareCode } = portaat.score;
    return shareCode(model, own.answers, own.evidence, "-") !== shareCode(model, answers, evidence, "-");
  }

  /** The answers are changed in the form they were given in. @param {HTMLElement} main @param {boolean} quick */
  const formOf = (main, quick) => (quick && main.dataset.quick) || main.dataset.form;

  /** @param {HTMLElement} main @param {Shown} shown @param {boolean} quick */
  function missing(main, { scored }, quick) {
    const lead = result.find(main, "[data-summary]");
    const open = scored.dims.filter((d) => d.status === "insufficient");
    const links = open.flatMap((d, n) => {
      const link = document.createElement("a");
      link.href = `${formOf(main, quick)}#s-${d.id}`;
      link.textContent = result.nameOf(d.id);
      return n ? [", ", link] : [" ", link];
    });
    lead.replaceChildren(portaat.strings.result.too_few, ...links);
  }

  /** @param {HTMLElement} main @param {Shown} shown @param {boolean} quick */
  function opening(main, shown, quick) {
    const words = portaat.strings.result;
    const { level } = shown.scored.overall;
    const step = level === null ? null : main.querySelector(`[data-stair="${level}"]`);
    const text = (/** @type {string} */ selector) => step?.querySelector(selector)?.textContent?.trim() ?? "";
    const count = shown.model.dims.reduce((n, dim) => n + dim.items.length, 0);
    const n = Object.keys(shown.answers).length;
    const headline = level === null ? words.no_level : portaat.say(words.headline, { n: level, name: text("[data-name]") });
    result.find(main, "h1").textContent = headline;
    result.find(main, "[data-kicker]").textContent = portaat.say(quick ? words.kicker_quick : words.kicker_full, { n, count });
    result.find(main, "[data-change]").setAttribute("href", `${formOf(main, quick)}#s-review`);
    if (level === null) missing(main, shown, quick);
    else result.find(main, "[data-summary]").textContent = text("[data-about]");
    main.dataset.title ??= document.title;
    document.title = `${headline} – ${document.title.split(" – ").slice(-1)[0]}`;
  }

  /** The level of a result shown before does not stay over something else. @param {HTMLElement} main */
  function blank(main) {
    const { title } = main.dataset;
    if (!title) return;
    document.title = title;
    result.find(main, "h1").textContent = title.split(" – ")[0];
    result.find(main, "[data-summary]").textContent = result.find(main, "[data-about-lead]").textContent;
  }

  /** @param {HTMLElement} main @param {Shown} shown @param {boolean} quick */
  function paint(main, shown, quick) {
    const parts = [() => opening(main, shown, quick), () => result.overall(main, shown), () => result.profile(main, shown),
      () => result.table(main, shown), () => result.lenses(main, shown), () => result.talkLater(main, shown), () => result.actions(main, shown), () => result.plan(main, shown.own !== false), () => result.sum(main, shown), () => result.share(main, shown), () => result.earlier(main, shown), () => result.foreignLater(main, shown)];
    for (const part of parts) portaat.attempt(part);
  }

  /** @param {HTMLElement} main @param {string} selector @param {boolean} yes */
  const reveal = (main, selector, yes) => { result.find(main, selector).hidden = !yes; };

  /** @param {HTMLElement} main @param {string} error @param {boolean} own whether the device has answers to show instead */
  function trouble(main, error, own) {
    const { other_version, code_error } = portaat.strings.result;
    result.find(main, "[data-trouble] span").textContent = error === "fingerprint" ? other_version : code_error;
    reveal(main, "[data-own]", own);
    void result.later(main, result.find(main, "[data-import-line]"), () => result.otherCode(main));
  }

  /** @param {HTMLElement} main @param {Model} full @param {Model} quick @returns {Shown | null} */
  function render(main, full, quick) {
    const code = codeIn(location.hash);
    const own = stored(full, quick);
    const { shown, error } = code === null ? { shown: own, error: "" } : fromCode(code, [full, quick]);
    const some = shown && Object.keys(shown.answers).length ? shown : null;
    if (error) trouble(main, error, own !== null);
    const foreign = code !== null && some !== null && isForeign(some);
    if (some) paint(main, Object.assign(some, besides(some, code), { own: !foreign }), some.model.id === quick.id);
    else blank(main);
    reveal(main, "[data-trouble]", !!error);
    reveal(main, "[data-empty]", !some && !(error && own));
    reveal(main, "[data-foreign]", foreign);
    reveal(main, "[data-open-file]", true);
    for (const part of ["[data-shown]", "[data-kicker]", "[data-about-lead]"]) reveal(main, part, some !== null);
    reveal(main, "[data-status-line]", false);
    return some;
  }

  Object.assign(result, { codeIn, stored, fromCode, isForeign });

  /** @param {HTMLElement} main */
  portaat.modules.result = (main) => {
    const full = /** @type {Model} */ (portaat.json("portaat-model"));
    const quick = /** @type {Model} */ (portaat.json("portaat-model-quick") ?? portaat.score.quick(full));
    portaat.store.use({ model: full.id, fingerprint: portaat.score.fingerprint(full) });
    let shown = render(main, full, quick);
    result.models = () => [full, quick];
    result.listen(main, () => shown);
    result.listenLater(main, () => shown);
    addEventListener("hashchange", () => {
      if (location.hash === "" || codeIn(location.hash) !== null) shown = render(main, full, quick);
    });
  };
})();
