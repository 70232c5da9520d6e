import { Link } from '@tanstack/react-router';
import { Light } from '../../../../platform/web/chart/light.tsx';
import type { Column } from '../../../../platform/web/list/model.ts';
import { type WarningField, type WarningRowJson, warningFields, warningRuleNames } from '../../contract.ts';
import { periodWords } from '../../domain/index.ts';
import { momentWords } from '../cell/moment.ts';
import { lightWords, stateWords, workWords } from './words.ts';

const column = (key: WarningField, rest: Omit<Column<WarningRowJson>, 'key' | 'title'>): Column<WarningRowJson> => ({
  ...{ key, title: warningFields[key].title },
  ...rest,
});

/** The reason first, then what it is about and what to do. */
const Said = ({ warning: { id, title, reason, next } }: { readonly warning: WarningRowJson }) => (
  <div className="watch-said">
    <span>{reason}</span>
    <Link to="/warnings/$warningId" params={{ warningId: id }}>
      {title}
    </Link>
    <small>{next}</small>
  </div>
);

/** Everything that the list of warnings can show. */
export const warningColumns: readonly Column<WarningRowJson>[] = [
  column('light', {
    width: '92px',
    narrow: 'figure',
    render: ({ light }) => <Light colour={light} word={lightWords[light]} />,
  }),
  column('reason', {
    width: 'minmax(320px, 2.4fr)',
    narrow: 'main',
    render: (warning) => <Said warning={warning} />,
  }),
  column('rule', { width: '112px', narrow: 'off', render: ({ rule }) => warningRuleNames[rule] }),
  column('region', { width: '112px', hidden: true, render: ({ region }) => region.name }),
  column('since', { width: '128px', narrow: 'off', render: ({ since }) => periodWords(since) }),
  column('state', { width: '150px', render: (warning) => stateWords(warning) }),
  column('work', {
    width: 'minmax(140px, 0.8fr)',
    render: ({ work }) => (work.length === 0 ? '—' : work.map(workWords).join('；')),
  }),
  column('raisedAt', { width: '164px', narrow: 'off', render: ({ raisedAt }) => momentWords(raisedAt) }),
  column('indicator', { width: '150px', hidden: true, render: ({ about }) => about.name }),
  column('unit', { width: '150px', hidden: true, render: ({ unit }) => unit?.name ?? '—' }),
  column('chain', { width: '150px', hidden: true, render: ({ chain }) => chain?.name ?? '—' }),
  column('overAt', {
    width: '164px',
    hidden: true,
    render: ({ overAt }) => (overAt === null ? '—' : momentWords(overAt)),
  }),
];
