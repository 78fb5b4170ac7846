// What every page needs of a script: the reader's colours and language are remembered, and the parts of the page are started
// one by one, so that one that fails leaves the others working. Everything else on a page works without it.
"use strict";

(() => {
  /** @type {Portaat} */
  const portaat = (globalThis.portaat ??= {});
  const root = document.documentElement;
  const READING = "/reading.";
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
      return found?.v === 1 && Object(found.data) === found.data ? found : null;
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
  function write(name, data, stamp = { model: null, fingerprint: null }) {
    try {
      localStorage.setItem(prefix + name, JSON.stringify({ v: 1, ...stamp, saved: new Date().toISOString(), data }));
      return true;
    } catch {
      return false;
    }
  }

  /** @param {object} change */
  const remember = (change) => write("settings", { ...read("settings")?.data, ...change });

  /**
   * @param {() => unknown} act
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

  const later = document.currentScript?.dataset.later?.split(" ") ?? [];
  /** @type {Record<string, Promise<unknown>>} */
  const loads = {};

  /**
   * Loads what the page needs only now and then, once; after a failure it may be asked for again.
   * @param {string} name a part of its address
   * @returns {Promise<unknown>}
   */
  const load = (name) => (loads[name] ??= new Promise((done, failed) => {
    const src = later.find((one) => one.includes(name));
    if (!src) throw new Error(name);
    document.head.append(Object.assign(document.createElement("script"), { src, async: false, onload: done, onerror: failed }));
  }).catch((error) => {
    delete loads[name];
    throw error;
  }));

  function offerSchemes() {
    /** @type {NodeListOf<HTMLInputElement>} */
    const radios = document.querySelectorAll("[name=scheme]");
    for (const radio of radios) {
      radio.checked = radio.value === (root.dataset.theme ?? "");
      radio.onchange = () => {
        root.dataset.theme = radio.value;
        remember({ theme: radio.value });
      };
    }
    radios[0]?.closest("fieldset")?.removeAttribute("hidden");
  }

  function rememberLanguage() {
    /** @type {NodeListOf<HTMLAnchorElement>} */
    const links = document.querySelectorAll("a[hreflang]");
    for (const link of links) {
      link.onclick = () => remember({ lang: link.hreflang });
    }
  }

  /** A tree longer than the screen begins at the current page and scrolls by keyboard. */
  function placeTree() {
    const side = /** @type {HTMLElement | null} */ (document.querySelector(".side"));
    const current = /** @type {HTMLElement | null | undefined} */ (side?.querySelector("[aria-current=page]"));
    if (!side || side.scrollHeight <= side.clientHeight) return;
    side.tabIndex = 0;
    side.scrollTop = (current?.offsetTop ?? 0) - side.clientHeight / 3;
  }

  /** What helps while one reads comes with the reader's first move. */
  function awaitReader() {
    if (!later.some((one) => one.includes(READING))) return;
    for (const move of ["scroll", "pointerover", "focusin", "selectstart"]) {
      addEventListener(move, () => void load(READING).catch(console.error), { once: true, passive: true });
    }
  }

  /** Search is loaded when it is first wanted; where it cannot be, its link leads to the contents. */
  function offerSearch() {
    /** @type {NodeListOf<HTMLAnchorElement>} */
    const links = document.querySelectorAll("[data-search]");
    for (const link of links) {
      onkeydown = link.onclick = (/** @type {any} */ event) => {
        const { key, target } = event;
        if (key && (event.ctrlKey || event.metaKey ? key !== "k" : key !== "/" || "form" in target || read("settings")?.data.slash === false)) return;
        event.preventDefault();
        if (portaat.search) portaat.search();
        else document.head.append(Object.assign(document.createElement("script"), { src: link.dataset.search, onerror: () => location.assign(link.href) }));
      };
    }
  }

  function start() {
    /** @type {NodeListOf<HTMLElement>} */
    const parts = document.querySelectorAll("[data-module]:not([data-started])");
    for (const part of parts) {
      const begin = portaat.modules[part.dataset.module ?? ""];
      if (begin && attempt(() => begin(part))) part.dataset.started = "";
      else delete root.dataset.script;
    }
  }

  const words = json("portaat-strings");
  Object.assign(portaat, { prefix, json, read, write, attempt, start, later, load, modules: portaat.modules ?? {},
    lang: words?.lang ?? root.lang, strings: words?.strings ?? {} });
  addEventListener("DOMContentLoaded", () => {
    attempt(offerSchemes);
    attempt(rememberLanguage);
    attempt(placeTree);
    attempt(awaitReader);
    attempt(offerSearch);
    start();
  });
  // What keeps pages for times without a network stands at the top, one folder up from here.
  const keeper = "../offline.js";
  addEventListener("load", () => location.protocol === "file:" || import(keeper).catch(() => {}));
})();
