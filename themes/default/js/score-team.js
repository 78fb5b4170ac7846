// Puts many people's results together: means that say how sure they are, agreement, the gap between roles, change over time, and
// what must stay hidden so that nobody can be singled out. Loaded after score.js, whose rules it applies, and as pure as it is.
// Sums run from left to right and only + − × ÷ and √ are used: so the fractions are the same in every language.
"use strict";

/**
 * @typedef {{ role?: string, answers: Answers }} Person
 * @typedef {{ items: number, r_star: number, r_wg_j: number, ad: number, ad_ok: boolean, label: string }} Agreement
 * @typedef {{ id: string, status: "suppressed" }} Suppressed
 *
 * @typedef {object} GroupDimension
 * @property {string} id
 * @property {"ok"} status
 * @property {number} n
 * @property {number} score hundredths
 * @property {number} mean
 * @property {number} sd
 * @property {number[]} ci
 * @property {"high" | "medium" | "low"} confidence
 * @property {number} candidate
 * @property {number} level
 * @property {string[]} capped_by
 * @property {Agreement | null} agreement
 * @property {boolean} contested
 * @property {number[]} share_level4 people at level 4 or above, all, and the interval of the share
 * @property {number} dk_pct
 *
 * @typedef {object} GroupResult
 * @property {number} n
 * @property {(GroupDimension | Suppressed)[]} dims
 * @property {PartResult[]} parts
 * @property {Profile | null} profile
 * @property {Combined} overall
 *
 * @typedef {{ n: number[], means: number[], diff: number, low: number, high: number }} Difference
 * @typedef {{ id: string, status: "ok", n: number[], means: number[], gap: number, ci: number[], flag: string }} GapDimension
 * @typedef {{ id: string, status: "ok", common: string[], means: number[], delta: number, ci: number[], flag: string }} Change
 * @typedef {{ id: string, status: "not_comparable", common: string[] }} NotComparable
 * @typedef {Record<string, number>} Counts people by group
 * @typedef {(Answer | null | undefined)[]} Column what each person answered to one item
 */

