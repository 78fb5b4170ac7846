// What a worksheet may hold, without the page: names, values, the file one takes along, the shape of a wheel.
// Files and storage may have been written by anybody, so nothing in them is used before it has been measured here.
"use strict";

/** @typedef {string[] | string} Kind the values one can choose, or the type of the control */
/** @typedef {Map<string, Kind>} Shape what the sheet can hold, by name; of a table that grows, its first row */
/** @typedef {{ values?: Filled, left?: number, other?: string }} Opened nothing at all when the file cannot be used */

(() => {
  /** @type {Portaat} */
  const portaat = (globalThis.portaat ??= {});
  const ROWS = 40;
  const LONGEST = 4000;

  /** @param {string} value */
  const isDay = (value) => JSON.stringify(new Date(value)).startsWith(`"${value}T`);

  /**
   * @param {Kind | undefined} kind
   * @param {unknown} value
   */
  function fits(kind, value) {
    if (!kind || !value || typeof value !== "string" || value.length > LONGEST) return false;
    return Array.isArray(kind) ? kind.includes(value) : kind !== "date" || isDay(value);
  }

  /**
   * The rows of a table differ by their number only: what the first can hold, all can.
   * @param {string} name
   */
  const inFirstRow = (name) => name.replace(/\.([1-9]\d?)\./, (row, n) => (n > ROWS ? row : ".1."));

  /**
   * @param {unknown} found
   * @returns {Record<string, unknown>}
   */
  const record = (found) => (Object(found) === found ? { .../** @type {object} */ (found) } : {});

  /**
   * What the sheet can show of what was found.
   * @param {Shape} shape
   * @param {unknown} found
   * @returns {Filled}
   */
  function usable(shape, found) {
    const fitting = Object.entries(record(found)).filter(([name, value]) => fits(shape.get(inFirstRow(name)), value));
    return /** @type {Filled} */ (Object.fromEntries(fitting));
  }

  /**
   * Changes on top of what there was; what is empty is not kept.
   * @param {unknown} before
   * @param {Values} [changes]
   */
  const merge = (before, changes) =>
    Object.fromEntries(Object.entries({ ...record(before), ...changes }).filter(([, value]) => value !== ""));

  /**
   * The last row of a table that has something in it, 0 when none has.
   * @param {string} part
   * @param {Filled} values
   */
  const lastRow = (part, values) =>
    Math.max(0, ...Object.keys(values).map((name) => (name.startsWith(`${part}.`) ? Number(name.split(".")[1]) : 0)));

  /**
   * @param {string} page
   * @param {Filled} values
   */
  const fileOf = (page, values) =>
    JSON.stringify({ portaat: "worksheet", v: 1, page, lang: portaat.lang, saved: new Date().toISOString(), values }, null, 2);

  /**
   * @param {string} text
   * @param {string} page
   * @param {Shape} shape
   * @returns {Opened}
   */
  function open(text, page, shape) {
    try {
      const file = JSON.parse(text);
      if (file.portaat !== "worksheet" || file.v !== 1 || !/^[\w/-]{1,80}$/.test(file.page)) return {};
      if (file.page !== page) return { other: file.page };
      const values = usable(shape, file.values);
      return { values, left: Object.keys(record(file.values)).length - Object.keys(values).length };
    } catch {
      return {};
    }
  }

  /**
   * How many fields would be filled and how many written over.
   * @param {Filled} now
   * @param {Filled} values
   */
  function difference(now, values) {
    const changed = Object.keys(values).filter((name) => values[name] !== now[name]);
    const replaced = changed.filter((name) => now[name]).length;
    return { filled: changed.length - replaced, replaced };
  }

  /**
   * The corners of a rating. Unless all are there, the way leads back along itself, so that the shape stays open.
   * @param {number[]} ratings 1–5 clockwise from the top, 0 for none
   * @param {number} cx
   * @param {number} cy
   * @param {number} r
   */
  function corners(ratings, cx, cy, r) {
    const gap = ratings.indexOf(0);
    const spots = ratings.map((rating, n) => {
      const [turn, far] = [(2 * Math.PI * n) / ratings.length, (r * rating) / 5];
      return rating ? [(cx + far * Math.sin(turn)).toFixed(1), (cy - far * Math.cos(turn)).toFixed(1)].join() : "";
    });
    const way = [...spots.slice(gap + 1), ...spots.slice(0, gap + 1)].filter(Boolean);
    return (gap < 0 ? way : [...way, ...way.slice(1, -1).reverse()]).join(" ");
  }

  Object.assign(portaat, { worksheet: { ROWS, usable, merge, lastRow, fileOf, open, difference, corners } });
})();
