// What the published reference scorer makes of answers, asked once for all of them, and the same facts as a result page shows them.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const scoring = fileURLToPath(new URL("../../scoring/", import.meta.url));
const script = `
import json, sys
sys.path.insert(0, sys.argv[1])
from reference import *
def one(c):
    return {"scored": score_one(c["model"], c["answers"], c["evidence"]),
            "code": share_code(c["model"], c["answers"], c["evidence"], "-")}
json.dump([one(c) for c in json.load(sys.stdin.buffer)], sys.stdout)
`;

/** @param batch a list of { model, answers, evidence } */
export function reference(batch) {
  const options = { input: JSON.stringify(batch), encoding: "utf8", maxBuffer: 1 << 28 };
  const done = spawnSync("python3", ["-B", "-c", script, scoring], options);
  assert.equal(done.status, 0, done.error?.message ?? done.stderr);
  return JSON.parse(done.stdout);
}

const attributes = ({ score, level }, status) => ({ score: score === null ? null : String(score),
  level: level === null ? null : String(level), status });

const combined = (whole) => attributes(whole, whole.score === null ? "insufficient" : "ok");

// In step is far along when both parts reach the fourth level: a rule of the page, not of the scorer.
function profileOf({ profile, parts }) {
  if (profile?.kind !== "in_step") return profile?.kind ?? "none";
  return parts.every(({ score }) => score >= 340) ? "in_step_high" : "in_step_low";
}

/** A scored result as the attributes that DESIGN names. */
export function asPage({ scored, code }) {
  const byId = (list, of) => Object.fromEntries(list.map((one) => [one.id, of(one)]));
  return { overall: combined(scored.overall), parts: byId(scored.parts, combined),
    dims: byId(scored.dims, (dim) => attributes(dim, dim.status)), profile: profileOf(scored),
    actions: scored.actions.map(({ dim, item, kind }) => ({ dim, item, kind })), code };
}

/** The same facts read from an open result page. */
export async function readPage(page) {
  await page.locator("[data-overall][data-status]").waitFor();
  return page.evaluate(() => {
    const all = (selector) => [...document.querySelectorAll(selector)];
    const of = ({ dataset }) => ({ score: dataset.score ?? null, level: dataset.level ?? null, status: dataset.status });
    const byId = (selector, key) => Object.fromEntries(all(selector).map((node) => [node.dataset[key], of(node)]));
    return { overall: of(all("[data-overall]")[0]), parts: byId("[data-part]", "part"), dims: byId("tr[data-dimension]", "dimension"),
      profile: all("[data-profile]")[0].dataset.profile, code: all("[data-code]")[0].textContent,
      actions: all("[data-action]").map(({ dataset: { action, item, kind } }) => ({ dim: action, item: item ?? null, kind })) };
  });
}
