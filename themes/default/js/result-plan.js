// Who does an action and by when: written beside it and kept on this device with nobody's name sent anywhere. Of a result that
// came by link the fields live as long as the page, because opening a link must not leave anything behind.
"use strict";

/** @typedef {{ who: string, by: string }} Agreed by: a day, "" for none */

(() => {
  const portaat = /** @type {Portaat} */ (globalThis.portaat ??= {});
  const result = (portaat.result ??= /** @type {ResultParts} */ ({}));
  const NAME = "answers:assessment/result";
  const LONGEST = 80;
  /** What is not kept, by the link it was written to; "" for the device's own. @type {Record<string, Record<string, Agreed>>} */
  const unsaved = {};

  /** @param {boolean} own */
  const place = (own) => (own ? "" : location.hash);

  /** @param {unknown} text */
  const isDay = (text) => typeof text === "string" && /^\d{4}-\d\d-\d\d$/.test(text) && JSON.stringify(new Date(text)).startsWith(`"${text}T`);

  /** What storage says, measured before it is used. @param {any} found @returns {Agreed} */
  const agreed = (found) => ({ who: typeof found?.who === "string" ? found.who.slice(0, LONGEST) : "", by: isDay(found?.by) ? found.by : "" });

  /** @param {boolean} own @returns {Record<string, unknown>} */
  const kept = (own) => ({ ...((own ? portaat.read(NAME)?.data : null) ?? {}), ...unsaved[place(own)] });

  /** @param {string} dim @param {boolean} own @returns {Agreed} */
  function planOf(dim, own) {
    const all = kept(own);
    return agreed(Object.hasOwn(all, dim) ? all[dim] : null);
  }

  /** @param {string} dim @param {Agreed} plan @param {boolean} own @returns {boolean} whether the browser keeps it */
  function put(dim, plan, own) {
    const all = /** @type {Record<string, Agreed>} */ ({ ...kept(own), [dim]: plan });
    const done = own && portaat.write(NAME, all);
    unsaved[place(own)] = done ? {} : { ...unsaved[place(own)], [dim]: plan };
    return done;
  }

  /** @param {HTMLElement} card @returns {HTMLInputElement[]} who, by */
  const fields = (card) => [...card.querySelectorAll("input")];

  /** @param {HTMLElement} card @returns {Agreed} */
  function read(card) {
    const [who, by] = fields(card).map(({ value }) => value.trim());
    return agreed({ who, by });
  }

  /** @param {HTMLElement} main @param {boolean} own */
  function plan(main, own) {
    const line = result.find(main, "[data-plan-line]");
    const words = portaat.strings.result.plan;
    line.textContent = "";
    for (const card of /** @type {NodeListOf<HTMLElement>} */ (main.querySelectorAll("[data-action]"))) {
      const dim = card.dataset.action ?? "";
      const { who, by } = planOf(dim, own);
      fields(card).forEach((field, n) => {
        field.value = [who, by][n];
        field.addEventListener("change", () => {
          line.textContent = put(dim, read(card), own) ? words.saved : own ? words.refused : words.foreign;
        });
      });
    }
  }

  Object.assign(result, { plan, plans: kept, planOf, putPlan: put, isDay });
})();
