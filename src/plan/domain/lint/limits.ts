/**
 * How much of one document is compared with itself. No document that people wrote comes near; a text made to hurt would
 * otherwise cost the square of its size.
 */
export const MOST = {
  /** Indicators, the first of the document. */
  figures: 5000,
  tasks: 2000,
  /** Cells of one table. */
  cells: 100_000,
  /** Findings of one rule. */
  findings: 200,
} as const;
