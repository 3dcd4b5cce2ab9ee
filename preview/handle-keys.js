// @ts-check

/**
 * Makes the listener for the keys of the preview. Keys with Ctrl, Alt or Meta belong to the browser, and letters to a field
 * that is being written in.
 * @param {Readonly<Record<string, () => void>>} actions by key
 * @returns {(event: KeyboardEvent) => void}
 */
export function handleKeys(actions) {
  return (event) => {
    const action = Object.hasOwn(actions, event.key) ? actions[event.key] : undefined;
    if (!action || event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented) return;
    if (event.key !== "Escape" && isWriting(event.target)) return;
    event.preventDefault();
    action();
  };
}

/**
 * Duck-typed: elements inside a frame are of that frame’s classes.
 * @param {EventTarget | null} target
 */
function isWriting(target) {
  if (target === null || !("matches" in target)) return false;
  return /** @type {Element} */ (target).matches(
    "select, textarea, [contenteditable], input:not([type=radio], [type=checkbox], [type=range], [type=color])",
  );
}
