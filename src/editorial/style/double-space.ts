import { finding } from "../finding.ts";
import type { Rule } from "../rule.ts";
import { GUIDELINES } from "./guidelines.ts";

/** Finds two spaces between words of a line. */
export const doubleSpace: Rule = {
  code: "double-space",
  language: "any",
  source: GUIDELINES.govUk,
  isOnByDefault: true,
  find: (_, passages) =>
    passages.flatMap(({ path, raw, prose }) =>
      prose.flatMap(({ text, rawOffsets, verbatim }) =>
        [...text.matchAll(/(\S+) {2,}(\S+)/g)].flatMap(({ 0: all, 1: before = "", 2: after = "", index }) => {
          const start = rawOffsets[index + before.length] ?? 0;
          const afterAt = index + all.length - after.length;
          const end = rawOffsets[afterAt] ?? 0;
          const isCode = verbatim.some((part) => part.start < afterAt && index + before.length < part.end);
          // Spaces at the end of a line are Markdown’s line break.
          if (isCode || !/^ {2,}$/.test(raw.slice(start, end))) return [];
          const place = { rawOffset: end, needle: after };
          return [finding("double-space", { before, after }, path, place)];
        }),
      ),
    ),
};
