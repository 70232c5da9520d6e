import { Link } from '@tanstack/react-router';
import type { Column } from '../../../../platform/web/list/model.ts';
import type { CycleRowJson } from '../../contract.ts';
import { cycleKindNames, cycleStateNames } from '../../domain/index.ts';
import { rateWords } from './words.ts';

export const CycleState = ({ state }: { readonly state: CycleRowJson['state'] }) => (
  <span className={`cycle-state cycle-state-${state}`}>{cycleStateNames[state]}</span>
);

/** A row of the list of cycles: which, how it stands, how much came, what it came to. */
export const cycleColumns: readonly Column<CycleRowJson>[] = [
  {
    ...{ key: 'name', title: '调度', width: 'minmax(170px, 1.4fr)', narrow: 'main' },
    render: ({ id, name }) => (
      <Link to="/dispatch/$cycleId" params={{ cycleId: id }} search={{}}>
        {name}
      </Link>
    ),
  },
  {
    ...{ key: 'state', title: '状态', width: '96px', narrow: 'figure' },
    render: ({ state }) => <CycleState state={state} />,
  },
  { key: 'region', title: '地区', width: 'minmax(100px, 1fr)', render: ({ region }) => region.name },
  { key: 'kind', title: '种类', width: '96px', render: ({ kind }) => cycleKindNames[kind], hidden: true },
  { key: 'opensOn', title: '开始', width: '112px', render: ({ opensOn }) => opensOn },
  { key: 'dueOn', title: '截止', width: '112px', render: ({ dueOn }) => dueOn },
  {
    ...{ key: 'asked', title: '应报（项）', width: '100px', align: 'end' },
    render: ({ progress }) => progress?.asked ?? '—',
  },
  {
    ...{ key: 'reported', title: '已报（项）', width: '100px', align: 'end' },
    render: ({ progress }) => progress?.reported ?? '—',
  },
  {
    ...{ key: 'red', title: '红灯（项）', width: '100px', align: 'end' },
    render: ({ counts }) => counts?.red ?? '—',
  },
  {
    ...{ key: 'rate', title: '按时率', width: '92px', align: 'end' },
    render: ({ rate }) => rateWords(rate),
  },
];
