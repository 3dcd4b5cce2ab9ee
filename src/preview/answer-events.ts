import type { Context } from "hono";
import { streamSSE } from "hono/streaming";
import type { PreviewState } from "./preview-api.ts";
import type { Showcase } from "./showcase.ts";

/** Tells every new state as it comes, the present one first, until the reader goes or `closing` is aborted. */
export function answerEvents(context: Context, showcase: Showcase, closing: AbortSignal): Response {
  return streamSSE(context, async (stream) => {
    let newest: PreviewState | undefined = showcase.state();
    let wake = () => {};
    const unsubscribe = showcase.subscribe((state) => {
      newest = state;
      wake();
    });
    const end = () => wake();
    closing.addEventListener("abort", end);
    stream.onAbort(end);
    while (!stream.aborted && !closing.aborted) {
      const state = newest;
      newest = undefined;
      // A reader that is slow gets the newest, and not all that it has missed.
      if (state)
        await stream.writeSSE({ event: "state", data: JSON.stringify(state), id: String(state.revision) });
      else
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
    }
    unsubscribe();
    closing.removeEventListener("abort", end);
    if (!stream.aborted) await stream.writeSSE({ event: "bye", data: "" });
  });
}
