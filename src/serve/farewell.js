// What the preview hands out instead of a handbook's worker: it keeps nothing, takes away the pages of handbooks kept on this
// address before, and goes. A page that came from what was kept is loaded again.
"use strict";

addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => {
  const go = async () => {
    for (const name of await caches.keys()) if (name.startsWith("portaat ")) await caches.delete(name);
    await registration.unregister();
    for (const page of await clients.matchAll({ type: "window" })) await page.navigate(page.url);
  };
  event.waitUntil(go());
});
