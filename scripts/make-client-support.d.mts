/** The text of src/formats/email/client-support.ts as it should be, by the installed data. */
export function clientSupport(): string;
