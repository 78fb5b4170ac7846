// What a first visit has to load, compressed as a host would: pages stay as light as they promise.
import assert from "node:assert/strict";
import { posix } from "node:path";
import { gzipSync } from "node:zlib";
import { test } from "./support/runner.mjs";
import { pages, text } from "./support/site.mjs";

const KB = 1000;
/** Limits in kB: everything, and the scripts alone. */
const budgets = { home: [14], page: [14], worksheet: [20, 8], paper: [30, 2], assessment: [40, 10], result: [45], team: [48, 20], workshop: [48, 20], print: [Infinity, 2] };
const budgetOf = (kind) => budgets[kind] ?? budgets.page;
const size = (content) => gzipSync(content).length / KB;
const raw = (content) => Buffer.byteLength(content) / KB;
const sum = (numbers) => numbers.reduce((all, one) => all + one, 0);

function weigh({ path, html, id, kind, lang }) {
  const loaded = (pattern) => [...html.matchAll(pattern)].map(([, href]) => text(posix.join(posix.dirname(path), href)));
  const [scripts, styles] = [loaded(/<script\b[^>]*\ssrc="([^"]+)"/g), loaded(/<link rel="stylesheet" href="([^"]+)"/g)];
  const all = [html, ...styles, ...scripts];
  const [ownScripts, ownStyles] = [scripts, styles].map((files) => sum(files.map(size)));
  return { id, kind, lang, raw: sum(all.map(raw)), html: size(html), styles: ownStyles, scripts: ownScripts, total: sum(all.map(size)) };
}

const kilobytes = (number) => number.toFixed(1).padStart(7);

function line({ id, lang, raw, html, styles, scripts, total, kind }) {
  const [limit, own] = budgetOf(kind);
  return `${`${lang} ${id}`.padEnd(38)}${[raw, html, styles, scripts, total].map(kilobytes).join("")}${kilobytes(limit)}${own ? kilobytes(own) : ""}`;
}

test("weights: HTML, styles and scripts are within their budgets", () => {
  const all = pages.filter(({ top }) => !top).map(weigh);
  console.log(`${"kB, raw and gzip".padEnd(38)}    raw   html styles script  total budget script`);
  for (const one of all) console.log(line(one));
  const over = all.filter(({ kind, total, scripts }) => {
    const [limit, own = Infinity] = budgetOf(kind);
    return total > limit || scripts > own;
  });
  assert.deepEqual(over.map(line), [], "over budget");
});
