import { Link } from '@tanstack/react-router';
import type { Column } from '../../../../platform/web/list/model.ts';
import { type ConflictField, type ConflictRowJson, conflictFields, conflictKinds } from '../../contract.ts';

type Asked = { readonly on?: string };
type Rest = Omit<Column<ConflictRowJson>, 'key' | 'title'>;
const column = (key: ConflictField, rest: Rest): Column<ConflictRowJson> => ({
  ...{ key, title: conflictFields[key].title },
  ...rest,
});

/** One side of it, leading to its clause or document. */
function End({ end, asked }: { readonly end: ConflictRowJson['a']; readonly asked: Asked }) {
  if (end === null) return '—';
  const { policyId, clauseId, title, policy, level } = end;
  return (
    <div className="policy-name">
      {clauseId === null ? (
        <Link to="/policies/$policyId" params={{ policyId }} search={asked}>
          {title}
        </Link>
      ) : (
        <Link to="/policies/$policyId/$clauseId" params={{ policyId, clauseId }} search={asked}>
          {title}
        </Link>
      )}
      <small>
        {policy}（{level}级）
      </small>
    </div>
  );
}

const amount = (yuan: number | null) => (yuan === null ? '—' : yuan.toLocaleString('zh-CN'));

export const conflictColumns = (asked: Asked): readonly Column<ConflictRowJson>[] => [
  column('kind', { width: '136px', narrow: 'main', render: ({ kind }) => conflictKinds[kind] }),
  column('a', { width: 'minmax(180px, 1fr)', render: ({ a }) => <End end={a} asked={asked} /> }),
  column('b', { width: 'minmax(180px, 1fr)', render: ({ b }) => <End end={b} asked={asked} /> }),
  column('amountA', { width: '100px', align: 'end', render: ({ amountA }) => amount(amountA) }),
  column('amountB', { width: '100px', align: 'end', render: ({ amountB }) => amount(amountB) }),
  column('events', { width: '124px', render: ({ events }) => (events.length === 0 ? '—' : events.join('、')) }),
  column('from', { width: '112px', hidden: true, render: ({ from }) => from ?? '—' }),
  column('to', { width: '112px', hidden: true, render: ({ to }) => to ?? '—' }),
  column('witness', {
    width: 'minmax(220px, 1.3fr)',
    render: ({ kind, witness, from, to }) =>
      kind === 'gap'
        ? `${from} 至 ${to} 两份都不施行`
        : kind === 'unreachable'
          ? '找不到能同时符合全部条件的企业'
          : witness.map(({ name, value }) => `${name}：${value}`).join('；'),
  }),
];
