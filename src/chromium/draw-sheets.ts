import type { PageSize, PictureOrder, SheetPictures } from "../formats/pdf-printer.ts";
import type { SheetFit } from "./measure-sheet.ts";
import { heightPxOf, type Tab, widthPxOf } from "./tab.ts";

/** Draws the one sheet of a page that is laid out for print and has been made to fit. */
export async function drawSheet(
  tab: Tab,
  { scale, onTaken }: PictureOrder,
  page: PageSize,
  { rung, spareWords }: SheetFit,
): Promise<SheetPictures> {
  const part = { x: 0, y: 0, width: widthPxOf(page), height: heightPxOf(page), scale };
  const pictures = { sheets: [await tab.pictureOf(part)], rung, spareWords: spareWords ?? null };
  onTaken?.(pictures);
  return pictures;
}
