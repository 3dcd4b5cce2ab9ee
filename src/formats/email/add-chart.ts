import type { Chart } from "../../edition/edition.ts";
import type { MailImage } from "../../render/render-mail.ts";
import { chartPng } from "../chart-png.ts";
import type { MailImages } from "./mail-images.ts";
import { pngSize } from "./png-size.ts";

/** Width at which a chart is shown, in px: the text column of a message. */
const WIDTH_PX = 536;
/** Pixels for each px: sharp on screens of phones, and half the bytes of three. */
const SCALE = 2;

/**
 * Takes a chart into a message as a picture, in the light colours of its style sheet: no mail program swaps pictures for
 * dark ones, so it stands on a card of its own.
 */
export async function addChart(
  chart: Chart | null,
  properties: ReadonlyMap<string, string>,
  images: MailImages,
): Promise<MailImage | null> {
  if (chart === null) return null;
  const colour = (...names: readonly string[]) =>
    names.map((name) => properties.get(`--${name}`)).find((value) => value !== undefined);
  const bytes = await chartPng(chart, {
    widthPx: WIDTH_PX,
    scale: SCALE,
    colours: {
      paper: colour("picture", "paper") ?? "#ffffff",
      ink: colour("ink") ?? "#16181b",
      quiet: colour("quiet") ?? "#54565a",
      accent: colour("mark", "accent") ?? "#9b1c31",
      rule: colour("rule") ?? "#c9c3b7",
    },
  });
  const src = images.add({ name: "chart.png", mediaType: "image/png", bytes });
  return { src, width: WIDTH_PX, height: Math.round(pngSize(bytes).heightPx / SCALE) };
}
