// One browser for the whole run; every test gets contexts of its own in it, so that no test sees what another one stored.
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";
import { serve } from "./server.mjs";
import { folder, pathOf } from "./site.mjs";
import { reportViolations, watch } from "./watch.mjs";

const FLAGS = ["--no-sandbox", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
  "--disable-sync"];
const PATIENCE = 15_000;
const disk = pathToFileURL(`${folder}/`).href;

/** Starts browser and host. `test()` makes what one test works with. */
export async function start() {
  const browser = await chromium.launch({ executablePath: process.env.PORTAAT_CHROMIUM || "/usr/bin/chromium", args: FLAGS });
  const host = await serve();
  const stop = async () => (await browser.close(), host.close());
  return { stop, test: () => toolsOf(browser, host.origin) };
}

/**
 * A context as a test asks for it: `width` and `height`, `dark`, `script: false`, `touch`, `stored` ({ name: text } in localStorage),
 * `init` (functions run before the page's own scripts), `logs` (a pattern of complaints that belong to the test), `worker` (pages
 * are kept for times without a network, which the other tests would only wait for), `bases` (more addresses it may ask).
 */
async function contextOf(browser, origin, { width = 1280, height = 900, dark = false, script = true, touch = false, stored, init = [], logs, worker = false, bases = [] }) {
  const context = await browser.newContext({ viewport: { width, height }, colorScheme: dark ? "dark" : "light",
    javaScriptEnabled: script, hasTouch: touch, storageState: stored && holding(origin, stored), locale: "en-GB", timezoneId: "UTC", reducedMotion: "reduce" });
  context.setDefaultTimeout(PATIENCE);
  if (script) await context.addInitScript(reportViolations);
  if (script && !worker) await context.addInitScript(() => delete Navigator.prototype.serviceWorker);
  for (const act of init) await context.addInitScript(act);
  const troubles = watch(context, [origin, disk, ...bases], logs);
  return { context, troubles };
}

/** What a device holds before the first page of a test; putting it there costs a page of its own. */
function holding(origin, stored) {
  const localStorage = Object.entries(stored).map(([name, value]) => ({ name, value }));
  return { cookies: [], origins: [{ origin: new URL(origin).origin, localStorage }] };
}

function toolsOf(browser, origin) {
  const opened = [];
  const address = (id, lang, hash = "") => `${origin}${pathOf(id, lang)}${hash}`;
  const onDisk = (id, lang) => `${disk}${pathOf(id, lang)}`;
  /** A page in a fresh context, at an address when one is given. */
  async function open(at, options = {}) {
    const made = await contextOf(browser, origin, options);
    opened.push(made);
    const page = await made.context.newPage();
    if (at) await page.goto(at);
    return page;
  }
  async function finish() {
    for (const { context } of opened) await context.close();
    return opened.flatMap(({ troubles }) => troubles);
  }
  return { origin, disk, address, onDisk, open, finish };
}
