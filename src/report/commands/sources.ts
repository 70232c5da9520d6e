import type { Actor } from '../../access/index.ts';
import type { Period } from '../../kernel/index.ts';
import type { ReadingFact } from '../domain/index.ts';

/** Indicators with targets in a place at the end of a period, as they are known now to whoever asks. */
export type ReadReadings = (
  actor: Actor,
  place: { readonly regionId: string; readonly chainId: string | null; readonly period: Period },
) => Promise<readonly ReadingFact[]>;
