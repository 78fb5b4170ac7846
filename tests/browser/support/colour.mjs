// Colours as they are painted, whatever colour space a style names them in.

/** How light a colour of an element is, from 0 to 1, over white. */
export const lightness = (page, selector, property) => page.evaluate(([where, which]) => {
  const pen = Object.assign(document.createElement("canvas"), { width: 1, height: 1 }).getContext("2d");
  for (const colour of ["#fff", getComputedStyle(document.querySelector(where))[which]]) {
    pen.fillStyle = colour;
    pen.fillRect(0, 0, 1, 1);
  }
  const [red, green, blue] = pen.getImageData(0, 0, 1, 1).data;
  return (red + green + blue) / 765;
}, [selector, property]);
