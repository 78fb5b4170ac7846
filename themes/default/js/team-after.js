// What follows from the numbers, loaded when there are some: the map of the two parts, what to talk about and where to begin.
"use strict";

(() => {
  const portaat = /** @type {Portaat} */ (globalThis.portaat ??= {});
  const team = (portaat.team ??= /** @type {TeamParts} */ ({}));
  const MOST = 3;

  /** What stands in the page about a dimension: its key question, the way to its chapter. @param {string} dim */
  function textsOf(dim) {
    const box = /** @type {HTMLTemplateElement} */ (document.getElementById("texts")).content.querySelector(`[data-dimension="${dim}"]`);
    return { question: box?.querySelector("p")?.textContent ?? "", links: [...(box?.querySelectorAll("a") ?? [])].map((link) => /** @type {HTMLAnchorElement} */ (link.cloneNode(true))) };
  }

  /** @param {string} dim @param {string} title @param {string} lead @param {string[]} asks */
  function talk(dim, title, lead, asks) {
    const item = document.createElement("li");
    const body = document.createElement("div");
    const list = document.createElement("ul");
    const { question, links } = textsOf(dim);
    const line = team.make("p", "", "ui row");
    list.append(...asks.map((ask) => team.make("li", ask)));
    line.append(...links);
    body.append(team.make("h3", title), team.make("p", lead), ...(question ? [team.make("p", portaat.say(portaat.strings.team.guide.question, { text: question }))] : []), list, line);
    item.append(body);
    item.dataset.talk = dim;
    return item;
  }

  /** @param {Seen} seen */
  function guide(seen) {
    const { main, result } = seen;
    const gaps = team.widest(seen);
    const words = portaat.strings.team.guide;
    const flagged = gaps.filter(({ flag }) => flag !== "no_clear_gap").slice(0, MOST);
    const divided = result.dims.flatMap((d) => (d.status === "ok" && d.contested ? d : []));
    const title = (/** @type {string} */ dim, /** @type {string} */ why) => portaat.say(words.title, { name: team.nameOf(dim), why });
    const items = [
      ...flagged.map((one) => talk(one.id, title(one.id, portaat.strings.team.gap.flag[one.flag]),
        portaat.say(words.means, { l: team.number(one.means[0]), f: team.number(one.means[1]) }), words.asks[one.flag])),
      ...divided.filter(({ id }) => !flagged.some((one) => one.id === id)).map((d) => talk(d.id, title(d.id, portaat.strings.team.contested), words.divided, words.asks.contested)),
    ];
    const box = team.find(main, "[data-guide]");
    box.hidden = items.length === 0;
    team.find(box, "ol").replaceChildren(...items);
  }

  /** The lowest dimensions on which people agree well enough to act. @param {Seen} seen @returns {GroupDimension[]} */
  function lowest({ model, result }) {
    const ok = result.dims.flatMap((d) => (d.status === "ok" && !d.contested && d.score < model.rules.target ? d : []));
    return ok.sort((a, b) => a.level - b.level || a.score - b.score).slice(0, MOST);
  }

  /** @param {Seen} seen */
  function start(seen) {
    const words = portaat.strings.team;
    const all = lowest(seen);
    const box = team.find(seen.main, "[data-start]");
    box.hidden = all.length === 0;
    box.replaceChildren(...all.map((d) => {
      const item = document.createElement("li");
      const body = document.createElement("div");
      const line = team.make("p", "", "ui row");
      const { question, links } = textsOf(d.id);
      line.append(...links);
      body.append(team.make("h3", portaat.say(words.begin_with, { name: team.nameOf(d.id), n: d.level, mean: team.number(d.mean) })),
        ...(question ? [team.make("p", portaat.say(words.guide.question, { text: question }))] : []), line);
      item.append(body);
      item.dataset.start = d.id;
      return item;
    }));
  }

  /** How the parts stand to each other. @param {Seen} seen */
  function profile({ main, model, result: { parts, profile: found } }) {
    const words = portaat.strings.result;
    const [first, second] = parts.map(({ score }) => score);
    const far = first !== null && second !== null && Math.min(first, second) >= model.rules.thresholds[3];
    const kind = !found ? "none" : found.kind === "in_step" ? `in_step_${far ? "high" : "low"}` : found.kind;
    const box = team.find(main, "[data-profile]");
    box.dataset.profile = kind;
    team.find(box, "[data-reading]").textContent = words.reading[kind];
    team.find(box, "[data-reading-text]").textContent = words.reading_text[kind];
  }

  /** @param {Seen} seen */
  function map({ main, model, result: { parts, profile } }) {
    const words = portaat.strings.result;
    const box = team.find(main, "[data-map]");
    const [first, second] = parts.map(({ score }) => score);
    box.hidden = !profile || first === null || second === null;
    if (box.hidden) return box.replaceChildren();
    const names = parts.map(({ id }) => team.find(main, `tbody[data-part="${id}"] .part th`).textContent ?? "");
    const reading = team.find(main, "[data-reading]").textContent ?? "";
    const title = portaat.say(words.map, { first: names[0], second: names[1], a: team.number((first ?? 0) / 100), b: team.number((second ?? 0) / 100), reading });
    box.replaceChildren(portaat.result.map({ title, first: first ?? 0, second: second ?? 0, names, gap: model.rules.profile_gap }));
  }

  /** @param {Seen} seen */
  async function after(seen) {
    const steps = function* () {
      for (const part of [profile, map, team.gap, team.apart, guide, start]) yield void portaat.attempt(() => part(seen));
    };
    await team.work(steps(), () => team.seen === seen);
    await team.waves(seen).catch((error) => portaat.attempt(() => { throw error; }));
  }

  Object.assign(team, { after, lowest });
})();
