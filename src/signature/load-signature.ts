/** What signs PDF files and checks signatures. Loaded when it is asked for: most builds sign nothing. */
export const loadSignature = async () => {
  const [{ signPdf }, { checkSignatures }] = await Promise.all([
    import("./sign-pdf.ts"),
    import("./check-signatures.ts"),
  ]);
  return { signPdf, checkSignatures };
};
