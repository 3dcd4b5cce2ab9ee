/** An image that was loaded and checked, ready to stand in a page. */
export interface Asset {
  /** base64 data: address of a PNG, JPEG, GIF, WebP, AVIF or SVG. */
  readonly dataUrl: string;
  readonly widthPx: number;
  readonly heightPx: number;
}
