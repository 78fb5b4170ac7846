// The handbook for times without a network: what was opened before opens again, a new version waits for the reader's word, and
// what the reader has answered is never touched, because it is kept elsewhere.
//
// `handbook` above is written by the build. Files of `assets` never change under their names; pages do.
"use strict";

(() => {
  const { scope } = registration;
  // Several editions may stand on one host: each keeps its own and clears only its own away.
  const family = `portaat ${scope} `;
  const name = family + handbook.version;
  const AT_ONCE = 6;

  /** The file of the output an address means; null for what is not this handbook's. */
  function fileOf(address) {
    const { origin, pathname } = new URL(address, scope);
    if (!(origin + pathname).startsWith(scope)) return null;
    const path = (origin + pathname).slice(scope.length);
    const file = path === "" || path.endsWith("/") ? `${path}index.html` : path;
    const [first, ...rest] = file.split("/");
    return (rest.length ? handbook.folders : handbook.files).includes(first) ? file : null;
  }

  const kept = (cache, file) => cache.match(scope + file, { ignoreVary: true });

  /** Hosts lead from one address of a page to another; a browser does not take such an answer for the first one. */
  async function put(cache, file, response) {
    const { status, headers } = response;
    await cache.put(scope + file, response.redirected ? new Response(await response.blob(), { status, headers }) : response);
  }

  async function get(cache, file) {
    const response = await fetch(scope + file, { cache: file.startsWith("assets/") ? "default" : "no-cache" });
    if (!response.ok) throw new Error(`${response.status}: ${file}`);
    await put(cache, file, response);
  }

  async function each(files, act) {
    const queue = [...new Set(files)];
    const work = async () => {
      for (let file = queue.shift(); file !== undefined; file = queue.shift()) await act(file);
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
  }

  /** The languages of the pages that are open, else those the browser asks for, else the first. */
  async function spoken() {
    const known = Object.keys(handbook.lists);
    const open = (await clients.matchAll({ type: "window", includeUncontrolled: true })).map(({ url }) => fileOf(url)?.split("/")[0]);
    const asked = navigator.languages.map((tag) => known.find((lang) => lang.split("-")[0] === tag.split("-")[0]));
    const found = (wanted) => [...new Set(wanted)].filter((lang) => known.includes(lang));
    return found(open).length ? found(open) : [...found(asked), known[0]].slice(0, 1);
  }

  const earlier = async () => (await caches.keys()).filter((other) => other.startsWith(family) && other !== name);

  /** What the versions before this one had kept: everything by file, and the marks of what was saved whole. */
  async function before() {
    const files = new Map();
    const marks = new Map();
    const saved = new Set();
    for (const cache of await Promise.all((await earlier()).map((other) => caches.open(other)))) {
      for (const { url } of await cache.keys()) {
        const file = fileOf(url);
        if (file) files.set(file, cache);
        const [, lang] = file?.match(/^assets\/offline-(.+)\.\w+\.json$/) ?? [];
        if (!lang || !handbook.lists[lang]) continue;
        saved.add(lang);
        for (const [path, mark] of (await (await kept(cache, file)).json()).files) marks.set(path, mark);
      }
    }
    return { files, marks, saved };
  }

  /** A new version is whole before it is offered: its shell, and all of a language that was saved whole. */
  async function install() {
    const [cache, old, languages] = [await caches.open(name), await before(), await spoken()];
    const now = new Map();
    for (const lang of old.saved) {
      const file = handbook.lists[lang];
      await get(cache, file);
      for (const [path, mark] of (await (await kept(cache, file)).json()).files) now.set(path, mark);
    }
    const isSame = (file) => file.startsWith("assets/") || (now.has(file) && now.get(file) === old.marks.get(file));
    const take = async (file) => {
      if (await kept(cache, file)) return;
      const there = isSame(file) && old.files.has(file) && (await kept(old.files.get(file), file));
      if (there) await cache.put(scope + file, there);
      else await get(cache, file);
    };
    await each([...handbook.shell, ...languages.flatMap((lang) => handbook.shells[lang]), ...now.keys()], take);
    // What was opened before stays, as it is now; what is no more goes.
    await each(old.files.keys(), async (file) => (await kept(cache, file)) ?? (await get(cache, file).catch(() => {})));
  }

  async function activate() {
    await Promise.all((await earlier()).map((other) => caches.delete(other)));
    await clients.claim();
  }

  /** Says at the page's own address that it is not kept here. Its links are written as seen from the root. */
  async function unsaved(cache, file, { url }) {
    const page = (await kept(cache, `offline-${file.split("/")[0]}.html`)) ?? (await kept(cache, `offline-${Object.keys(handbook.lists)[0]}.html`));
    if (!page) return Response.error();
    const { pathname } = new URL(url);
    const html = (await page.text()).replace("<head>", () => `<head>\n<base href="${scope}">`).replaceAll('href="#', () => `href="${pathname}#`);
    return new Response(html, { status: 503, headers: { "Content-Type": "text/html; charset=utf-8" } });
  }

  /** What this version keeps; null once the reader has thrown it away, and then it stays away. */
  const own = async () => ((await caches.has(name)) ? caches.open(name) : null);

  async function answer(event, file) {
    const { request } = event;
    const cache = await own();
    if (!cache) return fetch(request);
    const there = await kept(cache, file);
    if (there) return there;
    try {
      const response = await fetch(request);
      // A list is kept only where everything in it is: it says that a language was saved whole.
      const isList = file.startsWith("assets/offline-");
      if (response.ok && response.type === "basic" && !isList) event.waitUntil(put(cache, file, response.clone()).catch(() => {}));
      return response;
    } catch (error) {
      if (request.mode !== "navigate") throw error;
      return (await kept(cache, `${file}/index.html`)) ? Response.redirect(`${request.url}/`) : unsaved(cache, file, request);
    }
  }

  addEventListener("install", (event) => event.waitUntil(install()));
  addEventListener("activate", (event) => event.waitUntil(activate()));
  addEventListener("fetch", (event) => {
    const { request } = event;
    const file = request.method === "GET" && !request.headers.has("range") ? fileOf(request.url) : null;
    if (file) event.respondWith(answer(event, file));
  });
  addEventListener("message", (event) => {
    const { take, ask, opened } = event.data ?? {};
    if (take) skipWaiting();
    if (ask) event.ports[0]?.postMessage({ name, family, lists: handbook.lists });
    if (Array.isArray(opened)) {
      const keep = async () => {
        const cache = await own();
        if (cache) await each(opened.map(fileOf).filter(Boolean), async (file) => (await kept(cache, file)) ?? (await get(cache, file).catch(() => {})));
      };
      event.waitUntil(keep());
    }
  });
})();
