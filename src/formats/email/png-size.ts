/** The size of a PNG, from its first chunk (PNG specification, 11.2.1). */
export function pngSize(bytes: Uint8Array): { readonly widthPx: number; readonly heightPx: number } {
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  return { widthPx: view.getUint32(16), heightPx: view.getUint32(20) };
}
