import type { ListedRows, RowValue } from '../../../platform/http/list-rows.ts';
import { type Actor, permit } from '../../access/index.ts';
import { RefusalError } from '../../kernel/index.ts';
import type { IndicatorJson, IndicatorRowJson } from '../contract.ts';
import { indicatorFields } from '../contract.ts';
import { ruleWords } from '../domain/definition-words.ts';
import { basisOf, type Definition } from '../domain/index.ts';
import { readDefinitions, type StoredDefinition } from '../store.ts';
import { type IndicatorDeps, today } from './deps.ts';

/** Every indicator that holds, as rows of a list. */
export async function indicatorList(actor: Actor, deps: IndicatorDeps): Promise<ListedRows<IndicatorRowJson>> {
  permit(actor, 'indicator.read');
  const stored = await readDefinitions(deps.db);
  const month = today(deps).slice(0, 7);
  return {
    fields: indicatorFields,
    rows: stored.map((each) => rowOf(each, month)),
    fieldOf: (row, key): RowValue => row[key as keyof IndicatorRowJson],
    searched: ({ name, id, unit, source, basis }) => [name, id, unit, source, basis].join(' '),
  };
}

/** All of one indicator. Refuses (`indicator-missing`) one that there is none of. */
export async function readIndicator(actor: Actor, indicatorId: string, deps: IndicatorDeps): Promise<IndicatorJson> {
  permit(actor, 'indicator.read');
  const all = await readDefinitions(deps.db);
  const stored = all.find(({ definition }) => definition.id === indicatorId);
  if (stored === undefined)
    throw new RefusalError({ code: 'indicator-missing', field: 'indicatorId', given: indicatorId });
  const { definition } = stored;
  const nameOf = (id: string): string => all.find((each) => each.definition.id === id)?.definition.name ?? id;
  return {
    ...rowOf(stored, today(deps).slice(0, 7)),
    low: definition.low,
    high: definition.high,
    bases: definition.bases.map((basis) => ({ ...basis })),
    parts: partsOf(definition).map((part) => ({ ...part, name: nameOf(part.id) })),
    usedIn: all.flatMap((each) =>
      partsOf(each.definition)
        .filter(({ id }) => id === indicatorId)
        .map(({ times }) => ({ id: each.definition.id, name: each.definition.name, times })),
    ),
    rule: ruleWords(definition, (id) => all.find((each) => each.definition.id === id)?.definition),
  };
}

function rowOf({ definition, origin }: StoredDefinition, month: string): IndicatorRowJson {
  const { id, name, unit, decimals, of, measures, direction, frequency, source, bases } = definition;
  const basis = basisOf(definition, month);
  return {
    ...{ id, name, unit, decimals, kind: of.kind, measures, direction, frequency, source, origin },
    basis: bases.find((each) => each.id === basis)?.words ?? null,
  };
}

/** The indicators that one is reckoned from; of a ratio first what is above the line. */
function partsOf({ of }: Definition): { readonly id: string; readonly times: number }[] {
  if (of.kind === 'ratio')
    return [
      { id: of.above, times: of.times },
      { id: of.below, times: 1 },
    ];
  if (of.kind === 'count') return [{ id: of.of, times: 1 }];
  if (of.kind === 'formula') return of.terms.map(({ indicator, times }) => ({ id: indicator, times }));
  return [];
}
