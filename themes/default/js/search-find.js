// Finds sections of the handbook: the words one typed → the same form the index has them in → postings → pages in order of
// rank, with their texts around the words. Pure: no page, no network; whoever asks says how a file is loaded.
"use strict";

(() => {
  /** @type {Portaat} */
  const portaat = (globalThis.portaat ??= {});

  const LONGEST = 64; // letters of a word, as in the index
  const MOST_LETTERS = 300;
  const MOST_WORDS = 12;
  const MOST_SEAMS = 4;
  const AROUND = 170;
  const USUAL = 8; // sections on a page
  const TOGETHER = 0.6; // what the best section counts beside the page
  const COVER = 0.75; // what it counts that all words are there
  const CALM = [1, 1, 0.8, 0.6]; // of so many words, each counts less for where it stands and more for being there
  const LONG = 0.6; // how sure it is that a long word begins another one on purpose
  const RARE = 1; // how much rare words count before common ones

  // --- words: the interpreter of the language's table; the program that makes the index has the same ----------------------

  const pairs = (/** @type {string} */ text) => text.split(/\s+/).filter(Boolean).map((pair) => {
    const [from, to = ""] = pair.split("=");
    return /** @type {[string, string]} */ ([from, to]);
  });

  /**
   * A language's table made ready.
   * @param {SearchTable} table
   * @returns {SearchLanguage}
   */
  function language(table) {
    const letters = new Map(Object.entries(table.fold).flatMap(([to, from]) => [...from].map((letter) => [letter, to])));
    const fold = (/** @type {string} */ text) => {
      let folded = "";
      for (const letter of text) for (const lower of letter.toLowerCase()) folded += letters.get(lower) ?? lower;
      return folded;
    };
    const list = (/** @type {string} */ text) => fold(text).split(/\s+/).filter(Boolean);
    const steps = table.steps.map(({ keep, off, again }) => {
      const endings = new Map(pairs(off));
      return { keep, again, endings, longest: Math.max(0, ...[...endings.keys()].map((ending) => ending.length)) };
    });
    const own = { fold, steps, stop: new Set(list(table.stop)), whole: new Map(pairs(fold(table.whole))), alike: new Map() };
    for (const line of table.alike) {
      const stems = list(line).map((word) => stem(own, word));
      for (const one of stems) own.alike.set(one, [...(own.alike.get(one) ?? []), ...stems.filter((other) => other !== one)]);
    }
    return own;
  }

  /**
   * The words of a text with their places, folded.
   * @param {SearchLanguage} own
   * @param {string} text
   * @returns {{ word: string, start: number, end: number }[]}
   */
  function words(own, text) {
    const found = [];
    for (const match of text.matchAll(/[\p{Alphabetic}\p{N}][\p{Alphabetic}\p{N}\u00ad\u0300-\u036f\u200b-\u200d]*/gu)) {
      let folded = "";
      let count = 0;
      for (const letter of match[0]) {
        if (/[^\p{Alphabetic}\p{N}]/u.test(letter)) continue;
        if (++count > LONGEST) break;
        folded += own.fold(letter);
      }
      found.push({ word: folded, start: match.index, end: match.index + match[0].length });
    }
    return found;
  }

  /**
   * The form under which a folded word is kept.
   * @param {SearchLanguage} own
   * @param {string} word
   */
  function stem(own, word) {
    if (/^[0-9]/.test(word)) return word;
    const whole = own.whole.get(word);
    if (whole !== undefined) return whole;
    let left = word;
    for (const step of own.steps) {
      let before;
      do left = take(step, (before = left));
      while (step.again && left.length < before.length); // a longer replacement would never end
    }
    return left;
  }

  /**
   * @param {SearchStep} step
   * @param {string} word
   */
  function take({ keep, longest, endings }, word) {
    for (let length = Math.min(longest, word.length); length > 0; length--) {
      const to = endings.get(word.slice(-length));
      if (to !== undefined && [...word.slice(0, -length)].length >= keep) return word.slice(0, -length) + to;
    }
    return word;
  }

  // --- the index -----------------------------------------------------------------------------------------------------------

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
    const index = { data, firsts, name, pageOf, firstOf, own: language(data.language), shelves: new Map() };
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

  // --- what a word may mean ------------------------------------------------------------------------------------------------

  /** Whether two words differ by one letter: one more, one less, another one, or two that changed places. @param {string} a @param {string} b */
  function near(a, b) {
    if (Math.abs(a.length - b.length) > 1) return false;
    let start = 0;
    while (start < a.length && a[start] === b[start]) start++;
    const rest = (/** @type {number} */ x, /** @type {number} */ y) => a.slice(start + x) === b.slice(start + y);
    if (rest(1, 1) || rest(1, 0) || rest(0, 1)) return true;
    return a[start] === b[start + 1] && a[start + 1] === b[start] && rest(2, 2);
  }

  /**
   * Everything a word may be found under, with how sure that is.
   * @param {SearchIndex} index
   * @param {string} word
   * @param {boolean} isLast
   * @param {SearchLoad} load
   * @returns {Promise<SearchSlot[]>}
   */
  async function slots(index, word, isLast, load) {
    const own = stem(index.own, word);
    /** @type {Map<string, SearchWay>} */
    const ways = new Map();
    /** @param {string} form @param {string | undefined} line @param {number} sure */
    const add = (form, line, sure) => {
      if (line !== undefined && (ways.get(form)?.sure ?? 0) < sure) ways.set(form, { line, sure });
    };
    const exact = async (/** @type {string} */ form, /** @type {number} */ sure) => {
      const { stems, lines } = await shelfOf(index, form, load);
      const at = lastUpTo(stems, form);
      if (stems[at] === form) add(form, lines[at], sure);
      return stems[at] === form;
    };
    const known = await exact(own, 1);
    for (const other of index.own.alike.get(own) ?? []) await exact(other, 0.55);
    await begun(index, own, word, isLast, load, add);
    const isSure = () => [...ways.values()].some(({ sure }) => sure > 0.5);
    if (known || isSure()) return [{ word, ways }];
    if (await mistyped(index, own, [shelfAt(index, own)], load, add)) return [{ word, ways }];
    const parts = await seam(index, word, load);
    if (parts) return (await Promise.all(parts.map((part, at) => slots(index, part, isLast && at > 0, load)))).flat();
    const swapped = own[1] + own[0] + own.slice(2);
    const beside = [shelfAt(index, swapped), shelfAt(index, own) - 1, shelfAt(index, own) + 1];
    if (!(await mistyped(index, own, beside, load, add))) await beginning(index, own, word, load, add);
    return [{ word, ways }];
  }

  /**
   * Longer words that begin with it, and shorter ones it begins with.
   * @param {SearchIndex} index
   * @param {string} own
   * @param {string} word
   * @param {boolean} isLast
   * @param {SearchLoad} load
   * @param {SearchAdd} add
   */
  async function begun(index, own, word, isLast, load, add) {
    if (own.length < 3) return;
    const { stems, lines } = await shelfOf(index, own, load);
    const found = [];
    for (let at = lastUpTo(stems, own); at < stems.length && stems[at] < own + "\uffff"; at++) {
      if (stems[at].startsWith(own) && stems[at] !== own) found.push(at);
    }
    const more = (/** @type {number} */ at) => stems[at].length - own.length;
    found.sort((a, b) => more(a) - more(b) || a - b);
    for (const at of found.slice(0, 24)) {
      const whole = isLast && stems[at].startsWith(word);
      const sure = own.length > 6 ? LONG : whole ? 0.5 : more(at) <= 4 ? 0.35 : 0.2;
      if (whole || own.length >= 4) add(stems[at], lines[at], sure);
    }
    if (own.length < 6) return;
    for (let at = lastUpTo(stems, own); at >= 0 && stems[at].slice(0, 4) === own.slice(0, 4); at--) {
      if (own.startsWith(stems[at]) && stems[at].length >= Math.max(4, own.length - 4)) add(stems[at], lines[at], 0.3);
    }
  }

  /**
   * The words that a word is written together of, when all are known; one that says nothing is left out.
   * @param {SearchIndex} index
   * @param {string} word
   * @param {SearchLoad} load
   */
  async function seam(index, word, load) {
    let tried = 0;
    for (let at = word.length - 4; at >= 3 && tried < MOST_SEAMS; at--) {
      const first = word.slice(0, at);
      const isStop = index.own.stop.has(first);
      if (!isStop && !(await has(index, stem(index.own, first), load))) continue;
      tried++;
      if (await has(index, stem(index.own, word.slice(at)), load)) return isStop ? [word.slice(at)] : [first, word.slice(at)];
    }
    return null;
  }

  /**
   * @param {SearchIndex} index
   * @param {string} form
   * @param {SearchLoad} load
   */
  async function has(index, form, load) {
    if (form.length < 2) return false;
    const { stems } = await shelfOf(index, form, load);
    return stems[lastUpTo(stems, form)] === form;
  }

  /**
   * One letter wrong: the words of some shelves that are near.
   * @param {SearchIndex} index
   * @param {string} own
   * @param {number[]} shelves
   * @param {SearchLoad} load
   * @param {SearchAdd} add
   */
  async function mistyped(index, own, shelves, load, add) {
    if (own.length < 4) return false;
    for (const number of new Set(shelves)) {
      if (number < 0 || number >= index.firsts.length) continue;
      const { stems, lines } = await shelf(index, number, load);
      const found = [...stems.keys()].filter((at) => stems[at].length >= 4 && near(own, stems[at]));
      for (const at of found) add(stems[at], lines[at], 0.6);
      if (found.length) return true;
    }
    return false;
  }

  /**
   * The longest known word it begins with.
   * @param {SearchIndex} index
   * @param {string} own
   * @param {string} word
   * @param {SearchLoad} load
   * @param {SearchAdd} add
   */
  async function beginning(index, own, word, load, add) {
    const { stems, lines } = await shelfOf(index, own, load);
    const fits = (/** @type {string} */ other) => other.length >= Math.max(4, word.length * 0.6) && word.startsWith(other);
    const longest = stems.filter(fits).sort((a, b) => b.length - a.length)[0];
    if (longest) add(longest, lines[stems.indexOf(longest)], 0.3);
  }

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
        const rareness = Math.log2(1 + sections / countHits(line)) ** RARE;
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
    const hits = [];
    for (const found of ranked.slice(0, limit)) {
      await pause();
      hits.push(await hit(index, found, isMeant, load));
    }
    return { hits, total: ranked.length, words: asked };
  }

  portaat.find = { query, language, words, stem, lines, sections };
})();
