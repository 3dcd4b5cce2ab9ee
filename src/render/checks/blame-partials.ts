import { type Diagnostic, diagnose } from "../../diagnostics/diagnostic.ts";
import { suggest } from "../../diagnostics/suggest.ts";
import type { TemplateFile } from "../template-set.ts";
import { explainFault } from "./explain-fault.ts";
import { placeOf } from "./segment-place.ts";
import type { Inclusion, Need, Walk } from "./walk.ts";

/**
 * What partials lack. A name that leads somewhere in one context of a partial and nowhere in another is the fault of the tag
 * that hands over too little; one that leads nowhere in any is a fault of the partial.
 */
export function blamePartials(walk: Walk): Diagnostic[] {
  return walk.inclusions.flatMap((inclusion) =>
    inclusion.needs.map((need) => {
      const { fault, path } = need;
      const isStartAbsent = fault.kind === "absent" && fault.segment === 0;
      const isIncluderAtFault =
        isStartAbsent || walk.fine.has(path) || handedInstead(inclusion, need) !== undefined;
      return isIncluderAtFault ? explainInclusion(inclusion, need) : explainFault(need);
    }),
  );
}

/** Values that are handed to partials which do not look at them. */
export function findIdleValues(walk: Walk): Diagnostic[] {
  return walk.inclusions.flatMap(({ node, template, partial }) => {
    const file = walk.templates.partials.get(partial);
    const used = file === undefined ? new Set<string>() : usedBy(file, walk);
    return (node.hash?.pairs ?? []).flatMap((pair) =>
      used.has(pair.key)
        ? []
        : [diagnose("template-handed-idle", { partial, name: pair.key }, placeOf(template, pair))],
    );
  });
}

function explainInclusion({ node, template, partial, ...inclusion }: Inclusion, need: Need): Diagnostic {
  const { fault, path } = need;
  if (fault.kind === "absent") {
    const [param] = node.params;
    const isWhole = fault.segment === 0;
    const part = isWhole && param !== undefined && "original" in param ? String(param.original) : fault.part;
    return diagnose(
      "template-absent-part",
      { field: fault.field, part, partial },
      placeOf(template, param ?? node),
    );
  }
  const instead = handedInstead({ node, template, partial, ...inclusion }, need);
  const facts = { partial, field: path.parts.join("."), instead: instead?.key };
  return diagnose("template-partial-needs", facts, placeOf(template, instead ?? node));
}

/** What the tag hands over by a name that is nearly the one that is needed. */
function handedInstead({ node }: Inclusion, { fault }: Need): hbs.AST.HashPair | undefined {
  const pairs = node.hash?.pairs ?? [];
  if (fault.kind === "absent" || fault.segment !== 0) return undefined;
  const name = suggest(
    fault.field,
    pairs.map(({ key }) => key),
  );
  return pairs.find(({ key }) => key === name);
}

/** The names that a partial takes from what it was given, itself or through partials that see the same. */
function usedBy(file: TemplateFile, walk: Walk, seen = new Set<TemplateFile>()): ReadonlySet<string> {
  if (seen.has(file)) return new Set();
  seen.add(file);
  const inner = walk.inclusions
    .filter(({ template, isPassingOn }) => template === file && isPassingOn)
    .flatMap(({ partial }) => walk.templates.partials.get(partial) ?? [])
    .flatMap((passedTo) => [...usedBy(passedTo, walk, seen)]);
  return new Set([...(walk.used.get(file) ?? []), ...inner]);
}
