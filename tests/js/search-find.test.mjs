// The search without a page: a small index written by hand, in the form the program gives it.
import assert from "node:assert/strict";
import test from "node:test";
import { load, plain } from "./support.mjs";

const FILES = ["words", "index", "mean", "find"].map((part) => `search-${part}.js`);

const table = {
  fold: { a: "äå", o: "ö" },
  stop: "ja on",
  whole: "mies=mieh",
  alike: ["pomo esimies"],
  steps: [{ keep: 3, off: "ssa n t a", again: false }, { keep: 3, off: "a e i o u", again: true }],
  joined: true,
};

/** Pages of [title, …sections of [anchor, heading, text]]; titles count most, then headings, then text. */
function world(pages) {
  const context = load(FILES);
  const { find } = context.portaat;
  const own = find.language(table);
  const lines = new Map();
  let section = 0;
  for (const [title, ...sections] of pages) {
    for (const [at, [, heading, text]] of [["", "", ""], ...sections].entries()) {
      const said = new Map();
      const say = (what, strength) => {
        for (const { word } of find.words(own, what)) {
          const stem = find.stem(own, word);
          if (!own.stop.has(word)) said.set(stem, Math.max(said.get(stem) ?? 0, strength));
        }
      };
      say(text, 3);
      say(heading, 12);
      if (at === 0) say(title, 22);
      for (const [stem, strength] of said) lines.set(stem, [...(lines.get(stem) ?? []), [section, strength]]);
      section++;
    }
  }
  const line = (hits) => hits.map(([at, strength], number) => (at - (hits[number - 1]?.[0] ?? 0)).toString(36) + String.fromCharCode(64 + strength)).join("");
  const stems = [...lines.keys()].sort();
  const half = stems.length >> 1;
  const shelf = (part) => part.map((stem) => `0${stem}:${line(lines.get(stem))}`).join(" ");
  const files = {
    "search-fi-0.aa.js": ["w", 0, shelf(stems.slice(0, half))],
    "search-fi-1.bb.js": ["w", 1, shelf(stems.slice(half))],
    "search-fi-2.cc.js": ["t", 0, pages.map(([title, ...sections], at) => [`fi/${at}.html`, title, "Osa", 0, [["", "", "", 0], ...sections.map((one) => [...one, 0])]])],
  };
  const data = { words: 2, firsts: `${stems[0]} ${stems[half]}`, starts: [0], sections: pages.map((page) => page.length), hashes: "aa bb cc", language: table, w: [], t: [] };
  context.portaat.searchData = { fi: data };
  const loaded = [];
  const bring = async (name) => {
    loaded.push(name);
    const [list, at, value] = files[name];
    data[list][at] = value;
  };
  return { ask: async (text, limit) => plain(await find.query(text, "fi", bring, limit)), loaded, find, own };
}

const pages = [
  ["Aito kohtaaminen", ["a", "Asiakas ja kiire", "Kiire tarttuu. Asiakkaan asia on tärkeä."]],
  ["Mittari", ["b", "Mitä mitataan", "Kiire ei ole mittari."], ["c", "Pomo", "Kuka päättää?"]],
  ["Polku", ["d", "Kohtaaminen polulla", "Sana asiakaskokemus ja sana </b>."]],
];
const titles = ({ hits }) => hits.map(({ title }) => title);

test("titles come before headings and headings before text", async () => {
  assert.deepEqual(titles(await world(pages).ask("kohtaaminen")), ["Aito kohtaaminen", "Polku"]);
  assert.deepEqual(titles(await world(pages).ask("mittari")), ["Mittari"]);
});

test("a hit is a section with its place, its address and its words marked", async () => {
  const { hits, total, words } = await world(pages).ask("päättää");
  assert.equal(total, 1);
  assert.deepEqual(words, ["paattaa"]);
  const [hit] = hits;
  assert.deepEqual([hit.href, hit.title, hit.place, hit.kind, hit.section], ["fi/1.html#c", "Mittari", "Osa", "section", "Pomo"]);
  assert.deepEqual(hit.excerpt, [["Kuka ", 0], ["päättää", 1], ["?", 0]]);
});

