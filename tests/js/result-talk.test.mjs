// Talk and walk by the reference's rule, from the field of the address.
import assert from "node:assert/strict";
import { test } from "node:test";
import { open } from "./page.mjs";

const { talkWalk } = open(["core.js", "score.js", "result-talk.js"], {}).result;

for (const [given, talk, walk, flag] of [["1111022322", 80, 30, "talk_ahead"], ["0000055555", 0, 100, "walk_ahead"], ["11-0-333--", 67, 50, "in_step"],
  ["11---33333", null, null, "insufficient"]]) {
  test(`${given} reads ${flag}`, () => {
    const found = talkWalk(given);
    assert.deepEqual([found.talk, found.walk, found.flag], [talk, walk, flag]);
  });
}
