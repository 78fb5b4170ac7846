// The only script that runs before the first paint: it sets the colour scheme the reader chose, so that nothing flashes, and
// says that scripts work, so that a page which is about to change shape never shows the shape it has without them.
"use strict";

(() => {
  const { dataset } = document.documentElement;
  dataset.script = "";
  try {
    const { theme } = JSON.parse(localStorage.getItem(`portaat:${dataset.key || "base"}:settings`) || "{}").data;
    if (theme === "light" || theme === "dark") dataset.theme = theme;
  } catch {
    // Nothing is stored or nothing may be: the device decides.
  }
  addEventListener("load", () => {
    if (document.querySelector("[data-module]:not([data-started])")) delete dataset.script;
  });
})();
