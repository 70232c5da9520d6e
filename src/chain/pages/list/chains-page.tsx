import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Input } from 'antd';
import { queryFor } from '../../../../platform/web/api.ts';
import { Empty } from '../../../../platform/web/feedback/empty.tsx';
import { List } from '../../../../platform/web/list/list.tsx';
import type { Column } from '../../../../platform/web/list/model.ts';
import { usePageTitle } from '../../../../platform/web/shell/title.ts';
import { type ChainRowJson, chainApi } from '../../contract.ts';
import { ActsStrip, actsWords } from '../parts/acts-strip.tsx';
import { YearField } from '../parts/year-field.tsx';
import '../chain.css';

const route = getRouteApi('/chains');

/** Every chain in sight: who runs it, and whether its chief met and visited as often as he should. */
export function ChainsPage() {
  const { year, text = '' } = route.useSearch();
  const navigate = route.useNavigate();
  usePageTitle('产业链');
  const chains = useQuery(queryFor(chainApi.listChainFiles, { query: year === undefined ? {} : { year } }));
  const rows = chains.data?.chains.filter((chain) => fits(chain, text));
  const norms = chains.data?.chains.find(({ acts }) => acts.length > 0)?.acts ?? [];
  return (
    <div className="page chain-page">
      <header className="chain-head">
        <h1>产业链</h1>
        <Input.Search
          className="chain-search"
          allowClear
          aria-label="找产业链"
          placeholder="产业链、链长或牵头单位"
          defaultValue={text}
          onChange={({ target }) =>
            void navigate({
              search: ({ text: _before, ...rest }) => ({ ...rest, ...(target.value !== '' && { text: target.value }) }),
              replace: true,
            })
          }
        />
        {chains.data !== undefined && (
          <YearField
            year={chains.data.year}
            onYear={(next) => void navigate({ search: (before) => ({ ...before, year: next }) })}
          />
        )}
      </header>
      <List
        label="产业链"
        rows={rows}
        error={chains.error}
        onRetry={() => void chains.refetch()}
        columns={columnsOf(norms)}
        keyOf={({ id }) => id}
        nameOf={({ name }) => name}
        onOpen={({ id }) => void navigate({ to: '/chains/$chainId', params: { chainId: id } })}
        empty={
          <Empty title={text === '' ? '还没有产业链' : '没有符合的产业链'}>
            <p>{text === '' ? '请系统管理员先在“机构 › 产业链”里登记。' : '换几个字再找。'}</p>
          </Empty>
        }
      />
    </div>
  );
}

const fits = ({ name, regionName, chiefs, leadUnit }: ChainRowJson, text: string): boolean =>
  text.split(/\s+/u).every((word) => [name, regionName, leadUnit ?? '', ...chiefs].some((each) => each.includes(word)));

const columnsOf = (norms: ChainRowJson['acts']): readonly Column<ChainRowJson>[] => [
  {
    ...{ key: 'name', title: '产业链', width: 'minmax(180px, 1.4fr)', narrow: 'main' },
    sortBy: ({ name }) => name,
    render: ({ id, name }) => (
      <Link to="/chains/$chainId" params={{ chainId: id }}>
        {name}
      </Link>
    ),
  },
  {
    ...{ key: 'region', title: '地区', width: '110px' },
    sortBy: ({ regionName }) => regionName,
    render: ({ regionName }) => regionName,
  },
  {
    ...{ key: 'chief', title: '链长', width: 'minmax(140px, 1fr)' },
    sortBy: ({ chiefs }) => chiefs[0] ?? null,
    render: ({ chiefs }) => (chiefs.length === 0 ? <span className="pale">没有写</span> : chiefs.join('、')),
  },
  {
    ...{ key: 'lead', title: '牵头单位', width: 'minmax(150px, 1fr)' },
    sortBy: ({ leadUnit }) => leadUnit,
    render: ({ leadUnit }) => leadUnit ?? <span className="pale">没有写</span>,
  },
  ...norms.map(
    ({ id, name, periods }): Column<ChainRowJson> => ({
      ...{ key: id, title: name, width: periods.length > 4 ? '300px' : '120px' },
      render: ({ acts }) => {
        const norm = acts.find((each) => each.id === id);
        if (norm === undefined) return null;
        return (
          <span title={actsWords(norm)}>
            <ActsStrip norm={norm} named={false} />
          </span>
        );
      },
    }),
  ),
];
