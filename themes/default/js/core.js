// What every page needs of a script: the reader's colours and language are remembered, and the parts of the page are started
// one by one, so that one that fails leaves the others working. Everything else on a page works without it.
"use strict";

(() => {
  const portaat = /** @type {Portaat} */ (globalThis.portaat ??= {});
  const root = document.documentElement;
  const prefix = `portaat:${root.dataset.key || "base"}:`;

  /**
   * The parsed data of a <script type="application/json">, null when the page has none.
   * @param {string} id
   */
  const json = (id) => JSON.parse(document.getElementById(id)?.textContent || "null");

  /**
   * An envelope of this edition's storage; null when absent, refused or not ours to read.
   * @param {string} name
   * @returns {Envelope | null}
   */
  function read(name) {
    try {
      const found = JSON.parse(localStorage.getItem(prefix + name) || "null");
      return found?.v === 1 && found.data && typeof found.data === "object" ? found : null;
    } catch {
      return null;
    }
  }

  /**
   * @param {string} name
   * @param {object} data
   * @param {Stamp} [stamp] which model the data belong to
   * @returns {boolean} whether the browser kept it
   */
  function write(name, data, { model, fingerprint } = { model: null, fingerprint: null }) {
    try {
      localStorage.setItem(prefix + name, JSON.stringify({ v: 1, model, fingerprint, saved: new Date().toISOString(), data }));
      return true;
    } catch {
      return false;
    }
  }

  /** @param {object} change */
  const remember = (change) => write("settings", { ...read("settings")?.data, ...change });

  /**
   * @param {string} template
   * @param {Record<string, string | number>} values
   */
  const say = (template, values) =>
    template.replace(/\{(\w+)\}/g, (all, key) => (Object.hasOwn(values, key) ? String(values[key]) : all));

  /**
   * @param {Record<string, string>} forms by the plural categories of the language
   * @param {number} n
   * @param {Record<string, string | number>} [values]
   */
  const plural = (forms, n, values) =>
    say(forms[new Intl.PluralRules(portaat.lang).select(n)] ?? forms.other, { ...values, n });

  /**
   * @template T
   * @param {() => T} act
   * @returns {boolean} whether it went through
   */
  function attempt(act) {
    try {
      act();
      return true;
    } catch (error) {
      console.error(error);
      return false;
    }
  }

  /**
   * Says something to a reader who cannot see it change.
   * @param {string} text
   */
  function announce(text) {
    const line = document.getElementById("announcer") ?? document.body.appendChild(document.createElement("p"));
    Object.assign(line, { id: "announcer", className: "vh" });
    line.setAttribute("role", "status");
    line.textContent = text;
  }

  function offerSchemes() {
    const scheme = document.querySelector(".scheme");
    if (!(scheme instanceof HTMLFieldSetElement)) return;
    const radios = /** @type {NodeListOf<HTMLInputElement>} */ (scheme.querySelectorAll("[name=scheme]"));
    for (const radio of radios) radio.checked = radio.value === (root.dataset.theme ?? "");
    scheme.addEventListener("change", ({ target }) => {
      const theme = /** @type {HTMLInputElement} */ (target).value;
      if (theme) root.dataset.theme = theme;
      else delete root.dataset.theme;
      remember({ theme });
    });
    scheme.hidden = false;
  }

  function rememberLanguage() {
    document.addEventListener("click", ({ target }) => {
      const link = target instanceof Element && target.closest("a[hreflang]");
      if (link) remember({ lang: link.getAttribute("hreflang") });
    });
  }

  function start() {
    const parts = /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-module]:not([data-started])"));
    for (const part of parts) {
      const begin = portaat.modules[part.dataset.module ?? ""];
      if (begin && attempt(() => begin(part))) part.dataset.started = "";
      else delete root.dataset.script;
    }
  }

  const words = json("portaat-strings");
  Object.assign(portaat, { prefix, json, read, write, say, plural, attempt, announce, start });
  portaat.modules ??= {};
  portaat.lang = words?.lang ?? root.lang;
  portaat.strings = words?.strings ?? {};
  addEventListener("DOMContentLoaded", () => {
    attempt(offerSchemes);
    attempt(rememberLanguage);
    start();
  });
})();
