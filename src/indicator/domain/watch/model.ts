import type { Period } from '../../../kernel/index.ts';
import type { Light } from '../pace/light.ts';
import type { Warning } from '../warning/model.ts';
import type { WatchedPlace } from '../warning/place.ts';

/** A figure behind a warning, as a row of the table below its sentence. */
export interface Behind {
  readonly period: Period;
  readonly regionId: string;
  readonly unitId: string;
  readonly enterpriseId: string;
  readonly chainId: string;
  /** The figure that was reported, as figures are kept. */
  readonly value: bigint | null;
  /** What it is held against: what was expected by then, or the sum of the parts. */
  readonly other: bigint | null;
  /** Pace, or growth. */
  readonly rate: number | null;
  readonly light: Light | null;
}

/** A warning with where it belongs and what it rests on. */
export interface Found {
  readonly warning: Warning;
  readonly place: WatchedPlace;
  /** A number in it is of fewer than three enterprises, or would give such a one away. */
  readonly isSmall: boolean;
  readonly behind: readonly Behind[];
}

const nothing = { enterpriseId: '', value: null, other: null, rate: null, light: null };
/** A row of which only some columns are told. */
export const behindOf = (
  at: WatchedPlace & { readonly period: Period; readonly chainId: string },
  told: Partial<Behind>,
): Behind => ({ ...nothing, ...at, ...told });
