// What a typed word may mean: the forms of it that the index has, with how sure each is.
"use strict";

(() => {
  /** @type {Portaat} */
  const portaat = (globalThis.portaat ??= {});
  const { stem, lastUpTo, shelf, shelfAt, shelfOf } = portaat.find;

  const MOST_SEAMS = 4;
  const LONG = 0.6; // how sure it is that a long word begins another one on purpose

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

  portaat.find.slots = slots;
})();
