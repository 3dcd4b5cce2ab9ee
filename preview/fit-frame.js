// @ts-check

/**
 * Gives a frame its width in CSS pixels and makes it smaller, as a picture, where there is not the room.
 * @param {HTMLElement} box
 * @param {number} widthPx
 * @param {number} roomPx
 * @returns {number} what it is shown at: 1 is full size
 */
export function fitFrame(box, widthPx, roomPx) {
  const scale = roomPx > 0 ? Math.min(1, roomPx / widthPx) : 1;
  box.style.setProperty("--frame-width", `${widthPx}px`);
  box.style.setProperty("--frame-scale", String(scale));
  return scale;
}

/**
 * The room inside an element’s padding, in CSS pixels.
 * @param {HTMLElement} desk
 */
export function roomIn(desk) {
  const { paddingLeft, paddingRight, paddingTop, paddingBottom } = getComputedStyle(desk);
  return {
    width: desk.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight),
    height: desk.clientHeight - Number.parseFloat(paddingTop) - Number.parseFloat(paddingBottom),
  };
}
