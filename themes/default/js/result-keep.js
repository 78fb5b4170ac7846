// Making a result that came by link or file one's own: what it would change is said first, and it can be taken back.
"use strict";

(() => {
  const portaat = /** @type {Portaat} */ (globalThis.portaat ??= {});
  const result = (portaat.result ??= /** @type {ResultParts} */ ({}));

  const PLANS = "answers:assessment/result";

  /**
   * The entries a code stands for, as the form would have stored them.
   * @param {Shown} shown
   * @returns {Entries}
   */
  function entriesOf({ model, answers, evidence }) {
    const given = model.dims.flatMap((dim) => dim.items).filter((it) => Object.hasOwn(answers, it.id));
    return Object.fromEntries(given.map(({ id, rev }) => {
      const value = /** @type {Answer} */ (answers[id]);
      const proof = evidence && Number(value) >= 3 ? { evidence: evidence[id] ?? 0 } : {};
      return [id, { rev, value, ...proof }];
    }));
  }

  /** What the device would hold: the result's answers, and of the rest what the result says nothing about. @param {Shown} shown @returns {Entries} */
  function after(shown) {
    const asked = new Set(result.models()[0].dims.flatMap((dim) => dim.items.map(({ id }) => id)));
    const rest = Object.entries(portaat.store.entries()).filter(([id]) => !asked.has(id));
    const said = result.statements().map((id, n) => [id, { rev: 1, value: shown.talk?.[n] }]).filter(() => shown.talk);
    const about = Object.entries({ "profile-role": shown.role, "profile-function": shown.function }).filter(([, value]) => value && value !== "-")
      .map(([id, value]) => [id, { rev: 1, value }]);
    return { ...Object.fromEntries(rest), ...entriesOf(shown), ...Object.fromEntries(said), ...Object.fromEntries(about) };
  }

  /** The page as it is for a result whose owner has changed; what it says about that stays. @param {HTMLElement} line */
  function redraw(line) {
    dispatchEvent(new Event("hashchange"));
    line.hidden = false;
  }

  /** Who does what by when, written to somebody else's result, goes along. @returns {() => void} takes it back */
  function keepPlans() {
    const [typed, before] = [Object.entries(result.plans(false)), portaat.read(PLANS)?.data];
    for (const [dim, plan] of typed) result.putPlan(dim, plan, true);
    return () => void (typed.length && (before ? portaat.write(PLANS, before) : portaat.store.remove(PLANS)));
  }

  /** @param {HTMLElement} main @param {Shown} shown */
  function keep(main, shown) {
    const before = portaat.store.entries();
    const words = portaat.strings.result;
    const line = result.find(main, "[data-status-line]");
    line.hidden = false;
    if (!portaat.store.replace(after(shown))) {
      line.textContent = portaat.strings.store.refused;
      return;
    }
    const takeBack = keepPlans();
    redraw(line);
    const undo = () => {
      if (Object.keys(before).length) portaat.store.replace(before);
      else portaat.store.clear();
      takeBack();
      redraw(line);
    };
    portaat.store.offerUndo(line, words.kept, undo, words.restored);
  }

  /** What keeping a result would do to the answers on the device. @param {Shown} shown */
  function changes(shown) {
    const [before, to] = [portaat.store.entries(), after(shown)];
    const [old, next] = [before, to].map((entries) => Object.keys(entries));
    const value = (/** @type {Entry} */ { value: said, evidence }) => `${said} ${evidence ?? ""}`;
    return { added: next.filter((id) => !Object.hasOwn(before, id)).length, removed: old.filter((id) => !Object.hasOwn(to, id)).length,
      changed: next.filter((id) => Object.hasOwn(before, id) && value(before[id]) !== value(to[id])).length };
  }

  /** @param {HTMLElement} main @param {Shown} shown */
  function tellChanges(main, shown) {
    const some = Object.keys(portaat.store.entries()).length > 0;
    result.find(main, "[data-changes]").textContent = some ? portaat.say(portaat.strings.result.changes, changes(shown)) : "";
  }

  Object.assign(result, { entriesOf, changes, keep, tellChanges });
})();
