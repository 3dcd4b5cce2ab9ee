/** A colour of sRGB, each part from 0 to 255, and how opaque it is from 0 to 1. */
export interface Colour {
  readonly red: number;
  readonly green: number;
  readonly blue: number;
  readonly alpha: number;
}

/** What can be said about colours inside a page. */
export type ColourSense = ReturnType<typeof colourSense>;

/** Reads, mixes and compares colours. It runs inside the page, so it can use nothing from outside itself. */
export function colourSense() {
  const known = new Map<string, Colour>();
  const luminances = new WeakMap<Colour, number>();
  return { read, mix, contrast, coloursOf };

  /** The colour that a computed value names. */
  function read(css: string): Colour {
    const before = known.get(css);
    if (before) return before;
    const colour = readRgb(css) ?? paint(css);
    known.set(css, colour);
    return colour;
  }

  function readRgb(css: string): Colour | undefined {
    const match = /^rgba?\(([\d.]+), ([\d.]+), ([\d.]+)(?:, ([\d.]+))?\)$/.exec(css);
    if (!match) return undefined;
    const [red = 0, green = 0, blue = 0, alpha = 1] = match
      .slice(1)
      .map((part) => (part === undefined ? 1 : Number(part)));
    return { red, green, blue, alpha };
  }

  /** Colours of other spaces have many notations; the browser knows them all. */
  function paint(css: string): Colour {
    const context = new OffscreenCanvas(1, 1).getContext("2d");
    if (!context) return { red: 0, green: 0, blue: 0, alpha: 1 };
    context.fillStyle = css;
    context.fillRect(0, 0, 1, 1);
    const [red = 0, green = 0, blue = 0, alpha = 255] = context.getImageData(0, 0, 1, 1).data;
    return { red, green, blue, alpha: alpha / 255 };
  }

  /** One colour over another that is opaque. */
  function mix(over: Colour, under: Colour, opacity = 1): Colour {
    const share = over.alpha * opacity;
    if (share === 1) return over;
    const part = (top: number, bottom: number) => top * share + bottom * (1 - share);
    return {
      red: part(over.red, under.red),
      green: part(over.green, under.green),
      blue: part(over.blue, under.blue),
      alpha: 1,
    };
  }

  /** The contrast ratio of two opaque colours as WCAG 2.2 defines it, 1 to 21. */
  function contrast(one: Colour, other: Colour): number {
    const first = luminance(one);
    const second = luminance(other);
    return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
  }

  function luminance(colour: Colour): number {
    const before = luminances.get(colour);
    if (before !== undefined) return before;
    const { red, green, blue } = colour;
    const value = 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
    luminances.set(colour, value);
    return value;
  }

  function linear(part: number): number {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }

  /** Every colour that a background image may show: a gradient’s, or, of a picture, the extremes. */
  function coloursOf(image: string): Colour[] {
    const extremes = ["rgb(0, 0, 0)", "rgb(255, 255, 255)"];
    const named = /url\(|image-set\(|cross-fade\(/.test(image)
      ? extremes
      : (image.match(/(?:rgba?|color|hsla?|hwb|lab|lch|oklab|oklch)\([^()]*\)/g) ?? []);
    return named.map(read);
  }
}
