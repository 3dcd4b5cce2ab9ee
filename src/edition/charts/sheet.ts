/** Width of a chart’s drawing in px: half a sheet of A4 or Letter less its margins, so that a px of it is a px on paper. */
export const CHART_WIDTH = 330;
/** Size of a chart’s text in px: 8.25 pt on paper. */
export const FONT_PX = 11;
/** The closest that two lines of text come, in px. */
export const LINE_PX = 12.5;
/** Height that a chart fills in px; more only where its text would not fit otherwise. */
export const CHART_HEIGHT = 150;
/** Space between a mark and the text that belongs to it, in px. */
export const GAP_PX = 5;
/** Space between two columns of rows, in px. */
export const COLUMN_GAP_PX = 14;
