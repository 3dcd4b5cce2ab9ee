import type { Organisation } from "../../edition/edition.ts";
import { measureImage } from "../../render/measure-image.ts";
import type { MailImage } from "../../render/render-mail.ts";
import { svgToPng } from "../svg-to-png.ts";
import { decodeImage, decodeSvg, type MailImages } from "./mail-images.ts";

/** The box in which a logo is shown, in px. */
const WIDTH_MAX_PX = 220;
const HEIGHT_MAX_PX = 40;
/** Pixels for each px of a drawing: sharp on screens of phones. */
const SCALE = 2;

/** Takes an organisation’s logo into a message; null where there is none that mail programs show, so that its name stands there. */
export async function addLogo(
  organisation: Organisation | null,
  images: MailImages,
): Promise<MailImage | null> {
  if (organisation === null || organisation.logo === null) return null;
  const svg = decodeSvg(organisation.logo);
  const image = svg === undefined ? decodeImage(organisation.logo) : undefined;
  const size = measureImage(image?.bytes ?? new TextEncoder().encode(svg ?? ""));
  if (size === undefined) return null;
  const zoom = Math.min(
    svg === undefined ? 1 : Number.POSITIVE_INFINITY,
    WIDTH_MAX_PX / size.widthPx,
    HEIGHT_MAX_PX / size.heightPx,
  );
  const shown = { width: Math.round(size.widthPx * zoom), height: Math.round(size.heightPx * zoom) };
  const logo = image ?? (svg === undefined ? undefined : await drawn(svg, shown.width));
  if (logo === undefined) return null;
  const { mediaType, bytes, ending } = logo;
  return { src: images.add({ name: `logo.${ending}`, mediaType, bytes }), ...shown };
}

/** The logo as pixels; undefined where it cannot be drawn. */
async function drawn(svg: string, widthPx: number) {
  try {
    const bytes = await svgToPng(svg, { widthPx: widthPx * SCALE, text: svg });
    return { mediaType: "image/png" as const, bytes, ending: "png" };
  } catch {
    // The drawing is somebody else’s, and its name says as much.
    return undefined;
  }
}
