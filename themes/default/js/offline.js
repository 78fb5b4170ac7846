// Reading without a network: registers the worker that keeps pages, announces a new version, and saves the whole handbook when
// the reader asks for it. Loaded when the page is there; from a disk, and where a browser cannot, nothing of it happens.
"use strict";

(() => {
  /** @type {Portaat} */
  const portaat = (globalThis.portaat ??= {});
  const { css, words: all } = portaat.offline;
  const manifest = /** @type {HTMLLinkElement | null} */ (document.querySelector("[rel=manifest]"));
  const root = manifest ? new URL(".", manifest.href).href : "";
  const lang = document.documentElement.lang;
  const words = all[lang];
  const AT_ONCE = 6;

  /** @typedef {{ bytes: number, files: [string, string][] }} List */
  /** @typedef {{ name: string, family: string, lists: Record<string, string> }} Kept */

  /** @param {string} text @param {Record<string, string | number>} values */
  const say = (text, values) => text.replace(/\{(\w+)\}/g, (whole, key) => String(values[key] ?? whole));

  /** @param {number} bytes */
  const size = (bytes) => new Intl.NumberFormat(lang, { style: "unit", unit: "megabyte", maximumFractionDigits: 1, minimumFractionDigits: 1 }).format(bytes / 1e6);

  /** @param {string} name @param {string} text @param {string} className */
  const make = (name, text, className) => Object.assign(document.createElement(name), { textContent: text, className });

  /** @param {string} text @param {() => unknown} act @param {string} [look] */
  function button(text, act, look = "button") {
    const made = Object.assign(make("button", text, look), { type: "button" });
    made.addEventListener("click", () => void act());
    return made;
  }

  const dressed = () => new Promise((done) => {
    document.head.append(Object.assign(document.createElement("link"), { rel: "stylesheet", href: root + css, onload: done, onerror: done }));
  });

  /** @param {ServiceWorker} worker @returns {Promise<Kept>} */
  const asked = (worker) => new Promise((done) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => done(data);
    worker.postMessage({ ask: true }, [port2]);
  });

  /** The new version is there and waits; only the reader lets it in. @param {ServiceWorker} waiting */
  async function announce(waiting) {
    if (document.querySelector(".news")) return;
    await dressed();
    const bar = make("aside", "", "news ui");
    const line = make("p", "", "");
    line.setAttribute("role", "status");
    const take = button(words.take, () => {
      navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), { once: true });
      waiting.postMessage({ take: true });
    });
    bar.setAttribute("aria-label", words.news);
    bar.append(line, take, button(words.later, () => bar.remove(), "button plain"));
    document.body.append(bar);
    line.append(make("strong", words.news, ""), ` ${words.note}`);
  }

  /** @param {ServiceWorkerRegistration} registration @param {() => boolean} isOurs */
  function watch(registration, isOurs) {
    const look = () => registration.waiting && isOurs() && void announce(registration.waiting);
    const follow = () => registration.installing?.addEventListener("statechange", look);
    registration.addEventListener("updatefound", follow);
    follow();
    look();
  }

  /** @param {ServiceWorkerRegistration} registration @returns {Promise<ServiceWorker>} */
  function active(registration) {
    const worker = registration.installing ?? registration.waiting;
    if (registration.active || !worker) return Promise.resolve(/** @type {ServiceWorker} */ (registration.active));
    return new Promise((done) => worker.addEventListener("statechange", () => worker.state === "activated" && done(worker)));
  }

  /** @param {string} list @returns {Promise<List>} */
  const listOf = async (list) => (await fetch(root + list)).json();

  /** Every file of the language that is not there yet; last the list itself, which says that all are there.
   * @param {Kept} kept @param {(n: number, count: number) => void} told */
  async function save({ name, lists }, told) {
    const [cache, { files }] = [await caches.open(name), await listOf(lists[lang])];
    const queue = files.map(([path]) => path);
    const work = async () => {
      for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
        const address = root + path;
        if (!(await cache.match(address, { ignoreVary: true }))) {
          const response = await fetch(address);
          if (!response.ok) throw new Error(`${response.status}: ${path}`);
          const { status, headers } = response;
          await cache.put(address, response.redirected ? new Response(await response.blob(), { status, headers }) : response);
        }
        told(files.length - queue.length, files.length);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    await cache.add(root + lists[lang]);
  }

  /** Takes away every page kept of this edition, and the worker that would keep more. @param {string} family @param {ServiceWorkerRegistration} registration */
  async function forget(family, registration) {
    for (const name of await caches.keys()) if (name.startsWith(family)) await caches.delete(name);
    await registration.unregister();
    portaat.copy = undefined;
    dispatchEvent(new Event("storage"));
  }

  /** @param {HTMLElement} block @param {Kept} kept @param {() => Promise<void>} drop */
  async function offer(block, kept, drop) {
    const { bytes, files } = await listOf(kept.lists[lang]);
    const facts = { pages: files.filter(([path]) => path.endsWith(".html")).length, size: size(bytes) };
    const [line, row] = [make("p", "", "status"), make("p", "", "row")];
    const bar = Object.assign(document.createElement("progress"), { hidden: true, value: 0 });
    line.setAttribute("role", "status");
    bar.setAttribute("aria-label", words.save);
    const show = async (/** @type {string} */ text) => {
      const isSaved = await (await caches.open(kept.name)).match(root + kept.lists[lang]);
      line.textContent = text || say(isSaved ? words.saved : words.size, facts);
      row.replaceChildren(isSaved ? button(words.remove, remove, "button plain") : button(words.save, begin));
      bar.hidden = true;
    };
    const begin = async () => {
      row.replaceChildren();
      bar.hidden = false;
      line.textContent = words.saving;
      const done = await save(kept, (n, count) => Object.assign(bar, { max: count, value: n })).then(() => true, () => false);
      await show(done ? "" : words.failed);
      tell(kept, drop);
    };
    const remove = async () => (await drop(), row.replaceChildren(), void (line.textContent = words.removed));
    block.replaceChildren(row, bar, line);
    await show("");
  }

  /** The list of what the device holds names the copy too. @param {Kept} kept @param {() => Promise<void>} drop */
  async function tell({ name }, drop) {
    const pages = (await (await caches.open(name)).keys()).filter(({ url }) => url.endsWith(".html"));
    portaat.copy = { title: words.copy, text: say(words.count, { n: pages.length }), forget: drop };
    dispatchEvent(new Event("storage"));
  }

  async function start() {
    const { serviceWorker } = navigator;
    const isOurs = () => serviceWorker.controller?.scriptURL === `${root}sw.js`;
    const wasOurs = isOurs();
    const registration = await serviceWorker.register(`${root}sw.js`);
    watch(registration, isOurs);
    const worker = await active(registration);
    const loaded = performance.getEntriesByType("resource").map(({ name }) => name);
    if (!wasOurs) worker.postMessage({ opened: [location.href, ...loaded] });
    const block = /** @type {HTMLElement | null} */ (document.querySelector("[data-block=offline]"));
    if (!block && !document.querySelector("[data-block=storage]")) return;
    const kept = await asked(worker);
    const drop = () => forget(kept.family, registration);
    if (block) await dressed();
    if (block) await offer(block, kept, drop);
    await tell(kept, drop);
  }

  // A browser that refuses is one that reads with a network.
  if (root.startsWith("http") && navigator.serviceWorker && globalThis.caches) start().catch(() => {});
})();
