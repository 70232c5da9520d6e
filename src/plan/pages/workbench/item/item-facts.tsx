import { useMoneyChoice } from '../../../../../platform/web/money/choice.ts';
import type { MoneyChoice } from '../../../../../platform/web/money/money.ts';
import type { PlanItem } from '../../../domain/model.ts';
import { fieldValue, fieldWord } from '../../wording/fields.ts';
import { benefitOf, targetOf } from '../../wording/figures.ts';
import { TableGrid } from './table-grid.tsx';

type Fact = readonly [label: string, value: string];

/** What an item says, field by field; blanks that mean nothing are left out. */
export function ItemFacts({ item }: { readonly item: PlanItem }) {
  const choice = useMoneyChoice();
  return (
    <>
      <dl className="facts">
        {factsOf(item, choice).map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {item.kind === 'table' && <TableGrid table={item.content} />}
    </>
  );
}

function factsOf(item: PlanItem, choice: MoneyChoice): Fact[] {
  switch (item.kind) {
    case 'indicator':
      return [
        ['目标值', targetOf(item.content)],
        ...read(item.content, ['year', 'mode', 'scope']),
        ...(item.content.table ? [['出处', '表格中的一格'] as const] : []),
        ...(item.content.repeat ? [['重申', '前文已写过同一个指标'] as const] : []),
      ];
    case 'task':
      return [
        ...read(item.content, ['no', 'lead', 'units']),
        ...some(item.content, ['coLeads', 'inheritedUnits', 'groups', 'deadlines', 'recurring']),
      ];
    case 'clause':
      return [
        ['奖补', benefitOf(item.content, choice)],
        ...read(item.content, ['kind', 'subject', 'condition', 'payer']),
        ...some(item.content, ['base', 'matchedBy', 'series', 'windowFrom', 'windowTo', 'stacking']),
      ];
    case 'table':
      return [
        ...read(item.content, ['unit']),
        ['大小', `${item.content.rows.length} 行 × ${item.content.columns.length} 列`],
      ];
  }
}

/** These fields, also when they are blank. */
const read = <C extends object>(content: C, fields: readonly (keyof C & string)[]): Fact[] =>
  fields.map((field) => [fieldWord(field), fieldValue(field, content[field])]);

/** These fields where they say something. */
const some = <C extends object>(content: C, fields: readonly (keyof C & string)[]): Fact[] =>
  read(
    content,
    fields.filter((field) => {
      const value: unknown = content[field];
      return value !== null && !(Array.isArray(value) && value.length === 0);
    }),
  );
