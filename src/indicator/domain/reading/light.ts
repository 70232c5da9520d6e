import type { Definition } from '../definition.ts';
import { isThin } from './amount.ts';
import type { ReadingOptions } from './facts.ts';
import type { Amount, LightReading, TargetReading } from './model.ts';
import { neverNegative } from './nature.ts';

/**
 * The light of a cell. Where months or too many reporters lack, being behind says nothing: there is a light only when what
 * lacks cannot change it.
 */
export function lightFor(
  main: TargetReading | null,
  actual: Amount,
  definition: Definition,
  { coverage }: ReadingOptions,
): LightReading {
  const no = (because: LightReading['because']): LightReading => ({ light: null, because, limit: null });
  if (main === null) return no('no-target');
  const { pace, verdict } = main;
  if (verdict.state === 'met') return { light: 'green', because: 'met', limit: null };
  if (verdict.state === 'not-met') return { light: 'red', because: 'not-met', limit: null };
  if (pace === null) return no('other-period');
  const { light, because, limit } = pace;
  const isSafe = light === 'green' && verdict.sense === 'floor' && neverNegative(definition);
  if (light !== null && !isSafe) {
    if (actual.gaps.length > 0) return no('months-missing');
    if (isThin(actual, coverage)) return no('reporters-missing');
  }
  return { light, because, limit };
}
