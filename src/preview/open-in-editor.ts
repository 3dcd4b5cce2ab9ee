import launch from "launch-editor";
import type { AskedPlace } from "./read-requests.ts";

/** Opens a place in the editor that runs, or that LAUNCH_EDITOR, VISUAL or EDITOR names. */
export function openInEditor({ file, line, column }: AskedPlace): void {
  launch(`${file}:${line}:${column}`);
}
