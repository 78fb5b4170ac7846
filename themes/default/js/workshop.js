// The workshop: one screen, one question at a time. Votes stay covered until all are in, then everybody sees them at once; the clock
// only advises. What is entered is kept on this device, so that a closed lid does not end the hour.
"use strict";

(() => {
  const portaat = /** @type {Portaat} */ (globalThis.portaat ??= {});
  const workshop = (portaat.workshop ??= /** @type {WorkshopParts} */ ({}));
  portaat.modules ??= {};
  const NAME = "team:assessment/workshop";

  /** @param {ParentNode} root @param {string} selector @returns {any} */
  function find(root, selector) {
    const found = root.querySelector(selector);
    if (!found) throw new Error(`the workshop has no ${selector}`);
    return found;
  }

  /** @param {string} name @param {string} text @param {string} [className] */
  const make = (name, text, className = "") => Object.assign(document.createElement(name), { textContent: text, className });

  /** How many said what, beside the descriptions. @param {Element} screen @param {Round} round */
  function bars(screen, round) {
    const found = workshop.all(round);
    const most = Math.max(1, ...Object.values(found));
    for (const cell of /** @type {NodeListOf<HTMLElement>} */ (screen.querySelectorAll("[data-count]"))) {
      const value = cell.dataset.count ?? "";
      const n = round.open ? found[value] : 0;
      const meter = Object.assign(document.createElement("meter"), { max: most, value: n });
      meter.setAttribute("aria-hidden", "true");
      cell.dataset.votes = round.open ? String(n) : "";
      cell.replaceChildren(...(round.open ? [meter, make("b", String(n))] : []), ...(round.open && round.first?.[value] ? [make("small", portaat.say(portaat.strings.workshop.first, { n: round.first[value] }))] : []));
    }
  }

  /** @param {Element} screen @param {Workshop} state @param {string} item */
  function votes(screen, state, item) {
    const words = portaat.strings.workshop;
    const round = state.rounds[item];
    const [given, wanted] = [workshop.count(workshop.all(round)), state.people];
    find(screen, "[data-given]").textContent = portaat.say(words.given, { n: given, all: wanted });
    find(screen, "[data-ballot]").hidden = round.open;
    find(screen, "[data-outcome]").hidden = !round.open;
    find(screen, "[data-reveal]").disabled = given === 0;
    find(screen, "[data-reveal]").textContent = given >= wanted ? words.reveal : words.reveal_now;
    find(screen, "[data-take-back]").disabled = workshop.count(round.hand) === 0;
    for (const button of screen.querySelectorAll("[data-vote]")) /** @type {HTMLButtonElement} */ (button).disabled = given >= wanted;
    const kind = workshop.reading(workshop.all(round));
    find(screen, "[data-reading]").textContent = kind === "near" ? portaat.say(words.near, { n: workshop.middle(workshop.all(round)) ?? "" }) : round.first && kind === "far" ? words.still_far : words[kind];
    find(screen, "[data-agreed]").value = round.agreed ? String(round.agreed) : "";
    find(screen, "[data-note]").value = round.note;
    bars(screen, round);
    const before = workshop.before?.[item];
    find(screen, "[data-last-time]").textContent = before && round.open ? portaat.say(words.last_time, { n: before }) : "";
  }

  /** What the hour came to. @param {HTMLElement} main @param {Workshop} state @param {Model} model */
  function close(main, state, model) {
    const words = portaat.strings.workshop;
    const given = workshop.answers(state);
    const result = portaat.score.scoreOne(model, given);
    const box = find(main, "[data-screen=close]");
    const { level } = result.overall;
    const name = (/** @type {string} */ id) => find(main, `[data-screen="${id}"] h2`).textContent ?? id;
    find(box, "[data-level]").textContent = level === null ? words.no_level : portaat.say(portaat.strings.result.headline, { n: level, name: find(main, `#levels [value="${level}"]`).textContent });
    find(box, "[data-level]").dataset.value = level === null ? "" : String(level);
    find(box, "tbody").replaceChildren(...model.dims.flatMap((dim) => dim.items.map(({ id }) => {
      const line = document.createElement("tr");
      const [now, before] = [state.rounds[id].agreed, workshop.before?.[id] ?? null];
      line.dataset.item = id;
      line.dataset.change = now && before ? (now > before ? "up" : now < before ? "down" : "same") : "";
      line.append(Object.assign(make("th", name(dim.id)), { scope: "row" }), make("td", before ? String(before) : "–"), make("td", now ? String(now) : words.open), make("td", state.rounds[id].note));
      return line;
    })));
    find(box, "[data-suggested]").replaceChildren(...result.actions.map(({ kind, dim }) => make("li", portaat.say(portaat.strings.result.act, { kind: portaat.strings.result.kind[kind], name: name(dim) }))));
    const link = find(box, "[data-result]");
    link.href = `${link.getAttribute("href").replace(/#.*/, "")}#r=${portaat.score.shareCode(model, given, null, "-")}`;
    find(box, "[data-parked]").textContent = state.parking || words.nothing_parked;
  }

  /** @param {HTMLElement} main @param {Workshop} state @param {number} began */
  function clock(main, state, began) {
    const words = portaat.strings.workshop;
    const seconds = Math.floor((Date.now() - began) / 1000);
    const time = (/** @type {number} */ s) => `${Math.floor(s / 60)}.${String(s % 60).padStart(2, "0")}`;
    find(main, "[data-clock]").textContent = portaat.say(seconds > 60 * state.minutes ? words.over : words.clock, { now: time(seconds), all: time(60 * state.minutes) });
  }

  /** @param {HTMLElement} main */
  function begin(main) {
    const model = /** @type {Model} */ (portaat.json("portaat-model-quick"));
    const full = /** @type {Model} */ (portaat.json("portaat-model"));
    const items = model.dims.flatMap((dim) => dim.items.map(({ id }) => id));
    const screens = /** @type {HTMLElement[]} */ ([...main.querySelectorAll("[data-screen]")]);
    const stamp = { model: model.id, fingerprint: portaat.score.fingerprint(model) };
    const read = portaat.team.reader([model, full]);
    const codes = new Set();
    const line = find(main, "[data-status-line]");
    let state = workshop.stateOf(model, portaat.read(NAME)?.data);
    let began = Date.now();

    const keep = () => {
      if (!portaat.write(NAME, state, stamp)) line.textContent = portaat.strings.workshop.refused;
    };
    const itemOf = () => items[state.at - 1];

    function draw() {
      screens.forEach((screen, n) => { screen.hidden = n !== state.at; });
      find(main, "[data-bar]").hidden = state.at === 0 || state.at > items.length;
      find(main, "[data-back]").hidden = state.at === 0;
      find(main, "[data-next]").hidden = state.at > items.length;
      find(main, "[data-next]").disabled = state.at === 0 && !state.consent;
      find(main, "[data-next]").textContent = state.at === 0 ? portaat.strings.workshop.start : state.at === items.length ? portaat.strings.workshop.finish : portaat.strings.workshop.next;
      find(main, "[data-parking]").value = state.parking;
      if (itemOf()) votes(screens[state.at], state, itemOf());
      else if (state.at > items.length) close(main, state, model);
    }

    /** @param {Partial<Workshop>} change */
    function change(change) {
      state = { ...state, ...change };
      keep();
      draw();
    }

    /** @param {(round: Round) => Round} act */
    const turn = (act) => change({ rounds: { ...state.rounds, [itemOf()]: act(state.rounds[itemOf()]) } });

    /** @param {number} at */
    function go(at) {
      began = Date.now();
      change({ at });
      const head = find(screens[at], "h2");
      head.tabIndex = -1;
      head.focus();
    }

    /** Votes out of phones' codes, for every question at once; a code counts once. @param {string} text */
    function phones(text) {
      const found = [...portaat.team.linesOf(text)].flatMap(([, row]) => portaat.team.codesIn(row, read));
      const fresh = found.filter(({ member }) => member && !codes.has(member.code)).map(({ member }) => /** @type {Member} */ (member));
      const unique = [...new Map(fresh.map((one) => [one.code, one])).values()];
      const rounds = Object.fromEntries(items.map((id) => {
        const said = Object.fromEntries(workshop.VALUES.map((value) => [value, unique.filter(({ answers }) => String(answers[id]) === value).length]));
        return [id, { ...state.rounds[id], phones: workshop.plus(state.rounds[id].phones, said) }];
      }));
      for (const { code } of unique) codes.add(code);
      const wrong = found.filter(({ trouble }) => trouble).length;
      const sum = state.codes + unique.length;
      change({ rounds, codes: sum, people: Math.max(state.people, sum) });
      fields();
      find(main, "[data-phone-line]").textContent = portaat.say(portaat.strings.workshop.phones, { n: sum, wrong });
    }

    function fields() {
      find(main, "[data-people]").value = String(state.people);
      find(main, "[data-minutes]").value = String(state.minutes);
      find(main, "[data-consent]").checked = state.consent;
      main.querySelectorAll("[data-actions] > li").forEach((item, n) => item.querySelectorAll("input").forEach((input, k) => { input.value = Object.values(state.actions[n])[k]; }));
    }

    Object.assign(workshop, { state: () => state, models: () => [model, full], redraw: draw,
      restore: (/** @type {unknown} */ found) => (state = workshop.stateOf(model, found), keep(), fields(), draw()) });

    const acts = /** @type {Record<string, (target: HTMLElement) => unknown>} */ ({
      next: () => go(state.at + 1), back: () => go(state.at - 1),
      vote: (button) => turn((one) => workshop.vote(one, button.dataset.vote ?? "")),
      reveal: () => turn(workshop.reveal), again: () => turn(workshop.again),
      "take-back": () => turn(workshop.empty),
    });
    main.addEventListener("click", ({ target }) => {
      const button = target instanceof Element ? /** @type {HTMLElement | null} */ (target.closest("button")) : null;
      for (const name of Object.keys(acts)) if (button?.hasAttribute(`data-${name}`)) acts[name](button);
      if (button?.dataset.export || button?.hasAttribute("data-clear")) void portaat.result.later(main, line, () => workshop.press(main, button));
    });
    main.addEventListener("input", ({ target }) => {
      const field = /** @type {HTMLInputElement} */ (target);
      const is = (/** @type {string} */ name) => field.hasAttribute(`data-${name}`);
      if (is("people")) change({ people: Math.min(50, Math.max(2, state.codes, Number(field.value) || 2)) });
      if (is("minutes")) change({ minutes: Math.min(30, Math.max(1, Number(field.value) || 3)) });
      if (is("consent")) change({ consent: field.checked });
      if (is("parking")) { state.parking = field.value; keep(); }
      if (is("note")) { state.rounds[itemOf()].note = field.value; keep(); }
      if (is("agreed")) turn((one) => ({ ...one, agreed: Number(field.value) || null }));
      if (is("phones")) phones(field.value);
      if (is("before")) void portaat.result.later(main, line, () => workshop.openBefore(main, field));
      if (field.closest("[data-actions]")) {
        state.actions = [...main.querySelectorAll("[data-actions] > li")].map((item) => {
          const [what, who, by] = [...item.querySelectorAll("input")].map(({ value }) => value);
          return { what, who, by };
        });
        keep();
      }
    });
    setInterval(() => clock(main, state, began), 1000);
    fields();
    draw();
    clock(main, state, began);
  }

  Object.assign(workshop, { find, make });
  portaat.modules.workshop = begin;
})();
