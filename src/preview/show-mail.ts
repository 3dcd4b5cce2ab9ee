import type { Artifact } from "../formats/artifact.ts";

/** How a message is shown. */
export interface MailView {
  readonly isDark: boolean;
  readonly hasImages: boolean;
}

/**
 * A message as a document of its own, with its images inside it. It is dark or light as asked, whatever the author’s own
 * screen is, and narrow where its window is.
 */
export function showMail({ bytes, mail }: Artifact, { isDark, hasImages }: MailView): string {
  const addresses = new Map(
    (mail?.images ?? []).map(({ contentId, mediaType, bytes: image }) => [
      contentId,
      `data:${mediaType};base64,${Buffer.from(image).toString("base64")}`,
    ]),
  );
  return new TextDecoder()
    .decode(bytes)
    .replace(/<style>[\s\S]*?<\/style>/g, (style) => style.replace(SCHEME, isDark ? ALWAYS : NEVER))
    .replace("</head>", () => `<style>:root{color-scheme:${isDark ? "dark" : "light"}}</style></head>`)
    .replace(
      /src="cid:([^"]*)"/g,
      (_, id: string) => `src="${(hasImages && addresses.get(id)) || NO_IMAGE}"`,
    );
}

const SCHEME = /\(\s*prefers-color-scheme\s*:\s*dark\s*\)/g;
const ALWAYS = "(min-width:0)";
const NEVER = "(max-width:0)";

/** An image that cannot be shown, so that its description stands in its place. */
const NO_IMAGE = "data:,";
