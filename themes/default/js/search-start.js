// The end of every language's entry of the search, which is all a page names: the first entry that is wanted brings style, query and
// dialog, together and once. An entry that comes later, or where there is no page, is only data.
"use strict";

(() => {
  const portaat = /** @type {Portaat} */ (globalThis.portaat ??= {});
  if (!globalThis.document || portaat.search) return;
  const opener = /** @type {HTMLAnchorElement} */ (document.querySelector("[data-search]"));
  const root = new URL("../", /** @type {HTMLScriptElement} */ (document.currentScript).src);
  const { style, scripts } = portaat.searchData[document.documentElement.lang].page;
  /** @type {Map<string, Promise<void>>} */
  const loading = new Map();

  /** Loads a style or a script once, scripts in the order in which they are asked for; what did not arrive is asked for again the next time. @param {string} file seen from the root of the output */
  function load(file) {
    const href = new URL(file, root).href;
    const one = loading.get(href) ?? new Promise((onload, failed) => {
      const onerror = () => (loading.delete(href), failed(new Error(href)));
      const [tag, how] = file === style ? ["link", { rel: "stylesheet", href }] : ["script", { src: href, async: false }];
      document.head.append(Object.assign(document.createElement(tag), how, { onload, onerror }));
    });
    loading.set(href, one);
    return one;
  }

  /** Opens the search; where a part of it cannot be had, the contents. */
  async function search() {
    try {
      await Promise.all([style, ...scripts].map(load));
      portaat.dialog.open();
    } catch (error) {
      console.warn(error);
      location.assign(opener.href);
    }
  }

  Object.assign(portaat, { search, dialog: { root, opener, load } });
  void search();
})();
