// Sentences with values in them, for the pages whose scripts write whole sentences.
"use strict";

(() => {
  /** @type {Portaat} */
  const portaat = (globalThis.portaat ??= {});

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
   * Says something to a reader who cannot see it change.
   * @param {string} text
   */
  function announce(text) {
    const line = document.getElementById("announcer") ?? document.body.appendChild(document.createElement("p"));
    Object.assign(line, { id: "announcer", className: "vh" });
    line.setAttribute("role", "status");
    line.textContent = text;
  }

  Object.assign(portaat, { say, plural, announce });
})();
