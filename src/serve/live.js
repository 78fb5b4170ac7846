// Keeps an open preview page in step with the last build, shows what the build has to say, and leads to the same page in
// another edition or language.
// Only `portaat serve` hands this out; it is never part of a published handbook.
//
// The page asks and the answer waits until there is something new. It asks only while it is on screen: a browser
// allows six connections to one host, and a seventh open tab would otherwise stop loading.
"use strict";
(() => {
  const RETRY = 1000;
  // Kept for the tab in sessionStorage.
  const DISMISSED = "portaat-live:dismissed";
  const RELOADED = "portaat-live:reloaded-for";
  const { build = "", edition = "" } = document.currentScript?.dataset ?? {};
  let known = "";
  /** @type {AbortController | null} */
  let asking = null;

  /** The four parts of the answer; the findings are the rest, however many lines they have. @param {string} text */
  function parse(text) {
    const [newBuild, state, failed, ...findings] = text.split("\n");
    return { build: newBuild, state, failed: failed === "true", findings: findings.join("\n").trim() };
  }

  /** @param {AbortSignal} signal */
  async function ask(signal) {
    const response = await fetch(`/__portaat/events?edition=${edition}&since=${encodeURIComponent(known)}`, { signal, cache: "no-store" });
    if (!response.ok) throw new Error(`live: the preview answered ${response.status}`);
    return parse(await response.text());
  }

  /** @param {AbortController} own */
  async function follow(own) {
    while (!own.signal.aborted) {
      try {
        const news = await ask(own.signal);
        if (reloads(news.build)) return;
        if (news.state !== known) show(news);
        known = news.state;
      } catch {
        // The preview was stopped or is starting again.
        await new Promise((resolve) => setTimeout(resolve, RETRY));
      }
    }
  }

  /** Once for each build: a page that a service worker keeps old would otherwise reload for ever. @param {string} current */
  function reloads(current) {
    const isStale = current !== build;
    const reload = isStale && recall(RELOADED) !== current;
    remember(RELOADED, isStale ? current : "");
    if (reload) location.reload();
    return reload;
  }

  function followWhileVisible() {
    asking?.abort();
    asking = null;
    if (document.visibilityState !== "visible") return;
    asking = new AbortController();
    follow(asking);
  }

  /** @param {{ state: string, failed: boolean, findings: string }} news */
  function show(news) {
    const root = shadow();
    root.querySelector("section")?.remove();
    if ((!news.failed && !news.findings) || recall(DISMISSED) === news.state) return;
    root.append(panel(news));
  }

  /** Where everything of ours stands: a shadow root keeps the theme's styles out of it and its own out of the theme. */
  function shadow() {
    const there = document.getElementById("portaat-live")?.shadowRoot;
    if (there) return there;
    const host = document.body.appendChild(document.createElement("div"));
    host.id = "portaat-live";
    const root = host.attachShadow({ mode: "open" });
    root.append(style());
    return root;
  }

  function style() {
    const link = document.createElement("link");
    link.rel = "stylesheet";
    link.href = "/__portaat/live.css";
    return link;
  }

  /** @param {{ state: string, failed: boolean, findings: string }} news */
  function panel(news) {
    const section = element("section", "");
    section.lang = "en";
    section.className = news.failed ? "failed" : "";
    section.setAttribute("role", "status");
    const findings = element("pre", news.findings || "No more is known.");
    findings.tabIndex = 0;
    const hide = element("button", "Hide");
    hide.addEventListener("click", () => {
      remember(DISMISSED, news.state);
      section.remove();
    });
    section.append(element("strong", title(news.failed)), hide, findings);
    return section;
  }

  /** @param {boolean} failed */
  function title(failed) {
    if (!failed) return "The build has findings";
    return build ? "The content has errors; this is the last good build" : "The content has errors";
  }

  /** @param {string} name @param {string} text */
  function element(name, text) {
    const made = document.createElement(name);
    made.textContent = text;
    return made;
  }

  /** @param {string} key */
  function recall(key) {
    try {
      return sessionStorage.getItem(key);
    } catch {
      return null;
    }
  }

  /** @param {string} key @param {string} value */
  function remember(key, value) {
    try {
      sessionStorage.setItem(key, value);
    } catch {
      // Without storage hidden findings come back on the next page, nothing worse.
    }
  }

  /** The editions there are, each with its languages. */
  async function choices() {
    const lines = (await (await fetch("/__portaat/editions", { cache: "no-store" })).text()).split("\n").filter(Boolean);
    return lines.map((line) => {
      const [id, languages] = line.split("\t");
      return { id, languages: languages.split(" ") };
    });
  }

  /** @param {string} id @param {string} lang */
  function way(id, lang) {
    const link = Object.assign(element("a", lang), { href: `/__portaat/go?${new URLSearchParams({ edition: id, lang, page: document.body.dataset.page ?? "" })}` });
    link.setAttribute("aria-label", `${nameOf(id)}, ${lang}`);
    if (id === edition && lang === document.documentElement.lang) link.setAttribute("aria-current", "page");
    return link;
  }

  /** @param {string} id */
  const nameOf = (id) => id || "base";

  /** @param {{ id: string, languages: string[] }[]} all */
  function switcher(all) {
    const nav = element("nav", "");
    nav.lang = "en";
    nav.setAttribute("aria-label", "Editions in this preview");
    const list = element("ul", "");
    for (const { id, languages } of all) {
      const line = element("li", "");
      line.append(element("span", nameOf(id)), ...languages.map((lang) => way(id, lang)));
      list.append(line);
    }
    const details = element("details", "");
    details.append(element("summary", `${nameOf(edition)}, ${document.documentElement.lang}`), list);
    // Escape closes it and leaves the reader where it was opened.
    details.addEventListener("keydown", ({ key }) => {
      if (key !== "Escape") return;
      details.removeAttribute("open");
      details.querySelector("summary")?.focus();
    });
    nav.append(details);
    return nav;
  }

  async function offer() {
    const all = await choices();
    if (all.length > 1 || (all[0]?.languages.length ?? 0) > 1) shadow().append(switcher(all));
  }

  /** A worker that something else on this address left behind would go on showing what it kept. */
  async function dismissWorkers() {
    for (const registration of await navigator.serviceWorker.getRegistrations()) await registration.unregister();
  }

  dismissWorkers().catch(() => {});
  // Without the list there is nothing to switch to; the preview itself goes on.
  offer().catch(() => {});
  document.addEventListener("visibilitychange", followWhileVisible);
  followWhileVisible();
})();
