import { lengthOf, type Refusal } from '../../../kernel/index.ts';
import type { Definition } from '../definition.ts';
import type { FormContent } from './model.ts';
import { mostPeriods, periodsSince } from './schedule.ts';

/** Everything that is wrong with a form; `definitionOf` knows the indicators that there are. */
export function formRefusals(
  form: FormContent,
  definitionOf: (id: string) => Definition | undefined,
  today: string,
): Refusal[] {
  const ids = form.columns.map(({ indicatorId }) => indicatorId);
  return [
    ...ids.flatMap((id, at): Refusal[] =>
      ids.indexOf(id) === at ? [] : [{ code: 'form-column-twice', field: `columns.${at}`, given: id }],
    ),
    ...ids.flatMap((id, at) => columnRefusals(form, definitionOf(id), id, `columns.${at}.indicatorId`)),
    ...timeRefusals(form, today),
    ...rowRefusals(form),
    ...ruleRefusals(form, new Set(ids), definitionOf),
  ];
}

function columnRefusals(form: FormContent, definition: Definition | undefined, id: string, field: string): Refusal[] {
  if (definition === undefined) return [{ code: 'indicator-missing', field, given: id }];
  const { of, frequency, name } = definition;
  // What is reckoned from others is not reported beside them.
  if (of.kind !== 'sum' && of.kind !== 'max') return [{ code: 'form-column-reckoned', field, given: name }];
  return frequency === form.frequency ? [] : [{ code: 'form-column-frequency', field, given: name, limit: frequency }];
}

function timeRefusals(form: FormContent, today: string): Refusal[] {
  const { firstPeriod, frequency, opensAfter, dueAfter } = form;
  if (lengthOf(firstPeriod) !== frequency)
    return [{ code: 'form-first-period', field: 'firstPeriod', given: firstPeriod, limit: frequency }];
  const found: Refusal[] = [];
  if (dueAfter < opensAfter) found.push({ code: 'form-days', field: 'dueAfter', given: dueAfter, limit: opensAfter });
  if (periodsSince(form, today) > mostPeriods)
    found.push({ code: 'form-too-far-back', field: 'firstPeriod', given: firstPeriod, limit: mostPeriods });
  return found;
}

function rowRefusals({ rows, chains, role }: FormContent): Refusal[] {
  const found: Refusal[] = [];
  if (rows === 'chains' && chains.length === 0) found.push({ code: 'form-chains-missing', field: 'chains' });
  if (new Set(chains).size !== chains.length) found.push({ code: 'form-chains-twice', field: 'chains' });
  // A node's own report stands beside the sum of its enterprises; it has none.
  if (role === 'own' && rows === 'enterprises') found.push({ code: 'form-own-rows', field: 'role' });
  return found;
}

function ruleRefusals(
  { checks }: FormContent,
  asked: ReadonlySet<string>,
  definitionOf: (id: string) => Definition | undefined,
): Refusal[] {
  const strange = (field: string, ids: readonly string[]): Refusal[] =>
    ids.filter((id) => !asked.has(id)).map((given) => ({ code: 'form-rule-indicator', field, given }));
  const scale = (id: string): string => {
    const { unit, decimals } = definitionOf(id) ?? { unit: '', decimals: 0 };
    return `${unit} ${decimals}`;
  };
  return [
    ...checks.sums.flatMap(({ total, parts }, at): Refusal[] => {
      const field = `checks.sums.${at}`;
      const unlike = parts.find((part) => scale(part) !== scale(total));
      if (parts.includes(total)) return [{ code: 'form-rule-circle', field, given: total }];
      if (unlike !== undefined && asked.has(unlike) && asked.has(total))
        return [{ code: 'form-rule-unit', field, given: unlike, limit: total }];
      return strange(field, [total, ...parts]);
    }),
    ...checks.ratios.flatMap(({ above, below, low, high }, at): Refusal[] => {
      const field = `checks.ratios.${at}`;
      if (low !== null && high !== null && low > high)
        return [{ code: 'form-rule-range', field, given: low, limit: high }];
      return strange(field, [above, below]);
    }),
  ];
}
