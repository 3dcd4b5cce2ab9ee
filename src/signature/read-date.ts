/** A moment as PDF files write it (ISO 32000-1, 7.9.4); undefined for one that cannot be. */
export function readDate(text: string): Date | undefined {
  const parts = DATE.exec(text)?.slice(1) ?? [];
  const [year, month = "01", day = "01", hour = "00", minute = "00", second = "00", sign, ...shift] = parts;
  if (year === undefined) return undefined;
  const zone = sign === undefined ? "Z" : `${sign}${shift[0]}:${shift[1] ?? "00"}`;
  const date = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}${zone}`);
  return Number.isNaN(date.getTime()) ? undefined : date;
}

const DATE = /^D:(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?(\d\d)?(?:Z|([+-])(\d\d)'?(\d\d)?)?/;
