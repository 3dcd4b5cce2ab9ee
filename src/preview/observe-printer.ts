import type { Overflow, PdfPrinter, SheetPictures } from "../formats/pdf-printer.ts";

/** What somebody wants to know who looks on while a page is printed. */
export interface PrintObserver {
  /** Called with pictures of the sheets as soon as they are there. */
  readonly onTaken: (pictures: SheetPictures) => void;
  readonly onOverflow: (overflow: Overflow) => void;
  /** Called when there is nothing more to be seen. */
  readonly onEnd: () => void;
}

/** Pixels of a picture to a CSS pixel of its sheet: sharp on a fine screen, and at twice the size on any other. */
const PICTURE_SCALE = 2;

/** A printer that prints as `printer` does, and has the sheets drawn for the observer as well. */
export function observePrinter(
  printer: PdfPrinter,
  { onTaken, onOverflow, onEnd }: PrintObserver,
): PdfPrinter {
  return {
    ...printer,
    async print(job, signal) {
      try {
        const printed = await printer.print({ ...job, picture: { scale: PICTURE_SCALE, onTaken } }, signal);
        if (printed.ok && printed.value.kind === "overflow") onOverflow(printed.value.overflow);
        return printed;
      } finally {
        onEnd();
      }
    },
  };
}
