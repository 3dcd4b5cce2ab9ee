/** What takes briefs out of sealed files. Loaded when it is asked for: it reads and writes briefs, which no build needs. */
export const loadSeal = () => import("./extract-source.ts");
