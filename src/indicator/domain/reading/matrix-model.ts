import type { Period } from '../../../kernel/index.ts';
import type { Definition } from '../definition.ts';
import type { GapExplained } from '../gap/gap.ts';
import type { Light } from '../pace/light.ts';
import type { Heading } from '../suppress/table.ts';
import type { CellFacts } from './facts.ts';
import type { CellReading } from './model.ts';
import type { Suppression } from './shield.ts';

export interface MatrixFacts {
  readonly row: string;
  readonly column: string;
  readonly facts: CellFacts;
}

/** A matrix of one indicator, mostly chains × regions. Headings above others are totals; '' for all together. */
export interface MatrixAsked {
  readonly definition: Definition;
  readonly rows: readonly Heading[];
  readonly columns: readonly Heading[];
  /** What is not given has no facts. All of the table, not the page that is looked at. */
  readonly cells: readonly MatrixFacts[];
  readonly asOf: Period;
  /** Whether the reader may see single enterprises. */
  readonly mayDetail: boolean;
  /** How many cells explain the gap. */
  readonly explain: number;
  /** What is hidden, where that was found already over more than this table. */
  readonly suppression?: Pick<Suppression, 'of'> | undefined;
}

export type Hidden = 'small' | 'other';

export interface MatrixCell {
  readonly row: string;
  readonly column: string;
  /** null where it is hidden: nothing of it may be told. */
  readonly reading: CellReading | null;
  readonly hidden: Hidden | null;
}

/** Cells of one heading, or of the whole table, added up; only cells that have no others below them and are shown. */
export interface MatrixTotal {
  readonly id: string;
  /** null where values cannot be added up, as of ratios and maxima, or none is known. */
  readonly actual: bigint | null;
  /** What is expected by now, and the goals, of those that have a target; null like `actual`. */
  readonly expected: bigint | null;
  readonly goal: bigint | null;
  readonly lights: Readonly<Record<Light | 'none', number>>;
  readonly cells: number;
  readonly known: number;
  readonly hidden: number;
}

export interface MatrixReading {
  /** Row by row, in the order of the headings. */
  readonly cells: readonly MatrixCell[];
  readonly rows: readonly MatrixTotal[];
  readonly columns: readonly MatrixTotal[];
  readonly all: MatrixTotal;
  /** Which cells explain the gap; null where amounts cannot be added up. Hidden cells are not in it. */
  readonly gap: GapExplained | null;
  /** Cells that are not in the gap because they are hidden. */
  readonly withheld: number;
}
