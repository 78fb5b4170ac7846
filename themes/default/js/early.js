// The only script that runs before the first paint: it sets the colour scheme the reader chose, so that nothing flashes, and
// says that scripts work, so that a page which is about to change shape never shows the shape it has without them.
"use strict";

(() => {
  const root = document.documentElement;
  root.dataset.script = "";
  try {
    const { data } = JSON.parse(localStorage.getItem(`portaat:${root.dataset.key || "base"}:settings`) || "{}");
    if (data.theme === "light" || data.theme === "dark") root.dataset.theme = data.theme;
  } catch {
    // Nothing is stored or nothing may be: the device decides.
  }
  addEventListener("load", () => {
    if (document.querySelector("[data-module]:not([data-started])")) delete root.dataset.script;
  });
})();
