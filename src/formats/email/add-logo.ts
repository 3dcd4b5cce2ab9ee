import type { Organisation } from "../../edition/edition.ts";
import { measureImage } from "../../render/measure-image.ts";
import type { MailImage } from "../../render/render-mail.ts";
import { decodeImage, type MailImages } from "./mail-images.ts";

/** The box in which a logo is shown, in px. */
const WIDTH_MAX_PX = 220;
const HEIGHT_MAX_PX = 40;

/** Takes an organisation’s logo into a message; null where there is none that mail programs show, so that its name stands there. */
export async function addLogo(
  organisation: Organisation | null,
  images: MailImages,
): Promise<MailImage | null> {
  if (organisation === null || organisation.logo === null) return null;
  const image = decodeImage(organisation.logo);
  const size = image && measureImage(image.bytes);
  if (image === undefined || size === undefined) return null;
  const zoom = Math.min(1, WIDTH_MAX_PX / size.widthPx, HEIGHT_MAX_PX / size.heightPx);
  const { mediaType, bytes, ending } = image;
  const src = images.add({ name: `logo.${ending}`, mediaType, bytes });
  return { src, width: Math.round(size.widthPx * zoom), height: Math.round(size.heightPx * zoom) };
}
