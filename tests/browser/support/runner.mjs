// The list of tests and how they are run: a few at a time in one browser, each ending with what the browser complained about.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { start } from "./browser.mjs";
import { languages } from "./site.mjs";

const LONGEST = 120_000;
const tests = [];

/** Registers a test; `run` gets the tools of support/browser.mjs. */
export const test = (name, run) => void tests.push({ name, run });

/** The same test in every language of the site; `run` gets the language after the tools. */
export function inEveryLanguage(name, run) {
  for (const lang of languages) test(`${lang}: ${name}`, (t) => run(t, lang));
}

let turn = 0;
const nextLanguage = () => languages[turn++ % languages.length];

/** For what a script does, which no words change: in one language, each test in the next one. */
export function inOneLanguage(name, run) {
  const lang = nextLanguage();
  test(`${lang}: ${name}`, (t) => run(t, lang));
}

/** Both colour schemes and every language, but not each with each: colours know no words. */
export function inBothSchemes(name, run) {
  const darkOne = nextLanguage();
  for (const lang of languages) {
    const dark = lang === darkOne;
    test(`${lang}: ${name}, ${dark ? "dark" : "light"}`, (t) => run(t, lang, dark));
  }
}

function limit(name) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`not done in ${LONGEST / 1000} s: ${name}`)), LONGEST);
  });
  return { late, stop: () => clearTimeout(timer) };
}

async function runOne(tools, { name, run }) {
  const { late, stop } = limit(name);
  try {
    await Promise.race([run(tools), late]);
    assert.deepEqual(await tools.finish(), [], "what the browser complained about");
    return null;
  } catch (error) {
    await tools.finish().catch(() => {});
    return error;
  } finally {
    stop();
  }
}

async function worker(queue, session, results) {
  for (let one = queue.shift(); one; one = queue.shift()) {
    const began = performance.now();
    const error = await runOne(session.test(), one);
    results.push({ name: one.name, error });
    console.log(`${error ? "FAIL" : "  ok"}  ${one.name}  (${((performance.now() - began) / 1000).toFixed(1)} s)`);
    if (error) console.log(String(error.stack ?? error).replace(/^/gm, "        "));
  }
}

/** What the page on accessibility says was tested, by the names of the tests; a name may be a part of one. */
function claims() {
  const page = (lang) => readFileSync(new URL(`../../../content/${lang}/reference/accessibility.md`, import.meta.url), "utf8");
  const named = (lang) => [...page(lang).matchAll(/^ {4}tests: \[(.*)\]$/gm)].flatMap(([, list]) => [...list.matchAll(/"([^"]+)"|([^",]+)/g)])
    .map(([, quoted, plain]) => (quoted ?? plain).trim()).filter(Boolean);
  const [first, second] = ["fi", "en"].map(named);
  assert.deepEqual(first, second, "the page says the same in both languages");
  assert.ok(first.length > 10);
  return first;
}

/** Registered when everything else is: the page claims nothing that is not tested. */
export function claimsAreTested() {
  test("the page on accessibility names tests that there are", () => {
    const names = tests.map(({ name }) => name);
    assert.deepEqual(claims().filter((claim) => !names.some((name) => name.includes(claim))), []);
  });
}

/** Runs the tests whose name contains `filter`; returns how many failed. */
export async function runAll(filter, workers) {
  const chosen = tests.filter(({ name }) => name.includes(filter));
  const session = await start();
  const results = [];
  await Promise.all(Array.from({ length: workers }, () => worker(chosen, session, results))).finally(session.stop);
  const failed = results.filter(({ error }) => error);
  for (const { name } of failed) console.log(`failed: ${name}`);
  console.log(`${results.length - failed.length} passed, ${failed.length} failed`);
  return results.length === 0 ? 1 : failed.length;
}
