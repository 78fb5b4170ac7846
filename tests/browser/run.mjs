// The browser tests: node run.mjs FOLDER [WORDS] drives the built handbook in Chromium; WORDS choose the tests with them in the name.
// With TOPICS as a third argument, those of that folder, which any edition can be asked.
import { readdirSync } from "node:fs";
import { availableParallelism } from "node:os";
import { claimsAreTested, runAll } from "./support/runner.mjs";

const here = new URL(process.argv[4] ? `./${process.argv[4]}/` : "./", import.meta.url);
const topics = readdirSync(here).filter((name) => name.endsWith(".mjs") && name !== "run.mjs").sort();
for (const topic of topics) await import(new URL(topic, here));
if (!process.argv[4]) claimsAreTested();

// A test waits as much as it works, so there is one more than there are processors.
const workers = Math.min(4, availableParallelism() + 1);
process.exitCode = (await runAll(process.argv[3] ?? "", workers)) ? 1 : 0;
