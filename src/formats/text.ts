import { type Outcome, success } from "../diagnostics/outcome.ts";
import type { Edition } from "../edition/edition.ts";
import type { TextRenderer } from "../render/render-mail.ts";
import type { Artifact } from "./artifact.ts";
import { layOutText } from "./lay-out-text.ts";

/** An edition as plain text of 72 columns. */
export function toText(edition: Edition, name: string, renderer: TextRenderer): Outcome<Artifact> {
  const written = renderer.render(edition);
  if (!written.ok) return written;
  return success({
    format: "text",
    name: `${name}.txt`,
    mediaType: "text/plain; charset=utf-8",
    bytes: new TextEncoder().encode(layOutText(written.value)),
    pages: null,
    fit: null,
    mail: null,
  });
}
