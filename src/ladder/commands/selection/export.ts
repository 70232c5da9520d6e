import { type Actor, permit } from '../../../access/index.ts';
import { RefusalError } from '../../../kernel/index.ts';
import type { SelectionPageJson } from '../../contract.ts';
import type { SelectionDeps } from './deps.ts';
import { readRound } from './read-round.ts';

/** A round of which there is what is to be taken away. Refuses a ranking or a list before there is one. */
export async function roundToExport(
  actor: Actor,
  { roundId, what }: { readonly roundId: string; readonly what: 'ranking' | 'list' },
  deps: SelectionDeps,
): Promise<SelectionPageJson> {
  permit(actor, 'ladder.select');
  const page = await readRound(actor, { roundId }, deps);
  if (page.office === null) throw new RefusalError({ code: 'selection-unknown', field: 'roundId', given: roundId });
  if ((what === 'ranking' ? page.office.ranking : page.list) === null)
    throw new RefusalError({ code: 'selection-nothing-yet', field: 'what', given: page.round.name });
  return page;
}
