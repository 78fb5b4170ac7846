// As much of a page as the shipped scripts touch before anything is drawn: storage that can refuse, data scripts, listeners.
// What needs a real page is tested in a browser.
import { load } from "./support.mjs";

/** A storage area; `refuse` makes it throw on every access, as some browsers do. */
export function storage(initial = {}) {
  const items = new Map(Object.entries(initial));
  const area = { refuse: false, items };
  const guarded = (act) => (...args) => {
    if (area.refuse) throw new Error("refused");
    return act(...args);
  };
  return Object.assign(area, {
    getItem: guarded((key) => items.get(key) ?? null),
    setItem: guarded((key, value) => void items.set(key, String(value))),
    removeItem: guarded((key) => void items.delete(key)),
  });
}

/** The globals of a page; `data` are its JSON scripts by id, `listeners` what the scripts wait for. */
export function page({ data = {}, area = storage(), key = "base", hash = "" } = {}) {
  const listeners = {};
  const document = {
    documentElement: { dataset: { key }, lang: "fi" },
    getElementById: (id) => (Object.hasOwn(data, id) ? { textContent: JSON.stringify(data[id]) } : null),
    querySelector: () => null,
    querySelectorAll: () => [],
    addEventListener: () => {},
  };
  const addEventListener = (type, act) => void (listeners[type] ??= []).push(act);
  return { document, localStorage: area, location: { hash }, addEventListener, listeners, console: { error: () => {} } };
}

/** `portaat` of such a page after the named scripts. */
export const open = (names, options) => load(names, page(options)).portaat;
