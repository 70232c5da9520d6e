import type { Column } from '../../../../platform/web/list/model.ts';
import { type UnitJson, unitFields } from '../../contract.ts';
import { unitKinds } from '../../domain/model.ts';
import { LifeTag } from '../parts/tags.tsx';

type Rest = Omit<Column<UnitJson>, 'key' | 'title'>;
const column = (key: keyof typeof unitFields, rest: Rest): Column<UnitJson> => ({
  key,
  title: unitFields[key].title,
  ...rest,
});

/** Everything that the list of units can show. */
export const unitColumns = (onOpen: (unit: UnitJson) => void): readonly Column<UnitJson>[] => [
  column('name', {
    width: 'minmax(220px, 1.6fr)',
    narrow: 'main',
    render: (unit) => (
      <button type="button" className="org-open" onClick={() => onOpen(unit)}>
        {unit.name}
      </button>
    ),
  }),
  column('kind', { width: '110px', render: ({ kind }) => unitKinds[kind] }),
  column('region', { width: 'minmax(110px, 0.7fr)', render: ({ regionName }) => regionName }),
  column('parent', { width: 'minmax(160px, 1fr)', render: ({ parentName }) => parentName }),
  column('aliases', { width: 'minmax(140px, 1fr)', render: ({ aliases }) => aliases.join('、') }),
  column('creditCode', { width: '190px', hidden: true, render: ({ creditCode }) => creditCode }),
  column('bankAccount', { width: '180px', hidden: true, render: ({ bankAccount }) => bankAccount }),
  column('validFrom', { width: '120px', hidden: true, render: ({ validFrom }) => validFrom }),
  column('validTo', { width: '120px', hidden: true, render: ({ validTo }) => validTo }),
  column('state', { width: '100px', narrow: 'figure', render: ({ state }) => <LifeTag state={state} /> }),
];
