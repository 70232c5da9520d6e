/** The page of GB/T 9704-2012, in twips (1/20 point; 1 mm is 56.69 of them). */
export const A4 = { width: 11906, height: 16838 } as const;

/** 37 mm above, 28 mm at the binding edge; what is left of A4 beside an area of 156 × 225 mm. */
export const MARGIN = { top: 2098, bottom: 1984, left: 1588, right: 1474 } as const;

export const AREA = { width: A4.width - MARGIN.left - MARGIN.right, height: A4.height - MARGIN.top - MARGIN.bottom };

/** 3号, 16 points, in the half points that Word counts in; and the other sizes of the standard. */
export const SIZE = { title: 44, body: 32, small: 28, table: 24, caption: 24, note: 21 } as const;

export const LINES = 22;
export const CHARACTERS = 28;

/** Distance of lines, rounded down so that 22 of them fit. */
export const LINE = Math.floor(AREA.height / LINES);

/** Width that one of 28 characters has. */
export const CHARACTER = AREA.width / CHARACTERS;

/** Width of so many characters, in twips. */
export const squares = (characters: number): number => Math.round(CHARACTER * characters);

/**
 * The grid with which Word sets 22 lines of 28 characters. 28 squares of 16 points are wider than 156 mm, so the grid
 * takes a fifth of a point from each; Word counts that in 1/4096 of a point.
 */
export const GRID = {
  type: 'linesAndChars',
  linePitch: LINE,
  charSpace: Math.floor((CHARACTER / 20 - SIZE.body / 2) * 4096),
} as const;

/** From the edge of the paper to the page number, whose dash stands 7 mm below the type area. */
export const FOOTER = 1247;
export const HEADER = 851;

export const mm = (millimetres: number): number => Math.round((millimetres * 1440) / 25.4);

/** On pages laid across the same area lies on its side, the binding edge above. */
export const ACROSS = {
  margin: { top: MARGIN.left, bottom: MARGIN.right, left: MARGIN.bottom, right: MARGIN.top },
  area: { width: AREA.height, height: AREA.width },
} as const;
