// Without a network: what was opened opens again, all of it after saving, a new version only at the reader's word, and editions on
// one host keep out of each other's way. Each test has a host of its own, which can be switched off.
import assert from "node:assert/strict";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { serve } from "./support/server.mjs";
import { test } from "./support/runner.mjs";
import { folder, languages, pathOf, text } from "./support/site.mjs";

const PRIVACY = "reference/privacy";
const heading = (id, lang) => text(pathOf(id, lang)).match(/<h1\b[^>]*>(.*?)<\/h1>/)[1];
const words = (lang) => JSON.parse(text("offline.js").match(/offline = (\{.*\});/)[1]).words[lang];

/** A host of a copy of the site that a test may change, and a page that keeps what it opens. */
async function hosted(t, act, copies = [""]) {
  const root = mkdtempSync(join(tmpdir(), "portaat-offline-"));
  for (const copy of copies) cpSync(folder, join(root, copy), { recursive: true });
  const host = await serve(root);
  try {
    const page = await t.open(null, { worker: true, bases: [host.origin], logs: /./ });
    await act({ page, host, root });
  } finally {
    host.close();
    rmSync(root, { recursive: true });
  }
}

/** Waits until the worker has taken over and kept the page that is open. */
const kept = (page) => until(page, async () => navigator.serviceWorker.controller && (await caches.match(location.href.replace(/[?#].*/, ""))) !== undefined);

/** Asks the page until it says yes. */
async function until(page, asked, given) {
  for (let n = 0; n < 300; n += 1) {
    if (await page.evaluate(asked, given)) return;
    await page.waitForTimeout(100);
  }
  assert.fail(`not in 30 s: ${asked}`);
}

const shown = (page) => page.locator("h1").first().innerHTML();
const stored = { "portaat:base:answers": JSON.stringify({ v: 1, model: "m", fingerprint: "f", saved: "2024-02-29T12:00:00.000Z", data: {} }) };
const answer = (page) => page.evaluate((all) => Object.assign(localStorage, all), stored);
const answers = (page) => page.evaluate(() => localStorage["portaat:base:answers"]);

test("offline: what was opened opens, what was not says so, and everything after saving", (t) =>
  hosted(t, async ({ page, host }) => {
    const lang = languages.at(-1);
    const at = (id) => host.origin + pathOf(id, lang);
    await page.goto(at("theses/flow"));
    await answer(page);
    await kept(page);
    host.state.down = true;
    await page.goto(at("theses/flow"));
    assert.equal(await shown(page), heading("theses/flow", lang));
    await page.goto(at("index").replace("index.html", "?a=b"));
    assert.equal(await page.evaluate(() => document.body.dataset.page), "index");
    await page.goto(at("assessment/quick"));
    assert.equal(await page.evaluate(() => document.body.dataset.kind), "assessment");
    await page.goto(at("toolbox/rescue-log"));
    assert.deepEqual(await page.evaluate(() => [document.body.dataset.page, document.documentElement.lang, getComputedStyle(document.body).margin]), ["offline", lang, "0px"]);
    assert.equal(page.url(), at("toolbox/rescue-log"));
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    assert.equal(page.url(), `${at("toolbox/rescue-log")}#main`, "the way past the head stays on the page");
    host.state.down = false;
    await page.reload();
    assert.equal(await shown(page), heading("toolbox/rescue-log", lang), "the page itself, once there is a network");

    await page.goto(at(PRIVACY));
    await page.getByRole("button", { name: words(lang).save }).click();
    await page.getByRole("button", { name: words(lang).remove }).first().waitFor();
    host.state.down = true;
    for (const id of ["toolbox/recovery", "culture/helpers"]) {
      await page.goto(at(id));
      assert.equal(await shown(page), heading(id, lang));
    }
    await page.goto(at(PRIVACY));
    await page.locator("[data-block=storage] tr", { hasText: words(lang).copy }).getByRole("button").click();
    await until(page, async () => (await caches.keys()).length === 0);
    assert.equal(await answers(page), stored["portaat:base:answers"]);
  }));

test("offline: a new version is announced, and taken only when the reader says so", (t) =>
  hosted(t, async ({ page, host, root }) => {
    const [lang] = languages;
    const home = pathOf("index", lang);
    await page.goto(host.origin + home);
    await answer(page);
    await kept(page);
    const edit = (path, from, to) => writeFileSync(join(root, path), readFileSync(join(root, path), "utf8").replace(from, to));
    edit(home, "<h1>", "<h1>New: ");
    edit("sw.js", /"version":"\w+"/, '"version":"new"');
    await page.goto(host.origin + pathOf("theses/flow", lang));
    await page.getByRole("button", { name: words(lang).take }).waitFor();
    await page.goto(host.origin + home);
    assert.ok(!(await shown(page)).startsWith("New: "), "the version the reader has");
    await page.getByRole("button", { name: words(lang).later }).click();
    assert.equal(await page.locator(".news").count(), 0);
    await page.reload();
    await Promise.all([page.waitForEvent("load"), page.getByRole("button", { name: words(lang).take }).click()]);
    assert.ok((await shown(page)).startsWith("New: "), "the version the reader took");
    assert.equal(await answers(page), stored["portaat:base:answers"]);
    const names = await page.evaluate(() => caches.keys());
    assert.deepEqual(names, [`portaat ${host.origin} new`], "nothing of the version before");
    host.state.down = true;
    await page.goto(host.origin + pathOf("theses/flow", lang));
    assert.equal(await shown(page), heading("theses/flow", lang), "what was opened before is still there");
  }));

test("offline: editions on one host do not touch each other's pages", (t) =>
  hosted(t, async ({ page, host }) => {
    const [lang] = languages;
    for (const edition of ["", "acme/"]) {
      await page.goto(host.origin + edition + pathOf("index", lang));
      await until(page, (at) => navigator.serviceWorker.controller?.scriptURL === `${at}sw.js`, host.origin + edition);
      await kept(page);
    }
    const names = await page.evaluate(() => caches.keys());
    assert.deepEqual(names.map((name) => name.split(" ")[1]).sort(), [host.origin, `${host.origin}acme/`]);
    const strays = await page.evaluate(async (name) => (await (await caches.open(name)).keys()).filter(({ url }) => url.includes("/acme/")).length,
      names.find((name) => !name.includes("/acme/")));
    assert.equal(strays, 0, "the base keeps nothing of an edition below it");
    await page.goto(`${host.origin}acme/${pathOf(PRIVACY, lang)}`);
    await page.locator("[data-block=storage] tr", { hasText: words(lang).copy }).getByRole("button").click();
    await until(page, async () => (await caches.keys()).length === 1);
    host.state.down = true;
    await page.goto(host.origin + pathOf("index", lang));
    assert.equal(await page.evaluate(() => document.body.dataset.page), "index");
  }, ["", "acme"]));

test("offline: the worker is nobody's business from a disk or without script", async (t) => {
  const page = await t.open(t.onDisk(PRIVACY, languages[0]), { worker: true });
  await page.waitForLoadState("load");
  assert.equal(await page.locator("[data-block=offline] button").count(), 0);
  assert.equal(await page.locator("[data-block=offline] p").textContent(), words(languages[0]).needs);
});

test("offline: a device can install the handbook", () => {
  const manifest = JSON.parse(text("manifest.webmanifest"));
  assert.deepEqual([manifest.start_url, manifest.scope, manifest.display], ["index.html", "./", "minimal-ui"]);
  for (const { src } of manifest.icons) assert.ok(text(src).length > 0, src);
  const [, handbook] = text("sw.js").match(/const handbook = (\{.*\});/);
  const { shell, shells } = JSON.parse(handbook);
  const bytes = [...shell, ...Object.values(shells).flat()].reduce((all, path) => all + text(path).length, 0);
  assert.ok(bytes < 5e6, `${bytes} bytes at the first visit`);
});
