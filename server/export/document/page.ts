/** The pages of Word and PDF, in mm: A4 with room for a hand at the sides. */
export const PAGE = {
  height: 297,
  width: 210,
  /** Left and right. */
  side: 25,
  top: 28,
  bottom: 26,
  /** Left and right of a lying page. */
  lyingSide: 20,
} as const;

/** Width of the text. */
export const TEXT_WIDTH = PAGE.width - 2 * PAGE.side;
export const LYING_TEXT_WIDTH = PAGE.height - 2 * PAGE.lyingSide;

/** Width in px that a chart is laid out for: its letters of 14 px are then as large as those of a table. */
export const CHART_WIDTH = 640;
/** Millimetres to a px of such a chart. */
export const MM_PER_PX = TEXT_WIDTH / CHART_WIDTH;
/** Height in px of what a page holds of a chart, below a caption of three lines. */
export const PAGE_OF_CHART = Math.floor((PAGE.height - PAGE.top - PAGE.bottom - 22) / MM_PER_PX);

/** Letters in tables, in points. */
export const TABLE_SIZE = 9;
/** Between a cell's text and its edge, left and right, in mm. */
export const CELL_PADDING = 1.4;
