import { type Diagnostic, diagnose, type Place } from "../../diagnostics/diagnostic.ts";
import { ratioInWords } from "./contrast.ts";
import type { Shortfall } from "./swatch.ts";

/** What is told of colours that stand out too little: what a theme or set named is refused, what a brand gave was moved. */
export function explainShortfalls(
  shortfalls: readonly Shortfall[],
  placeOfSet: (setting: readonly PropertyKey[]) => Place,
): Diagnostic[] {
  const ofBrand = shortfalls.filter(({ swatch }) => swatch.chosen?.from === "brand");
  const others = shortfalls.filter(({ swatch }) => swatch.chosen?.from !== "brand");
  return [...others.map((shortfall) => refusal(shortfall, placeOfSet)), ...moves(ofBrand)];
}

function refusal(
  { swatch, scheme, colour, against, isGround, ratio, needed, nearest }: Shortfall,
  placeOfSet: (setting: readonly PropertyKey[]) => Place,
): Diagnostic {
  const where = swatch.chosen ? swatch.chosen.where : placeOfSet(["tokens", swatch.name, "default"]);
  const facts = {
    ...{ token: swatch.name, colour, isDark: scheme === "dark" },
    ...{ ratio: ratioInWords(ratio), needed: ratioInWords(needed) },
  };
  return isGround && nearest !== undefined
    ? diagnose("theme-ground", { ...facts, words: against.name, nearest }, where)
    : diagnose(
        "theme-contrast",
        { ...facts, ground: against.name, groundColour: against.colour, nearest },
        where,
      );
}

/** One finding for each colour of the brand, whatever number of tokens it was moved for. */
function moves(shortfalls: readonly Shortfall[]): Diagnostic[] {
  const keyOf = ({ swatch, scheme, isGround }: Shortfall) => `${swatch.token.role} ${scheme} ${isGround}`;
  const keys = [...new Set(shortfalls.map(keyOf))];
  return keys.flatMap((key) => {
    const group = shortfalls.filter((shortfall) => keyOf(shortfall) === key);
    const [worst] = group.toSorted((one, other) => one.ratio - other.ratio);
    if (worst === undefined) return [];
    const { swatch, scheme, colour, against, isGround, ratio, needed } = worst;
    const where = swatch.chosen?.where;
    const facts = { colour, ratio: ratioInWords(ratio), isDark: scheme === "dark" };
    const role = swatch.token.role ?? swatch.name;
    if (isGround) {
      const rest = { token: role, words: against.name, needed: ratioInWords(needed) };
      return [diagnose("brand-ground-moved", { ...facts, ...rest, nearest: worst.nearest ?? colour }, where)];
    }
    const moved = group.map((shortfall) => ({
      token: shortfall.swatch.name,
      colour: shortfall.nearest ?? shortfall.colour,
      needed: ratioInWords(shortfall.needed),
    }));
    const ground = { ground: against.name, groundColour: against.colour };
    return [diagnose("brand-colour-moved", { ...facts, ...ground, role, moved }, where)];
  });
}