test("one wrong letter, letters without dots and unfinished words are understood", async () => {
  const { ask } = world(pages);
  for (const typed of ["mitari", "mittarri", "mitatri", "mittaro"]) assert.deepEqual(titles(await ask(typed)), ["Mittari"], typed);
  assert.deepEqual(titles(await ask("paattaa")), ["Mittari"]);
  assert.deepEqual(titles(await ask("mitt")), ["Mittari"]);
});

test("a word that is written together is found by known parts", async () => {
  assert.deepEqual(titles(await world(pages).ask("mittaripolku")).sort(), ["Mittari", "Polku"]);
});

test("words that mean the same find each other", async () => {
  assert.deepEqual(titles(await world(pages).ask("esimies")), ["Mittari"]);
});

test("nothing, blanks, little words and unknown ones find nothing", async () => {
  const { ask } = world(pages);
  for (const typed of ["", "   ", "ja on", "xyzzyq", "🙂", "…", "\u00ad"]) assert.deepEqual((await ask(typed)).hits, [], typed);
});

test("markup in a text stays text", async () => {
  const { hits } = await world(pages).ask("sana");
  assert.match(hits[0].excerpt.map(([piece]) => piece).join(""), /<\/b>/);
});

test("texts are cut at words around what one looked for", async () => {
  const long = `${"alku ".repeat(200)}aarre ${"loppu ".repeat(200)}`;
  const { hits } = await world([["Pitkä", ["p", "Luku", long]], ["Muu", ["m", "Muu", "Muuta."]]]).ask("aarre");
  const text = hits[0].excerpt.map(([piece]) => piece).join("");
  assert.ok(text.length < 200 && text.startsWith("… alku") && text.endsWith(" …"), text);
  assert.deepEqual(hits[0].excerpt.filter(([, mark]) => mark), [["aarre", 1]]);
});

test("only the files that are needed are loaded, and each once", async () => {
  const { ask, loaded } = world(pages);
  await ask("polku");
  await ask("polku");
  assert.deepEqual(loaded, ["search-fi-1.bb.js", "search-fi-2.cc.js"]);
});

test("strange questions are answered soon", async () => {
  const { ask } = world(pages);
  for (const typed of ["a".repeat(10_000), "mittari ".repeat(2000), "שלום עולם", "\u202eabc\u202c", "🙂".repeat(5000), "e\u0301".repeat(3000), "\\\"'<script>"]) {
    const times = [];
    for (let time = 0; time < 5; time++) {
      const began = performance.now();
      await ask(typed);
      times.push(performance.now() - began);
    }
    assert.ok(Math.min(...times) < 50, `${typed.slice(0, 12)}: ${times} ms`);
  }
});

test("an empty index answers", async () => {
  const context = load(FILES);
  context.portaat.searchData = { fi: { words: 0, firsts: "", starts: [], sections: [], hashes: "", language: table, w: [], t: [] } };
  const found = await context.portaat.find.query("sana", "fi", async () => {});
  assert.deepEqual(plain(found).hits, []);
});

test("a table whose replacements never end does not hang", () => {
  const { find } = load(FILES).portaat;
  const own = find.language({ ...table, steps: [{ keep: 1, off: "a=a", again: true }, { keep: 1, off: "b=bb", again: true }] });
  assert.equal(find.stem(own, "kaa").slice(0, 2), "ka");
  assert.ok(find.stem(own, "kab").length < 10);
});

test("the same letters in either form are one word", () => {
  const { find, own } = world(pages);
  assert.deepEqual(plain(find.words(own, "a\u0308iti ÄITI äi\u00adti").map(({ word }) => word)), ["aiti", "aiti", "aiti"]);
});

