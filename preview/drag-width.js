// @ts-check

/** Steps of the arrow keys, alone and with Shift, in CSS pixels. */
const STEP_PX = 10;
const LARGE_STEP_PX = 100;

/**
 * Lets a handle at the right edge of a centred box change its width, by pointer or by arrow keys.
 * @param {HTMLElement} handle
 * @param {{ now: () => number, change: (widthPx: number) => void }} width
 */
export function dragWidth(handle, { now, change }) {
  handle.addEventListener("pointerdown", (event) => {
    event.preventDefault();
    handle.focus();
    handle.setPointerCapture(event.pointerId);
    const [startX, startPx] = [event.clientX, now()];
    document.body.dataset.dragging = "width";

    /** @param {PointerEvent} moved */
    // The box is centred: it grows by as much on the other side.
    const move = ({ clientX }) => change(startPx + 2 * (clientX - startX));
    const end = () => {
      handle.removeEventListener("pointermove", move);
      delete document.body.dataset.dragging;
    };
    handle.addEventListener("pointermove", move);
    handle.addEventListener("lostpointercapture", end, { once: true });
  });
  handle.addEventListener("keydown", ({ key, shiftKey }) => {
    const step = shiftKey ? LARGE_STEP_PX : STEP_PX;
    if (key === "ArrowRight") change(now() + step);
    if (key === "ArrowLeft") change(now() - step);
  });
}
