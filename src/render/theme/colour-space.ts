/** A colour as people see it (OKLCH, CSS Color 4): lightness 0 to 1, chroma 0 to about 0.4, hue in degrees. */
export interface Oklch {
  readonly l: number;
  readonly c: number;
  readonly h: number;
}

/** Reads and works out colours. */
export interface ColourSpace {
  /** A CSS colour as `#rrggbb`; one that screens cannot show loses chroma until they can. */
  read(css: string): { readonly hex: string } | { readonly problem: string };
  toOklch(hex: string): Oklch;
  /** The colour as `#rrggbb`; its chroma is as high as sRGB allows at this lightness and hue. */
  toHex(colour: Oklch): string;
}

let opened: Promise<ColourSpace> | undefined;

/** Opens the colour space: 20 ms, which only those wait for whose colours have to be worked out. */
export function openColourSpace(): Promise<ColourSpace> {
  opened ??= load();
  return opened;
}

async function load(): Promise<ColourSpace> {
  // One bundled file: its two hundred modules take three times as long to load.
  const { clampChroma, converter, formatHex, parse } = (await import("culori/require")).default;
  const oklch = converter("oklch");
  const toHex = (colour: Oklch) => {
    const l = Math.min(1, Math.max(0, colour.l));
    return formatHex(clampChroma({ mode: "oklch", ...colour, l }, "oklch"));
  };
  const toOklch = (hex: string): Oklch => {
    const { l = 0, c = 0, h = 0 } = oklch(hex) ?? {};
    return { l, c, h };
  };
  return {
    read(css) {
      const colour = parse(css.trim());
      if (colour === undefined) return { problem: "it is no colour that CSS knows" };
      if ((colour.alpha ?? 1) < 1) return { problem: "it is transparent, so its contrast is not known" };
      return { hex: formatHex(clampChroma(colour, "oklch")) };
    },
    toOklch,
    toHex,
  };
}
