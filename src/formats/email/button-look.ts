import type { ButtonLook } from "./outlook.ts";

/** Reads how a button looks from its own style; what it does not say is as in a plain button. */
export function buttonLook(style: string): ButtonLook {
  const values = new Map(
    style.split(";").map((declaration): [string, string] => {
      const colon = declaration.indexOf(":");
      return [declaration.slice(0, colon).trim().toLowerCase(), declaration.slice(colon + 1).trim()];
    }),
  );
  const px = (name: string, otherwise: number) => {
    const number = Number.parseFloat(values.get(name) ?? "");
    return Number.isFinite(number) ? number : otherwise;
  };
  const [top = "12px", right = top] = (values.get("padding") ?? "")
    .split(/\s+/)
    .filter((part) => part !== "");
  const fontSizePx = px("font-size", 16);
  return {
    background: values.get("background-color") ?? "#333333",
    color: values.get("color") ?? "#ffffff",
    fontFamily: values.get("font-family") ?? "Arial, sans-serif",
    fontSizePx,
    lineHeightPx: px("line-height", Math.round(fontSizePx * 1.3)),
    paddingYPx: Number.parseFloat(top) || 12,
    paddingXPx: Number.parseFloat(right) || 24,
    radiusPx: px("border-radius", 0),
  };
}
