/** The browser or the page that was spoken to has crashed, was closed, or hung up. */
export class TargetGone extends Error {
  override name = "TargetGone";
}
