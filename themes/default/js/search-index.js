// The index as files: which file a word is in, and what a line of it says.
"use strict";

(() => {
  /** @type {Portaat} */
  const portaat = (globalThis.portaat ??= {});

  /** @type {WeakMap<SearchData, SearchIndex>} */
  const opened = new WeakMap();

  /**
   * @param {string} lang
   * @returns {SearchIndex}
   */
  function open(lang) {
    const data = portaat.searchData[lang];
    const known = opened.get(data);
    if (known) return known;
    const hashes = data.hashes.split(" ");
    const pageOf = new Uint32Array(data.sections.reduce((all, count) => all + count, 0));
    /** @type {number[]} */
    const firstOf = [];
    let at = 0;
    for (const [page, count] of data.sections.entries()) {
      firstOf.push(at);
      pageOf.fill(page, at, (at += count));
    }
    const name = (/** @type {number} */ number) => `search-${lang}-${number}.${hashes[number]}.js`;
    const firsts = data.firsts ? data.firsts.split(" ") : [];
    const index = { data, firsts, name, pageOf, firstOf, own: portaat.find.language(data.language), shelves: new Map() };
    opened.set(data, index);
    return index;
  }

  /** The last of a sorted list that is not above `value`. @template T @param {ArrayLike<T>} list @param {T} value */
  function lastUpTo(list, value) {
    let [low, high] = [0, list.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (list[middle] <= value) low = middle + 1;
      else high = middle;
    }
    return Math.max(0, low - 1);
  }

  /**
   * The stems of a file, each with its sections as text.
   * @param {string} text
   * @returns {[string, string][]}
   */
  function lines(text) {
    let stem = "";
    return text.split(" ").filter(Boolean).map((part) => {
      const colon = part.indexOf(":");
      stem = stem.slice(0, parseInt(part[0], 36)) + part.slice(1, colon);
      return [stem, part.slice(colon + 1)];
    });
  }

  /**
   * The stems that begin alike, in order, with their sections as text.
   * @param {SearchIndex} index
   * @param {number} number
   * @param {SearchLoad} load
   */
  async function shelf(index, number, load) {
    const known = index.shelves.get(number);
    if (known) return known;
    if (index.data.w[number] === undefined) await load(index.name(number));
    /** @type {{ stems: string[], lines: string[] }} */
    const made = { stems: [], lines: [] };
    for (const [stem, line] of lines(index.data.w[number] ?? "")) {
      made.stems.push(stem);
      made.lines.push(line);
    }
    index.shelves.set(number, made);
    return made;
  }

  /** @param {SearchIndex} index @param {string} word */
  const shelfAt = (index, word) => lastUpTo(index.firsts, word);

  /** @param {SearchIndex} index @param {string} word @param {SearchLoad} load */
  const shelfOf = (index, word, load) => shelf(index, shelfAt(index, word), load);

  /**
   * Calls `each` with every section of a line and the strength of the word there.
   * @param {string} line
   * @param {(section: number, strength: number) => void} each
   */
  function hits(line, each) {
    let section = 0;
    let step = 0;
    for (let at = 0; at < line.length; at++) {
      const code = line.charCodeAt(at);
      if (code >= 65 && code <= 90) {
        each((section += step), code - 64);
        step = 0;
      } else step = step * 36 + (code < 58 ? code - 48 : code - 87);
    }
  }

  /** @param {string} line @returns {number[]} */
  function sections(line) {
    /** @type {number[]} */
    const all = [];
    hits(line, (section) => all.push(section));
    return all;
  }

  const countHits = (/** @type {string} */ line) => line.replace(/[^A-Z]/g, "").length;

  portaat.find = Object.assign(portaat.find ?? {}, { open, lastUpTo, shelf, shelfAt, shelfOf, hits, countHits, lines, sections });
})();
