// The same team earlier: only questions that both times asked alike are compared, and a difference is named only when it is large
// enough to matter and clear of chance.
"use strict";

/** @typedef {{ saved: string, model: Model, people: Member[] }} Earlier */

(() => {
  const portaat = /** @type {Portaat} */ (globalThis.portaat ??= {});
  const team = (portaat.team ??= /** @type {TeamParts} */ ({}));
  const LASTING = 0.7;

  /** Whether both times may be shown, beside all that has been shown before. @param {Seen} seen @param {Dimension} dim @param {Member[][]} both */
  function open({ model, past }, dim, both) {
    return both.every((people) => {
      const scores = portaat.score.scoresIn(dim, portaat.score.gather(dim, people), model.rules);
      return team.cut(past, team.topic(dim), team.labels(past, people, people.length, (_, k) => (scores[k] === null ? 0 : 1)), model.rules.min_group);
    });
  }

  /** Each dimension against the people it shows. @param {Earlier} earlier @param {Seen} seen @returns {Generator<void, (Change | NotComparable | Suppressed)[]>} */
  function* changes(earlier, seen) {
    const all = [];
    for (const [n, dim] of seen.model.dims.entries()) {
      const [one] = portaat.score.remeasure(earlier.model, earlier.people, { ...seen.model, dims: [dim] }, seen.people[n]);
      yield;
      const common = one.status === "ok" ? { ...dim, items: dim.items.filter(({ id }) => one.common.includes(id)) } : dim;
      all.push(one.status !== "ok" || open(seen, common, [earlier.people, seen.people[n]]) ? one : /** @type {Suppressed} */ ({ id: dim.id, status: "suppressed" }));
      yield;
    }
    return all;
  }

  /** The lowest of many tends to rise by itself: what it would be without any change. @param {(Change | NotComparable | Suppressed)[]} all */
  function regression(all) {
    const ok = all.flatMap((one) => (one.status === "ok" ? one : []));
    const lowest = [...ok].sort((a, b) => a.means[0] - b.means[0])[0];
    if (ok.length < 3 || lowest.delta <= 0) return null;
    const mean = portaat.score.sum(ok.map(({ means }) => means[0])) / ok.length;
    return { id: lowest.id, before: lowest.means[0], expected: mean + LASTING * (lowest.means[0] - mean) };
  }

  /** @param {Change | NotComparable | Suppressed} one */
  function row(one) {
    const words = portaat.strings.team.wave;
    const line = document.createElement("tr");
    const ok = one.status === "ok" ? one : null;
    const say = team.make("td", "", "say");
    say.append(team.make("span", ok ? words.flag[ok.flag] : words.status[one.status], ok && ok.flag !== "within_noise" ? "flag" : "remark"));
    if (ok) say.append(team.make("span", portaat.say(words.range, { delta: team.number(ok.delta), range: team.range(ok.ci) }), "small remark"));
    line.append(Object.assign(team.make("th", team.nameOf(one.id)), { scope: "row" }), ...[0, 1].map((n) => team.make("td", ok ? team.number(ok.means[n]) : "–", "val")), say);
    team.mark(line, { change: one.id, flag: ok ? ok.flag : null, status: one.status });
    return line;
  }

  /** @param {Seen} seen */
  async function waves(seen) {
    const { earlier } = team;
    const words = portaat.strings.team.wave;
    const box = team.find(seen.main, "[data-waves]");
    const all = earlier ? await team.work(changes(earlier, seen), () => team.seen === seen && team.earlier === earlier) : [];
    if (!all) return;
    team.changes = all;
    team.find(box, "table").hidden = team.find(box, "[data-wave-note]").hidden = all.length === 0;
    if (!earlier) return void (team.find(box, "[data-wave-text]").textContent = "");
    team.find(box, "tbody").replaceChildren(...all.map(row));
    team.find(box, "[data-wave-text]").textContent = portaat.say(words.compared, { date: team.dayOf(earlier.saved), n: portaat.plural(portaat.strings.team.people, earlier.people.length) });
    const fall = regression(all);
    team.find(box, "[data-wave-note]").textContent = [words.rule, ...(fall ? [portaat.say(words.regression, { name: team.nameOf(fall.id), score: team.number(fall.before), expected: team.number(fall.expected) })] : [])].join(" ");
  }

  /** @param {HTMLElement} main @param {HTMLInputElement} input */
  async function openEarlier(main, input) {
    const words = portaat.strings.team.wave;
    const line = team.find(main, "[data-file-line]");
    const [chosen] = input.files ?? [];
    if (!chosen) return;
    const undo = team.memory(main);
    const found = team.json(await chosen.text().catch(() => ""));
    const file = found && team.teamFile(found);
    input.value = "";
    if (!file) return void (line.textContent = words.unreadable);
    const people = (await team.work(team.members(file), () => true)) ?? [];
    team.earlier = { saved: file.saved, model: /** @type {Model} */ (/** @type {unknown} */ (file.model)), people };
    await team.refresh();
    portaat.store.offerUndo(line, portaat.say(words.opened, { n: portaat.plural(portaat.strings.team.people, people.length) }), undo, portaat.strings.team.restored);
  }

  Object.assign(team, { waves, openEarlier, changesSince: changes });
})();
