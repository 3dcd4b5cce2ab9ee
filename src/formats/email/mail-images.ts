import type { InlineImage } from "../artifact.ts";

/** The images of one message, each once, in the order in which they were asked for. */
export interface MailImages {
  readonly list: readonly InlineImage[];
  /** Takes an image in and gives its address. */
  add(image: Omit<InlineImage, "contentId">): string;
  /** Takes in an image from a data: address; undefined for forms that mail programs do not show. */
  addEmbedded(dataUrl: string): string | undefined;
}

/** Opens the list of a message’s images; `name` makes their content ids unlike those of other messages in a thread. */
export function openMailImages(name: string): MailImages {
  const list: InlineImage[] = [];
  const embedded = new Map<string, string>();
  const add = (image: Omit<InlineImage, "contentId">): string => {
    const contentId = `${image.name}.${name.replace(/[^A-Za-z0-9.-]/g, "-")}`.replace(/-+/g, "-");
    list.push({ ...image, contentId });
    return `cid:${contentId}`;
  };
  return {
    list,
    add,
    addEmbedded(dataUrl) {
      const known = embedded.get(dataUrl);
      if (known !== undefined) return known;
      const image = decodeImage(dataUrl);
      if (image === undefined) return undefined;
      const address = add({ ...image, name: `image-${embedded.size + 1}.${image.ending}` });
      embedded.set(dataUrl, address);
      return address;
    },
  };
}

/** The form of the image in a data: address: “webp”, “svg+xml”. */
export const formOf = (dataUrl: string): string => /^data:image\/([\w+.-]+)/.exec(dataUrl)?.[1] ?? "such";

/** The drawing in a base64 data: address of an SVG. */
export function decodeSvg(dataUrl: string): string | undefined {
  const [, data] = /^data:image\/svg\+xml;base64,(.+)$/.exec(dataUrl) ?? [];
  return data === undefined ? undefined : Buffer.from(data, "base64").toString("utf8");
}

/** The image in a base64 data: address, where it is of a form that every mail program shows. */
export function decodeImage(dataUrl: string) {
  const { kind, data } =
    /^data:image\/(?<kind>png|jpeg|gif);base64,(?<data>.+)$/.exec(dataUrl.replaceAll("&#x3D;", "="))
      ?.groups ?? {};
  if (kind === undefined || data === undefined) return undefined;
  return {
    mediaType: `image/${kind}` as InlineImage["mediaType"],
    bytes: new Uint8Array(Buffer.from(data, "base64")),
    ending: kind === "jpeg" ? "jpg" : kind,
  };
}
