// Finds sections of the handbook: the words one typed → what each may mean → pages in order of rank, with their texts around the
// words. Pure: no page, no network; whoever asks says how a file is loaded.
"use strict";

(() => {
  /** @type {Portaat} */
  const portaat = (globalThis.portaat ??= {});
  const { words, stem, open, lastUpTo, hits, countHits, slots } = portaat.find;

  const MOST_LETTERS = 300;
  const MOST_WORDS = 12;
  const AROUND = 170;
  const USUAL = 8; // sections on a page
  const TOGETHER = 0.6; // what the best section counts beside the page
  const COVER = 0.75; // what it counts that all words are there
  const CALM = [1, 1, 0.8, 0.6]; // of so many words, each counts less for where it stands and more for being there

  // --- rank ----------------------------------------------------------------------------------------------------------------

  /**
   * Pages in order of rank: how much they speak of each word, wherever; how much their best section speaks of all of them.
   * @param {SearchIndex} index
   * @param {SearchSlot[]} all
   */
  function rank(index, all) {
    const sections = index.pageOf.length;
    /** @type {Map<number, { best: Float64Array, sections: Map<number, number> }>} */
    const pages = new Map();
    const rare = all.map(() => 0);
    const calm = CALM[Math.min(all.length, CALM.length - 1)];
    const weights = Array.from({ length: 27 }, (_, strength) => strength ** calm);
    for (const [slot, { ways }] of all.entries()) {
      /** @type {Map<number, number>} */
      const scores = new Map();
      for (const { line, sure } of ways.values()) {
        const rareness = Math.log2(1 + sections / countHits(line));
        rare[slot] = Math.max(rare[slot], sure * rareness);
        hits(line, (section, strength) => {
          const score = sure * weights[strength] * rareness;
          if (score > (scores.get(section) ?? 0)) scores.set(section, score);
        });
      }
      for (const [section, score] of scores) {
        const number = index.pageOf[section];
        let page = pages.get(number);
        if (!page) pages.set(number, (page = { best: new Float64Array(all.length), sections: new Map() }));
        page.best[slot] = Math.max(page.best[slot], score);
        page.sections.set(section, (page.sections.get(section) ?? 0) + score);
      }
    }
    const most = rare.reduce((sum, one) => sum + one, 0) || 1;
    const ranked = [];
    for (const [page, { best, sections: own }] of pages) {
      let [section, top] = [-1, 0];
      for (const [one, score] of own) if (score > top || (score === top && one < section)) [section, top] = [one, score];
      const covered = best.reduce((sum, score, slot) => sum + (score > 0 ? rare[slot] : 0), 0) / most;
      const sum = best.reduce((all, score) => all + score, 0);
      // On a page of many sections words stand beside each other by chance.
      const breadth = Math.sqrt(Math.min(1, USUAL / index.data.sections[page]));
      const score = (sum * breadth + TOGETHER * top) * (1 - COVER + COVER * covered * covered);
      ranked.push({ page, section, score });
    }
    return ranked.sort((a, b) => b.score - a.score || a.page - b.page);
  }

  // --- what is shown -------------------------------------------------------------------------------------------------------

  /**
   * A text in pieces, those that one looked for marked.
   * @param {SearchIndex} index
   * @param {string} text
   * @param {(word: string) => boolean} isMeant
   * @param {number} most so many characters, from where most of the words are
   * @returns {[string, 0 | 1][]}
   */
  function marked(index, text, isMeant, most) {
    const meant = words(index.own, text).filter(({ word }) => isMeant(word));
    let start = 0;
    if (text.length > most) {
      let best = 0;
      for (const [at, { start: first }] of meant.entries()) {
        const seen = new Set();
        for (let other = at; other < meant.length && meant[other].end <= first + most - 40; other++) seen.add(meant[other].word);
        if (seen.size > best) [best, start] = [seen.size, first];
      }
      start = Math.max(0, Math.min(start - 40, text.length - most));
      if (start > 0) start = text.indexOf(" ", start) + 1 || start;
    }
    let end = text.length - start <= most ? text.length : text.lastIndexOf(" ", start + most);
    if (end <= start) end = start + most;
    /** @type {[string, 0 | 1][]} */
    const pieces = [];
    let done = start;
    const push = (/** @type {string} */ piece, /** @type {0 | 1} */ mark) => piece && pieces.push([piece, mark]);
    if (start > 0) push("… ", 0);
    for (const one of meant.filter((one) => one.start >= start && one.end <= end)) {
      push(text.slice(done, one.start), 0);
      push(text.slice(one.start, one.end), 1);
      done = one.end;
    }
    push(text.slice(done, end), 0);
    if (end < text.length) push(" …", 0);
    return pieces;
  }

  /**
   * @param {SearchIndex} index
   * @param {{ page: number, section: number }} found
   * @param {(word: string) => boolean} isMeant
   * @param {SearchLoad} load
   * @returns {Promise<SearchHit>}
   */
  async function hit(index, { page, section }, isMeant, load) {
    const { data } = index;
    const number = lastUpTo(data.starts, page);
    if (data.t[number] === undefined) await load(index.name(data.words + number));
    const [address, title, place, isSheet, sections] = data.t[number][page - data.starts[number]];
    const [anchor, heading, text, isTerm] = sections[section - index.firstOf[page]];
    return {
      href: anchor ? `${address}#${anchor}` : address,
      title,
      place,
      kind: isTerm ? "term" : isSheet ? "worksheet" : anchor ? "section" : "page",
      section: heading,
      heading: marked(index, heading || title, isMeant, 300),
      excerpt: marked(index, text, isMeant, AROUND),
    };
  }

  /**
   * What a text finds in a language, best first. A file is loaded when it is needed; `load.pause`, if there is one, is
   * awaited between the steps, so that a slow device stays awake.
   * @param {string} text
   * @param {string} lang
   * @param {SearchLoad} load
   * @param {number} [limit] so many hits are filled with their texts
   * @returns {Promise<{ hits: SearchHit[], total: number, words: string[] }>}
   */
  async function query(text, lang, load, limit = 10) {
    const index = open(lang);
    const pause = load.pause ?? (() => {});
    const typed = words(index.own, text.slice(0, MOST_LETTERS)).map(({ word }) => word);
    const asked = [...new Set(typed)].filter((word) => !index.own.stop.has(word)).slice(0, MOST_WORDS);
    /** @type {SearchSlot[]} */
    const all = [];
    for (const word of asked) {
      all.push(...await slots(index, word, word === typed.at(-1), load));
      await pause();
    }
    const ranked = rank(index, all);
    const stems = new Set(all.flatMap(({ ways }) => [...ways.keys()]));
    const long = [...stems].filter((one) => one.length >= 4);
    /** @type {Map<string, boolean>} */
    const judged = new Map();
    const isMeant = (/** @type {string} */ word) => {
      let meant = judged.get(word);
      if (meant === undefined && !index.own.stop.has(word)) {
        const own = stem(index.own, word);
        meant = stems.has(own) || long.some((one) => own.startsWith(one) || own.endsWith(one));
      }
      judged.set(word, meant ?? false);
      return meant ?? false;
    };
    const shown = [];
    for (const found of ranked.slice(0, limit)) {
      await pause();
      shown.push(await hit(index, found, isMeant, load));
    }
    return { hits: shown, total: ranked.length, words: asked };
  }

  portaat.find.query = query;
})();
