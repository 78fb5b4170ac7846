// The controls of a worksheet: reading and filling them, rows that are added, what is drawn and counted from them.
// None of this knows where the values are kept.
"use strict";

(() => {
  /** @type {Portaat} */
  const { worksheet } = globalThis.portaat;
  const grows = !CSS.supports("field-sizing", "content");

  /**
   * @param {ParentNode} root
   * @param {string} [start]
   * @returns {NodeListOf<Control>}
   */
  const controls = (root, start = "") => root.querySelectorAll(`[name${start && `^="${start}."`}]`);

  /** @param {Control} control */
  const ticks = ({ type }) => type === "radio" || type === "checkbox";

  /** @param {Control} control */
  const valueOf = (control) => (ticks(control) && !control.checked ? "" : control.value);

  /**
   * @param {Control} control
   * @param {string} value
   */
  function put(control, value) {
    if (ticks(control)) control.checked = control.value === value;
    else if (control.value !== value) control.value = value;
  }

  /**
   * @param {ParentNode} root
   * @returns {Shape}
   */
  function shapeOf(root) {
    const shape = new Map();
    for (const control of controls(root)) {
      const { name, type, options } = control;
      const choices = ticks(control) ? [control.value] : options && [...options].map(({ value }) => value);
      shape.set(name, choices ? choices.concat(shape.get(name) ?? []) : type);
    }
    return shape;
  }

  /** @param {Element} body */
  function addRow(body) {
    const row = /** @type {HTMLElement} */ (body.lastElementChild?.cloneNode(true));
    const n = (row.dataset.row = String(body.children.length + 1));
    for (const control of controls(row)) {
      control.name = control.name.replace(/\.\d+\./, `.${n}.`);
      control.setAttribute("aria-label", control.getAttribute("aria-label")?.replace(/\d+(?=\D*$)/, n) ?? "");
      put(control, "");
    }
    body.append(row);
    return controls(row)[0];
  }

  /**
   * Gives every table that grows the rows it needs, and with `exactly` no more than those and the ones it began with.
   * @param {HTMLElement} root
   * @param {Filled} values
   * @param {boolean} [exactly]
   */
  function fitRows(root, values, exactly) {
    for (const button of /** @type {NodeListOf<HTMLButtonElement>} */ (root.querySelectorAll("[data-add]"))) {
      const part = button.dataset.add ?? "";
      const body = /** @type {HTMLElement} */ (root.querySelector(`[data-part="${part}"] [data-rows]`));
      const { children, dataset } = body;
      const needed = Math.max(Number((dataset.rows ||= String(children.length))), worksheet.lastRow(part, values));
      const full = () => void (button.hidden = children.length >= worksheet.ROWS);
      while (children.length < needed) addRow(body);
      while (exactly && children.length > needed) children[needed].remove();
      button.onclick = () => (addRow(body).focus(), full());
      full();
    }
  }

  /**
   * @param {HTMLElement} root
   * @param {SVGElement} wheel
   */
  function turn(root, wheel) {
    const { wheel: part = "", cx, cy, r } = wheel.dataset;
    for (const line of /** @type {NodeListOf<SVGElement>} */ (wheel.querySelectorAll("[data-series]"))) {
      /** @type {Record<string, number>} */
      const ratings = {};
      for (const radio of controls(root, [part, line.dataset.series].filter(Boolean).join("."))) {
        ratings[radio.name] ||= Number(valueOf(radio));
      }
      line.setAttribute("points", worksheet.corners(Object.values(ratings), Number(cx), Number(cy), Number(r)));
    }
  }

  /**
   * What follows from the controls: wheels, cards in a pile, dates that paper leaves blank.
   * @param {HTMLElement} root
   */
  function draw(root) {
    for (const wheel of /** @type {NodeListOf<SVGElement>} */ (root.querySelectorAll("[data-wheel]"))) turn(root, wheel);
    for (const count of /** @type {NodeListOf<HTMLOutputElement>} */ (root.querySelectorAll("[data-count]"))) {
      const [part, pile] = (count.dataset.count ?? "").split(".");
      count.value = String([...controls(root, part)].filter((radio) => valueOf(radio) === pile).length);
    }
    for (const control of controls(root)) {
      if (control.type === "date") control.toggleAttribute("data-empty", !control.value);
      if (grows && control.rows) while (control.scrollHeight > control.clientHeight && control.rows < 40) control.rows += 1;
    }
  }

  /**
   * @param {HTMLElement} root
   * @param {Filled} values
   * @param {boolean} [exactly] no more rows than these values need
   */
  function fill(root, values, exactly) {
    fitRows(root, values, exactly);
    for (const control of controls(root)) put(control, values[control.name] ?? "");
    draw(root);
  }

  Object.assign(worksheet, { valueOf, shapeOf, draw, fill });
})();