(() => {
  const portaat = (globalThis.portaat ??= {});
  const { combine, partResults, profile, candidateLevel, rdiv, pick, isRating, sum } = portaat.score;

  // Student's t, 97.5 %, by degrees of freedom.
  const T975 = [0, 12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.16, 2.145, 2.131,
    2.12, 2.11, 2.101, 2.093, 2.086, 2.08, 2.074, 2.069, 2.064, 2.06, 2.056, 2.052, 2.048, 2.045, 2.042];
  const SCALE = 5;

  /**
   * Half-up rounding to `places` decimals.
   * @param {number} x
   * @param {number} [places]
   */
  function rf(x, places = 4) {
    const m = 10 ** places;
    return Math.floor(x * m + 0.5) / m;
  }

  /** @param {number} df */
  const t975 = (df) => (df <= 30 ? T975[df] : df < 60 ? 2.042 : df < 120 ? 2.0 : 1.98);

  /**
   * By code points, as other languages sort.
   * @param {string} a
   * @param {string} b
   */
  function byText(a, b) {
    const [x, y] = [a, b].map((text) => Array.from(text, (char) => char.codePointAt(0) ?? 0));
    const k = x.findIndex((code, n) => code !== y[n]);
    return k < 0 ? x.length - y.length : k < y.length ? x[k] - y[k] : 1;
  }

  /**
   * Mean and deviation of hundredths, on the scale of the answers.
   * @param {number[]} scores
   */
  function meanSd(scores) {
    const n = scores.length;
    let [s, q] = [0, 0];
    for (const x of scores) [s, q] = [s + x, q + x * x];
    const variance = n > 1 ? (n * q - s * s) / (n * (n - 1)) / 10000 : 0;
    return { mean: s / n / 100, sd: Math.sqrt(variance) };
  }

  /**
   * The interval of a share, k of n, n > 0.
   * @param {number} k
   * @param {number} n
   * @returns {[number, number]}
   */
  function wilson(k, n) {
    const z = 1.96;
    const p = k / n;
    const z2 = z * z;
    const den = 1 + z2 / n;
    const mid = (p + z2 / (2 * n)) / den;
    const half = (z * Math.sqrt((p * (1 - p)) / n + z2 / (4 * n * n))) / den;
    return [rf(Math.max(0, mid - half)), rf(Math.min(1, mid + half))];
  }

  /**
   * What people answered, one list an item: read once, however often it is counted.
   * @param {Dimension} dim
   * @param {Person[]} people
   * @returns {Column[]}
   */
  const gather = (dim, people) => dim.items.map(({ id }) => people.map(({ answers }) => pick(answers, id)));

  /** @param {Column} column */
  const ratings = (column) => /** @type {number[]} */ (column.filter(isRating));

  /** @param {number[]} xs */
  const medianLow = (xs) => Uint8Array.from(xs).sort()[(xs.length - 1) >> 1];

  /** @param {number} r rounded to two decimals */
  function agreementWord(r) {
    if (r < 0) return "split";
    if (r <= 0.3) return "none";
    if (r <= 0.5) return "weak";
    return r <= 0.7 ? "moderate" : r <= 0.9 ? "strong" : "very strong";
  }

  /**
   * The spread of the ratings of one item: variance and mean distance from the mean.
   * @param {number[]} xs
   */
  function spread(xs) {
    const n = xs.length;
    let [s, q, away] = [0, 0, 0];
    for (const x of xs) [s, q] = [s + x, q + x * x];
    for (const x of xs) away += Math.abs(x - s / n);
    return { variance: (n * q - s * s) / (n * (n - 1)), distance: away / n };
  }

  /**
   * How far people see the same thing, over the items that enough of them rated; null when there is none.
   * @param {number[][]} all the ratings of each item
   * @param {number} min
   * @returns {Agreement | null}
   */
  function agreement(all, min) {
    const rated = all.filter((xs) => xs.length >= min);
    const items = rated.length;
    if (items === 0) return null;
    const spreads = rated.map(spread);
    const ratio = sum(spreads.map((x) => x.variance)) / items / ((SCALE * SCALE - 1) / 12);
    const rwgj = ratio > 1 ? 0 : (items * (1 - ratio)) / (items * (1 - ratio) + ratio);
    const ad = sum(spreads.map((x) => x.distance)) / items;
    return { items, r_star: rf(1 - ratio), r_wg_j: rf(rwgj), ad: rf(ad), ad_ok: ad <= SCALE / 6,
      label: agreementWord(rf(1 - ratio, 2)) };
  }

  /**
   * The cap of the key items: their lower median sets it, or their being unknown.
   * @param {Dimension} dim
   * @param {number[][]} rated
   * @param {Rules} rules
   */
  function groupCap(dim, rated, rules) {
    let [cap, by] = [5, /** @type {string[]} */ ([])];
    for (const [n, { id, key }] of dim.items.entries()) {
      if (!key) continue;
      const xs = rated[n];
      const limit = xs.length >= rules.min_group ? Math.min(5, medianLow(xs) + rules.key_lag) : rules.unknown_cap;
      if (limit < cap) [cap, by] = [limit, [id]];
    }
    return { cap, by };
  }

  /**
   * Half of the interval of the mean; a team that answered whole has none.
   * @param {number} n
   * @param {number} sd
   * @param {number | null} population
   */
  function halfWidth(n, sd, population) {
    const half = (t975(n - 1) * sd) / Math.sqrt(n);
    if (!population) return half;
    return population > n ? half * Math.sqrt((population - n) / (population - 1)) : 0;
  }

  /** @param {Column[]} columns */
  function dontKnowPct(columns) {
    let [unknown, asked] = [0, 0];
    for (const column of columns) {
      for (const value of column) {
        unknown += value === "d" ? 1 : 0;
        asked += value === "n" ? 0 : 1;
      }
    }
    return rdiv(100 * unknown, asked);
  }

  /**
   * Everybody's score, null without one, by the rule of `scoreDim`: of many people nothing else is needed.
   * @param {Dimension} dim
   * @param {Column[]} columns
   * @param {Rules} rules
   * @returns {(number | null)[]}
   */
  function scoresIn({ items }, columns, rules) {
    return (columns[0] ?? []).map((_, person) => {
      let [all, known, points] = [0, 0, 0];
      for (const [n, { w, na }] of items.entries()) {
        const value = columns[n][person];
        if (value !== "n" || !na) all += w;
        if (isRating(value)) [known, points] = [known + w, points + w * Number(value)];
      }
      return all && 100 * known >= rules.min_coverage_pct * all ? rdiv(100 * points, known) : null;
    });
  }

  /** @param {(number | null)[]} scores */
  const known = (scores) => scores.filter((score) => score !== null);

  /**
   * The scores of those whose answers to the dimension suffice.
   * @param {Dimension} dim
   * @param {Person[]} people
   * @param {Rules} rules
   */
  const scoresOf = (dim, people, rules) => known(scoresIn(dim, gather(dim, people), rules));

  /**
   * @param {number} n
   * @param {number} half
   * @param {number} r
   */
  function groupConfidence(n, half, r) {
    if (n >= 10 && half <= 0.5 && r > 0.5) return "high";
    return half <= 0.8 && r > 0.3 ? "medium" : "low";
  }

  /**
   * @param {Dimension} dim
   * @param {Column[]} columns
   * @param {Rules} rules
   * @param {number | null} population
   * @returns {GroupDimension | Suppressed}
   */
  function groupDim(dim, columns, rules, population) {
    const scores = known(scoresIn(dim, columns, rules));
    const rated = columns.map(ratings);
    const n = scores.length;
    if (n < rules.min_group) return { id: dim.id, status: "suppressed" };
    const { mean, sd } = meanSd(scores);
    const half = halfWidth(n, sd, population);
    const candidate = candidateLevel(sum(scores), n, rules.thresholds);
    const { cap, by } = groupCap(dim, rated, rules);
    const agreed = agreement(rated, rules.min_group);
    const r = agreed ? rf(agreed.r_star, 2) : -1;
    const high = scores.filter((x) => x >= rules.thresholds[3]).length;
    return { id: dim.id, status: "ok", n, score: rdiv(sum(scores), n), mean: rf(mean), sd: rf(sd),
      ci: [rf(Math.max(1, mean - half)), rf(Math.min(5, mean + half))], confidence: groupConfidence(n, half, r),
      candidate, level: Math.min(candidate, cap), capped_by: cap < candidate ? by : [], agreement: agreed,
      contested: agreed !== null && r < rules.contested_below,
      share_level4: [high, n, ...wilson(high, n)], dk_pct: dontKnowPct(columns) };
  }

  /**
   * Everything about a team's answers; a dimension with too few people is suppressed.
   * @param {Model} model
   * @param {Person[]} people
   * @param {number | null} [population] how many were asked, when known
   * @returns {GroupResult}
   */
  function scoreGroup(model, people, population = null) {
    return joined(model, people.length, model.dims.map((dim) => groupDim(dim, gather(dim, people), model.rules, population)));
  }

  /**
   * The whole out of its dimensions, which may have been scored one at a time.
   * @param {Model} model
   * @param {number} n
   * @param {(GroupDimension | Suppressed)[]} dims
   * @returns {GroupResult}
   */
  function joined(model, n, dims) {
    /** @type {Scored[]} */
    const flat = dims.map((d) => (d.status === "ok" ? d : { id: d.id, status: "insufficient" }));
    const parts = partResults(flat, model);
    return { n, dims, parts, profile: profile(parts, model), overall: combine(flat, model) };
  }

  /**
   * Second minus first, with a careful interval.
   * @param {number[]} first
   * @param {number[]} second
   * @returns {Difference}
   */
  function difference(first, second) {
    const [a, b] = [meanSd(first), meanSd(second)];
    const n = [first.length, second.length];
    const diff = b.mean - a.mean;
    const half = t975(Math.min(...n) - 1) * Math.sqrt((a.sd * a.sd) / n[0] + (b.sd * b.sd) / n[1]);
    return { n, means: [rf(a.mean), rf(b.mean)], diff, low: diff - half, high: diff + half };
  }

  /**
   * 1 or −1 when a difference is both large enough to matter and clear of zero, else 0.
   * @param {Difference} d
   * @param {number} least
   */
  function direction({ diff, low, high }, least) {
    const shown = rf(diff, 2);
    if (shown >= least && low > 0) return 1;
    return shown <= -least && high < 0 ? -1 : 0;
  }

  /**
   * Mean of role `a` minus mean of role `b`, by dimension.
   * @param {Model} model
   * @param {Person[]} people
   * @param {string} a
   * @param {string} b
   * @returns {(GapDimension | Suppressed)[]}
   */
  function roleGap(model, people, a, b) {
    const of = [a, b].map((role) => people.filter((p) => p.role === role));
    return model.dims.map((dim) => {
      const [as, bs] = of.map((group) => scoresOf(dim, group, model.rules));
      return gapOf(dim.id, as, bs, model.rules);
    });
  }

  /**
   * One dimension's gap between two groups' scores.
   * @param {string} id
   * @param {number[]} as
   * @param {number[]} bs
   * @param {Rules} rules
   * @returns {GapDimension | Suppressed}
   */
  function gapOf(id, as, bs, rules) {
    if (Math.min(as.length, bs.length) < rules.min_group) return { id, status: "suppressed" };
    const d = difference(bs, as);
    const flag = { 1: "leaders_see_more", "-1": "frontline_sees_more", 0: "no_clear_gap" }[direction(d, rules.gap_flag)];
    return { id, status: "ok", n: d.n.reverse(), means: d.means.reverse(), gap: rf(d.diff), ci: [rf(d.low), rf(d.high)], flag };
  }

  /**
   * The next group to hide: the smallest visible one, then by name.
   * @param {Counts} counts
   * @param {Set<string>} hidden
   * @returns {string | undefined}
   */
  function smallestVisible(counts, hidden) {
    const open = Object.keys(counts).filter((g) => !hidden.has(g) && counts[g] > 0);
    return open.sort((a, b) => counts[a] - counts[b] || byText(a, b))[0];
  }

  /**
   * @param {Counts} counts
   * @param {Set<string>} hidden
   */
  const hiddenPeople = (counts, hidden) => sum(Object.keys(counts).filter((g) => hidden.has(g)).map((g) => counts[g]));

  /**
   * Which groups of one grouping may be shown, so that the rest cannot be had by subtraction from the total.
   * @param {Counts} counts
   * @param {number} min
   */
  function suppress(counts, min) {
    const groups = Object.keys(counts).sort(byText);
    const hidden = new Set(groups.filter((g) => counts[g] < min));
    while (hidden.size > 0 && hidden.size < groups.length && hiddenPeople(counts, hidden) < min) {
      hidden.add(/** @type {string} */ (smallestVisible(counts, hidden)));
    }
    return { show: groups.filter((g) => !hidden.has(g)), hide: groups.filter((g) => hidden.has(g)),
      show_total: sum(Object.values(counts)) >= min };
  }

  /**
   * Hides one more group wherever a dimension's hidden people are few enough to be guessed; true when it did.
   * @param {Record<string, Counts>} counts
   * @param {number} min
   * @param {Set<string>} hidden
   */
  function hideMore(counts, min, hidden) {
    const before = hidden.size;
    for (const dim of Object.keys(counts).sort(byText)) {
      const rest = hiddenPeople(counts[dim], hidden);
      const next = smallestVisible(counts[dim], hidden);
      if (rest > 0 && rest < min && next !== undefined) hidden.add(next);
    }
    return hidden.size > before;
  }

  /**
   * The same over all dimensions at once: a group hidden in one is hidden in all.
   * @param {Record<string, Counts>} counts scored people by dimension and group
   * @param {number} min
   */
  function suppressAll(counts, min) {
    const all = Object.values(counts);
    const groups = [...new Set(all.flatMap((c) => Object.keys(c)))].sort(byText);
    const hidden = new Set(groups.filter((g) => all.some((c) => (pick(c, g) ?? 0) > 0 && c[g] < min)));
    while (hideMore(counts, min, hidden));
    const total = Object.entries(counts).map(([dim, c]) => {
      const rest = hiddenPeople(c, hidden);
      return [dim, sum(Object.values(c)) >= min && (rest === 0 || rest >= min)];
    });
    return { show: groups.filter((g) => !hidden.has(g)), hide: groups.filter((g) => hidden.has(g)),
      total: Object.fromEntries(total) };
  }

  /**
   * The items of a dimension that mean the same in both versions.
   * @param {Dimension | undefined} old
   * @param {Dimension} dim
   */
  function commonItems(old, dim) {
    const revs = new Map((old?.items ?? []).map((it) => [it.id, it.rev]));
    return dim.items.filter((it) => revs.get(it.id) === it.rev);
  }

  /**
   * Enough of the weight is common in both versions.
   * @param {Dimension | undefined} old
   * @param {Dimension} dim
   * @param {Item[]} common
   * @param {number} pct
   * @returns {old is Dimension}
   */
  function comparable(old, dim, common, pct) {
    if (!old) return false;
    const ids = new Set(common.map((it) => it.id));
    const weight = (/** @type {Item[]} */ items) => sum(items.map((it) => it.w));
    return [old, dim].every(({ items }) => 100 * weight(items.filter((it) => ids.has(it.id))) >= pct * weight(items));
  }

  /**
   * Change between two waves on their common items, both scored with the newer weights.
   * @param {Model} model1
   * @param {Person[]} people1
   * @param {Model} model2
   * @param {Person[]} people2
   * @returns {(Change | NotComparable | Suppressed)[]}
   */
  function remeasure(model1, people1, model2, people2) {
    const { rules } = model2;
    return model2.dims.map((dim) => {
      const { id } = dim;
      const old = model1.dims.find((d) => d.id === id);
      const items = commonItems(old, dim);
      const common = items.map((it) => it.id);
      if (!comparable(old, dim, items, rules.bridge_pct)) return { id, status: "not_comparable", common };
      const [before, after] = [people1, people2].map((people) => scoresOf({ ...dim, items }, people, rules));
      if (Math.min(before.length, after.length) < rules.min_group) return { id, status: "suppressed" };
      const d = difference(before, after);
      const flag = { 1: "up", "-1": "down", 0: "within_noise" }[direction(d, rules.change_flag)];
      return { id, status: "ok", common, means: d.means, delta: rf(d.diff), ci: [rf(d.low), rf(d.high)], flag };
    });
  }

  Object.assign(portaat.score, { scoreGroup, gather, scoresIn, groupDim, joined, roleGap, gapOf, suppress, suppressAll, remeasure, wilson });
})();
