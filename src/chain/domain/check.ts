import { type Day, isDayText, type Refusal } from '../../kernel/index.ts';
import type { ActNorm, ChainAct } from './model.ts';

/** Why an act cannot be kept: an unknown kind, a day that does not exist or is still to come, or nothing said of it. */
export function checkAct(act: Omit<ChainAct, 'id' | 'struck'>, norms: readonly ActNorm[], today: Day): Refusal[] {
  const refusals: Refusal[] = [];
  if (!norms.some(({ id }) => id === act.kind))
    refusals.push({ code: 'chain-act-unknown', field: 'kind', given: act.kind });
  if (!isDayText(act.on)) refusals.push({ code: 'day-unknown', field: 'on', given: act.on, limit: 'YYYY-MM-DD' });
  else if (act.on > today) refusals.push({ code: 'chain-act-ahead', field: 'on', given: act.on, limit: today });
  for (const field of ['by', 'subject'] as const)
    if (act[field].trim() === '') refusals.push({ code: 'chain-words-missing', field });
  return refusals;
}
