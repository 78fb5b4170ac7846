// Answers as a browser keeps them, for tests that begin with some already given.
import { data, key } from "./site.mjs";

/** The page that knows every question. */
export const full = (lang) => data("assessment/result", lang);
export const quick = (lang) => data("assessment/quick", lang);
export const itemsOf = (model) => model.dims.flatMap((dim) => dim.items);

/** Values in the order of the model's questions as { id: value }; null leaves one out. */
export function given(model, values) {
  return Object.fromEntries(itemsOf(model).map(({ id }, n) => [id, values[n % values.length]]).filter(([, value]) => value !== null));
}

/** What the storage of an edition holds after these answers: the entries of localStorage by name. */
export function storedAnswers(model, answers, evidence = {}, edition = "base") {
  const entry = ({ id, rev }) => [id, { rev, value: answers[id], ...(id in evidence ? { evidence: evidence[id] } : {}) }];
  const items = itemsOf(model).filter(({ id }) => id in answers);
  const envelope = { v: 1, model: model.id, fingerprint: "", saved: "2024-02-29T12:00:00.000Z", data: Object.fromEntries(items.map(entry)) };
  return { [`portaat:${edition}:answers`]: JSON.stringify(envelope) };
}

/** A device on which this edition's assessment was answered, with something of everything. */
export const storedResult = (lang) =>
  storedAnswers(full(lang), given(full(lang), [3, 4, 1, 2, "d", 5]), { genuine1: 2 }, key);

/** The stored entries of a page's device, {} when there are none. */
export const entriesOn = (page) =>
  page.evaluate(() => JSON.parse(localStorage.getItem("portaat:base:answers") ?? "{}").data ?? {});

/** Everything a page's device holds. */
export const storageOn = (page) => page.evaluate(() => ({ ...localStorage }));
