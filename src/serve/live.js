// Keeps an open preview page in step with the last build and shows what the build has to say.
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
  const build = document.currentScript?.dataset.build ?? "";
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
    const response = await fetch(`/__portaat/events?since=${encodeURIComponent(known)}`, { signal, cache: "no-store" });
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
    document.getElementById("portaat-live")?.remove();
    if ((!news.failed && !news.findings) || recall(DISMISSED) === news.state) return;
    const host = document.createElement("div");
    host.id = "portaat-live";
    // A shadow root keeps the theme's styles out of the panel and the panel's out of the theme.
    host.attachShadow({ mode: "open" }).append(style(), panel(news, host));
    document.body.append(host);
  }

  function style() {
    const link = document.createElement("link");
    link.rel = "stylesheet";
    link.href = "/__portaat/live.css";
    return link;
  }

  /** @param {{ state: string, failed: boolean, findings: string }} news @param {HTMLElement} host */
  function panel(news, host) {
    const section = element("section", "");
    section.lang = "en";
    section.className = news.failed ? "failed" : "";
    section.setAttribute("role", "status");
    const findings = element("pre", news.findings || "No more is known.");
    findings.tabIndex = 0;
    const hide = element("button", "Hide");
    hide.addEventListener("click", () => {
      remember(DISMISSED, news.state);
      host.remove();
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

  document.addEventListener("visibilitychange", followWhileVisible);
  followWhileVisible();
})();
