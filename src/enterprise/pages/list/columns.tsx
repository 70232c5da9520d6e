import { Link } from '@tanstack/react-router';
import type { Column } from '../../../../platform/web/list/model.ts';
import { Amount } from '../../../../platform/web/money/amount.tsx';
import { dayAt } from '../../../kernel/index.ts';
import { type EnterpriseField, type EnterpriseRowJson, enterpriseFields } from '../../contract.ts';
import { scaleNames, stateNames } from '../../domain/index.ts';

const column = (
  key: EnterpriseField,
  rest: Omit<Column<EnterpriseRowJson>, 'key' | 'title'>,
): Column<EnterpriseRowJson> => ({
  ...{ key, title: enterpriseFields[key].title.replace('（万元）', '') },
  ...rest,
});

const fenOfYuan = 100;
const mostNames = 3;

/** A few names side by side; how many more there are is said, and pointing at it names them. */
function Names({ all }: { readonly all: readonly { readonly id: string; readonly name: string }[] }) {
  const rest = all.slice(mostNames);
  return (
    <span className="enterprise-tags">
      {all.slice(0, mostNames).map(({ id, name }) => (
        <span key={id}>{name}</span>
      ))}
      {rest.length > 0 && <span title={rest.map(({ name }) => name).join('、')}>另 {rest.length} 个</span>}
    </span>
  );
}

/** Everything that the list of enterprises can show. */
export const enterpriseColumns: readonly Column<EnterpriseRowJson>[] = [
  column('name', {
    ...{ width: 'minmax(240px, 2fr)', narrow: 'main' },
    render: (row) => (
      <span className="named">
        <Link to="/enterprises/$enterpriseId" params={{ enterpriseId: row.id }}>
          {row.name}
        </Link>
        <small>{row.code ?? '没有代码'}</small>
      </span>
    ),
  }),
  column('region', { width: '96px', render: ({ region }) => region.name }),
  column('chain', { width: '120px', narrow: 'off', render: ({ chain }) => chain?.name ?? '—' }),
  column('industry', { width: '72px', narrow: 'off', render: ({ industry }) => industry ?? '—' }),
  column('scale', { width: '72px', render: ({ scale }) => (scale === null ? '—' : scaleNames[scale]) }),
  column('title', {
    width: 'minmax(180px, 1.4fr)',
    render: ({ titles }) => <Names all={titles} />,
  }),
  column('revenue', {
    ...{ width: '124px', align: 'end', narrow: 'figure' },
    render: ({ revenueYuan, revenueYear }) =>
      revenueYuan === null ? (
        '—'
      ) : (
        <span className="named">
          <Amount fen={revenueYuan * fenOfYuan} />
          <small>{revenueYear} 年</small>
        </span>
      ),
  }),
  column('employees', {
    ...{ width: '92px', align: 'end' },
    render: ({ employees }) => (employees === null ? '—' : `${employees.toLocaleString('zh-CN')} 人`),
  }),
  column('state', {
    width: '72px',
    render: ({ state, mergedInto }) => (mergedInto === null ? stateNames[state] : '已合并'),
  }),
  column('tag', {
    ...{ width: 'minmax(140px, 1fr)', hidden: true },
    render: ({ tags }) => <Names all={tags} />,
  }),
  column('code', { ...{ width: '190px', hidden: true }, render: ({ code }) => code ?? '—' }),
  column('park', { ...{ width: '160px', hidden: true }, render: ({ park }) => park?.name ?? '—' }),
  column('foundedOn', { ...{ width: '112px', hidden: true }, render: ({ foundedOn }) => foundedOn ?? '—' }),
  column('capital', {
    ...{ width: '124px', align: 'end' as const, hidden: true },
    render: ({ capitalFen }) => (capitalFen === null ? '—' : <Amount fen={capitalFen} />),
  }),
  column('legalRepresentative', {
    ...{ width: '96px', hidden: true },
    render: ({ legalRepresentative }) => legalRepresentative,
  }),
  column('address', { ...{ width: '260px', hidden: true }, render: ({ address }) => address }),
  column('products', { ...{ width: '220px', hidden: true }, render: ({ products }) => products.join('、') }),
  column('changedAt', { ...{ width: '112px', hidden: true }, render: ({ changedAt }) => dayAt(changedAt) }),
];
