/** The head of a colour profile (ICC.1:2010, 7.2). */
export interface IccProfile {
  /** `mntr`, `prtr`. */
  readonly deviceClass: string;
  /** Four letters, such as `RGB ` with its blank. */
  readonly space: string;
  /** The first part of its version. */
  readonly version: number;
}

/** Reads the head of a profile; undefined for anything else. */
export function readIccProfile(bytes: Uint8Array): IccProfile | undefined {
  const text = (at: number) => Buffer.from(bytes.subarray(at, at + 4)).toString("latin1");
  if (bytes.length < 132 || text(36) !== "acsp") return undefined;
  const declared = new DataView(bytes.buffer, bytes.byteOffset, bytes.length).getUint32(0);
  if (declared > bytes.length) return undefined;
  return { deviceClass: text(12), space: text(16), version: bytes[8] ?? 0 };
}
