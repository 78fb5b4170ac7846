// Asks the built search what people ask, and prints how often the page they need is among the first.
//   node tests/search/run.mjs <built folder>     fails below the marks, or when a first query weighs too much
import { readdirSync, readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import vm from "node:vm";

const [folder, only = ""] = process.argv.slice(2);
const RECALL = 0.95;
const FIRST = 0.75;
const WEIGHT = 60_000;
const assets = readdirSync(`${folder}/assets`);
const asset = (pattern) => assets.find((name) => pattern.test(name));
const read = (name) => readFileSync(`${folder}/assets/${name}`, "utf8");
const languages = assets.map((name) => name.match(/^search-([a-z]{2})\.[0-9a-f]+\.js$/)?.[1]).filter(Boolean);

/** A world with the search in it, and the names of the files it has loaded. */
function world(lang) {
  const context = vm.createContext({});
  const entry = asset(new RegExp(`^search-${lang}\\.[0-9a-f]+\\.js$`));
  const loaded = [];
  const load = async (name) => {
    loaded.push(name);
    vm.runInContext(read(name), context, { filename: name });
  };
  for (const part of ["words", "index", "mean", "find"]) vm.runInContext(read(asset(new RegExp(`^search-${part}\\.`))), context);
  vm.runInContext(read(entry).split("\n", 1)[0], context); // its other lines are for pages
  return { find: context.portaat.find, data: context.portaat.searchData[lang], load, loaded, entry };
}

/** The pages' output files by their ids. */
function pages(lang) {
  const found = new Map();
  for (const name of readdirSync(`${folder}/${lang}`, { recursive: true })) {
    if (!name.endsWith("index.html")) continue;
    const id = readFileSync(`${folder}/${lang}/${name}`, "utf8").match(/<body data-page="([^"]+)"/)?.[1];
    if (id) found.set(`${lang}/${name}`, id);
  }
  return found;
}

const cases = (lang) =>
  readFileSync(new URL(`${lang}.yaml`, import.meta.url), "utf8").split("\n").flatMap((line) => {
    const match = line.match(/^- \{ q: "(.*)", expect: \[(.*)\], kind: (\S+) \}$/);
    if (!match && line.startsWith("- ")) throw new Error(`not understood: ${line}`);
    return match ? [{ q: match[1], expect: match[2].split(", "), kind: match[3] }] : [];
  });

const percent = (part, all) => (all ? part / all : 1).toFixed(3);

async function judge(lang) {
  const ids = pages(lang);
  const { find, load } = world(lang);
  const kinds = {};
  const misses = [];
  for (const { q, expect, kind } of cases(lang)) {
    const { hits } = await find.query(q, lang, load);
    const got = hits.map(({ href }) => ids.get(href.split("#")[0]));
    const at = got.findIndex((id) => expect.includes(id));
    const score = (kinds[kind] ??= { all: 0, five: 0, first: 0 });
    for (const one of [score, (kinds.all ??= { all: 0, five: 0, first: 0 })]) {
      one.all++;
      one.five += at >= 0 && at < 5 ? 1 : 0;
      one.first += at === 0 ? 1 : 0;
    }
    if (at !== 0) misses.push(`  ${at < 0 || at > 4 ? "MISS" : `#${at + 1}  `} ${kind} "${q}"\n       wants ${expect.join(", ")}\n       gets  ${got.slice(0, 5).join(", ")}`);
  }
  for (const [kind, { all, five, first }] of Object.entries(kinds)) {
    console.log(`${lang} ${kind.padEnd(10)} ${String(all).padStart(4)}  in five ${percent(five, all)}  first ${percent(first, all)}`);
  }
  console.log(misses.filter((line) => line.includes(only)).join("\n"));
  return kinds.all.five / kinds.all.all >= RECALL && kinds.all.first / kinds.all.all >= FIRST;
}

const packed = (names) => names.reduce((sum, name) => sum + gzipSync(read(name), { level: 9 }).length, 0);

/** The weight of a first query of one word, for the words of the test: the entry, the words' files, the texts of ten hits. */
async function weigh(lang) {
  let heaviest = { weight: 0 };
  for (const { q } of cases(lang).filter(({ q }) => !q.includes(" "))) {
    const { find, load, loaded, entry, data } = world(lang);
    await find.query(q, lang, load);
    const names = loaded.filter((name) => Number(name.split(".")[0].split("-")[2]) < data.words);
    const weight = packed([entry, ...loaded]);
    if (weight > heaviest.weight) heaviest = { weight, q, entry: packed([entry]), words: packed(names), texts: weight - packed([entry, ...names]) };
  }
  console.log(`${lang}: the heaviest first query weighs ${heaviest.weight} bytes of ${WEIGHT}: “${heaviest.q}”, entry ${heaviest.entry}, words ${heaviest.words}, texts ${heaviest.texts}`);
  return heaviest.weight <= WEIGHT;
}

/** Holds the script to the program: each word of the shown texts is brought to a form under which the index has its section. */
async function compare(lang) {
  const { find, data, load } = world(lang);
  const hashes = data.hashes.split(" ");
  for (const [number, hash] of hashes.entries()) await load(`search-${lang}-${number}.${hash}.js`);
  const own = find.language(data.language);
  const lines = new Map(data.w.flatMap((text) => find.lines(text)));
  const sections = new Map([...lines].map(([stem, line]) => [stem, new Set(find.sections(line))]));
  const judged = new Set();
  const wrong = new Set();
  let section = 0;
  for (const page of data.t.flat()) {
    for (const [, heading, text] of page[4]) {
      const whole = text.length < 5900 ? text : text.slice(0, text.lastIndexOf(" "));
      for (const { word } of find.words(own, `${heading} ${whole}`)) {
        if (own.stop.has(word)) continue;
        judged.add(word);
        if (!sections.get(find.stem(own, word))?.has(section)) wrong.add(`${word} → ${find.stem(own, word)} in section ${section}`);
      }
      section++;
    }
  }
  console.log(`${lang}: ${judged.size} words in ${section} sections, ${wrong.size} of them elsewhere than the program put them`);
  if (wrong.size) console.log([...wrong].slice(0, 20).join("\n"));
  return judged.size > 1000 && wrong.size === 0;
}

if (!languages.length) throw new Error(`${folder} has no search`);
let good = true;
for (const lang of languages.filter((lang) => ["fi", "en"].includes(lang))) {
  good = (await judge(lang)) && good;
  good = (await weigh(lang)) && good;
  good = (await compare(lang)) && good;
}
process.exitCode = good ? 0 : 1;
