/** What an embedded TrueType or OpenType font says of its glyphs (ISO/IEC 14496-22). */
export interface Sfnt {
  readonly glyphs: number;
  /** How far a glyph moves on, in thousandths of the type’s size. */
  widthOf(glyph: number): number;
  /** Its tables from characters to glyphs, as `platform.encoding`; empty for none. */
  readonly characterMaps: readonly string[];
}

/** Reads a font’s tables; undefined where those that are needed are missing or cut off. */
export function readSfnt(bytes: Uint8Array): Sfnt | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const has = (offset: number, length: number) => offset >= 0 && offset + length <= bytes.length;
  if (!has(0, 12)) return undefined;
  const tables = new Map<string, { readonly offset: number; readonly length: number }>();
  for (let index = 0; index < view.getUint16(4) && has(12 + index * 16, 16); index += 1) {
    const at = 12 + index * 16;
    const tag = String.fromCharCode(...bytes.subarray(at, at + 4));
    tables.set(tag, { offset: view.getUint32(at + 8), length: view.getUint32(at + 12) });
  }
  const at = (tag: string, offset: number, length: number): number | undefined => {
    const table = tables.get(tag);
    return table !== undefined && has(table.offset + offset, length) ? table.offset + offset : undefined;
  };
  const [head, maxp, hhea] = [at("head", 18, 2), at("maxp", 4, 2), at("hhea", 34, 2)];
  const hmtx = tables.get("hmtx")?.offset;
  if (head === undefined || maxp === undefined || hhea === undefined || hmtx === undefined) return undefined;
  const unitsPerEm = view.getUint16(head) || 1000;
  const metrics = view.getUint16(hhea);
  return {
    glyphs: view.getUint16(maxp),
    widthOf(glyph) {
      const offset = hmtx + Math.min(glyph, metrics - 1) * 4;
      return has(offset, 2) ? (view.getUint16(offset) * 1000) / unitsPerEm : 0;
    },
    characterMaps: characterMapsOf(),
  };

  function characterMapsOf(): readonly string[] {
    const cmap = at("cmap", 0, 4);
    if (cmap === undefined) return [];
    return Array.from({ length: view.getUint16(cmap + 2) }, (_, index) => cmap + 4 + index * 8)
      .filter((record) => has(record, 8))
      .map((record) => `${view.getUint16(record)}.${view.getUint16(record + 2)}`);
  }
}
