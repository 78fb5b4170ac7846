// The root of a site in several languages: whoever has chosen a language before goes straight on.
"use strict";

(() => {
  const key = `portaat:${document.documentElement.dataset.key || "base"}:settings`;
  const links = /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll("a[hreflang]"));

  /** @returns {{ lang?: unknown }} */
  function settings() {
    try {
      return JSON.parse(localStorage.getItem(key) || "{}").data ?? {};
    } catch {
      return {};
    }
  }

  /** @param {string} lang */
  function remember(lang) {
    try {
      const data = { ...settings(), lang };
      localStorage.setItem(key, JSON.stringify({ v: 1, model: null, fingerprint: null, saved: new Date().toISOString(), data }));
    } catch {
      // The browser keeps nothing: the choice is asked again next time.
    }
  }

  const { lang } = settings();
  const known = [...links].find((link) => link.hreflang === lang);
  if (known) location.replace(known.href);
  for (const link of links) link.addEventListener("click", () => remember(link.hreflang));
})();
