import type { PageSize, PictureOrder, SheetPictures } from "../formats/pdf-printer.ts";
import type { SheetFit } from "./measure-sheet.ts";
import { spreadSheets } from "./spread-sheets.ts";
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

/**
 * Draws the sheets of a page that breaks as it comes, after it was printed. A browser breaks pages on paper alone; columns of
 * a sheet’s size break in the same places, by the same code. The tab’s page is of no further use after that.
 */
export async function drawFlow(
  tab: Tab,
  { scale, onTaken }: PictureOrder,
  page: PageSize,
  { rung, pages }: { readonly rung: number; readonly pages: number },
): Promise<SheetPictures> {
  const [width, height] = [widthPxOf(page), heightPxOf(page)];
  await tab.show("paper", width, height);
  await tab.call(spreadSheets, width, height, pages);
  const sheets: Uint8Array[] = [];
  for (let index = 0; index < pages; index += 1)
    sheets.push(await tab.pictureOf({ x: index * width, y: 0, width, height, scale }));
  const pictures = { sheets, rung, spareWords: null };
  onTaken?.(pictures);
  return pictures;
}
