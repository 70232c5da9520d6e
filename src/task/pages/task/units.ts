import { send } from '../../../../platform/web/api.ts';
import type { Picked } from '../../../../platform/web/form/pick-sources.ts';
import { tasksApi } from '../../contract.ts';

/** Names of the units that were found so far. */
const names = new Map<string, string>();
const mostNames = 5000;

/** Units that may be given a part, by a few characters of their name; `below` only those below a unit. */
export async function unitsCalled(words: string, below?: string): Promise<readonly Picked[]> {
  const text = words.trim().slice(0, 100);
  const { units } = await send(tasksApi.findUnits, { query: { text, ...(below !== undefined && { below }) } });
  if (names.size > mostNames) names.clear();
  for (const { id, name } of units) names.set(id, name);
  return units.map(({ id, name }) => ({ value: id, label: name }));
}

/** The name of a unit that was picked; its id where it was never found here. */
export const nameOfUnit = (id: string): string => names.get(id) ?? id;
