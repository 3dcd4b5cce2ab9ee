// @ts-check

import { element } from "./element.js";
import { findingItem, SEVERITY_WORDS } from "./finding-item.js";
import { part } from "./part.js";

/**
 * @typedef {import("../src/preview/preview-api.ts").PreviewState} PreviewState
 * @typedef {import("../src/preview/preview-api.ts").Finding} Finding
 */

const ORDER = /** @type {const} */ (["error", "warning", "info"]);

/**
 * The panel of findings, errors first, and their numbers on its button.
 * @param {(finding: Finding) => void} open
 * @returns {{ show: (state: PreviewState) => void }}
 */
export function openFindings(open) {
  const list = part("finding-list", HTMLOListElement);
  const note = part("findings-note", HTMLElement);
  const counts = part("counts", HTMLElement);
  let shown = "";

  return {
    show({ findings }) {
      // Rewritten only when they have changed: what is selected or has the focus stays.
      const now = JSON.stringify(findings);
      if (now === shown) return;
      shown = now;
      const sorted = ORDER.flatMap((severity) => findings.filter((finding) => finding.severity === severity));
      const items = sorted.map((finding) => findingItem(finding, open));
      list.replaceChildren(
        ...(items.length > 0 ? items : [element("li", { class: "empty" }, ["Nothing to mend."])]),
      );
      note.textContent = summaryOf(findings) ?? "";
      counts.replaceChildren(...ORDER.flatMap((severity) => badge(severity, findings)));
    },
  };
}

/**
 * @param {typeof ORDER[number]} severity
 * @param {readonly Finding[]} findings
 */
function badge(severity, findings) {
  const count = findings.filter((finding) => finding.severity === severity).length;
  if (count === 0) return [];
  const name = SEVERITY_WORDS[severity][count === 1 ? 0 : 1];
  return [
    element("span", { class: "count", "data-severity": severity }, [
      String(count),
      element("span", { class: "unseen" }, [` ${name} `]),
    ]),
  ];
}

/**
 * @param {readonly Finding[]} findings
 * @returns {string | null} “2 errors, 1 note”
 */
export function summaryOf(findings) {
  const counted = ORDER.flatMap((severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length;
    return count === 0 ? [] : [`${count} ${SEVERITY_WORDS[severity][count === 1 ? 0 : 1]}`];
  });
  return counted.length === 0 ? null : counted.join(", ");
}
