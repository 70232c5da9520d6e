import { useQueries } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Button, Checkbox, Select } from 'antd';
import { useState } from 'react';
import { BarChart } from '../../../../platform/web/chart/bar-chart.tsx';
import { Empty, Waiting } from '../../../../platform/web/feedback/empty.tsx';
import { Failure } from '../../../../platform/web/feedback/failure.tsx';
import { PickInput } from '../../../../platform/web/form/pick-input.tsx';
import { ScrollRegion } from '../../../../platform/web/layout/scroll-region.tsx';
import { usePageTitle } from '../../../../platform/web/shell/title.ts';
import type { EnterpriseJson } from '../../contract.ts';
import { idsIn, mostCompared } from '../address.ts';
import { appealsQuery } from '../appeals/use-appeal.ts';
import { grantsQuery } from '../grants/use-grants.ts';
import { Figure } from '../parts/figure.tsx';
import { type FigureWords, figureOf, figureText, yearsOf } from '../parts/figures.ts';
import { enterpriseQuery, useWords } from '../parts/use-enterprise.ts';
import { promisesQuery } from '../promises/use-promises.ts';
import { type CompareParts, partRows } from './part-rows.ts';
import { type CompareRow, compareRows } from './rows.ts';
import '../parts/enterprise.css';
import './compare.css';

const route = getRouteApi('/enterprises/compare');

/** Some enterprises beside each other: what differs is marked, one figure is drawn. */
export function ComparePage() {
  const ids = idsIn(route.useSearch());
  const navigate = route.useNavigate();
  usePageTitle('企业对比');
  const words = useWords();
  const answers = useQueries({ queries: ids.map((id) => enterpriseQuery(id)) });
  const put = (next: readonly string[]): void =>
    void navigate({ search: next.length === 0 ? {} : { ids: next.join() } });
  const found = answers.flatMap(({ data }) => data ?? []);
  const failed = answers.find(({ error }) => error !== null);
  const waiting = answers.some(({ isPending }) => isPending) || words.data === undefined;
  return (
    <div className="page">
      <p className="page-back">
        <Link to="/enterprises">企业名录</Link>
      </p>
      <div className="page-head">
        <h1>企业对比</h1>
        {ids.length < mostCompared && (
          <label className="enterprise-compare-add" htmlFor="enterprise-compare-add">
            加一家
            <PickInput
              id="enterprise-compare-add"
              of="enterprise"
              several={false}
              value={null}
              onChange={(id) => typeof id === 'string' && put([...ids, id])}
            />
          </label>
        )}
      </div>
      {failed !== undefined && <Failure error={failed.error} onRetry={() => void failed.refetch()} />}
      {waiting && ids.length > 0 ? (
        <Waiting lines={10} />
      ) : found.length < 2 ? (
        <Empty title={found.length === 0 ? '还没有选企业' : `已选 ${found[0]?.name ?? '一家'}，再加一家`}>
          <p>在上面输入名称加进来，或者在企业名录里选中几家，点“对比”。最多 {mostCompared} 家。</p>
        </Empty>
      ) : (
        <Compared
          all={found}
          kinds={words.data?.figures ?? []}
          onDrop={(id) => put(ids.filter((each) => each !== id))}
        />
      )}
    </div>
  );
}

interface ComparedProps {
  readonly all: readonly EnterpriseJson[];
  readonly kinds: readonly FigureWords[];
  onDrop(id: string): void;
}

function Compared({ all, kinds, onDrop }: ComparedProps) {
  const [onlyOther, setOnlyOther] = useState(false);
  const parts = useCompareParts(all);
  const rows = [...compareRows(all, kinds), ...partRows(all, parts)].filter(({ differs }) => differs || !onlyOther);
  const groups = [...new Set(rows.map(({ group }) => group))];
  return (
    <>
      <FigureChart all={all} kinds={kinds} />
      <p>
        <Checkbox checked={onlyOther} onChange={({ target }) => setOnlyOther(target.checked)}>
          只看不同的
        </Checkbox>
      </p>
      <ScrollRegion aria-label="对比" className="enterprise-compare">
        <table className="page-table page-flat">
          <thead>
            <tr>
              <td />
              {all.map(({ id, name }) => (
                <th key={id} scope="col">
                  <Link to="/enterprises/$enterpriseId" params={{ enterpriseId: id }}>
                    {name}
                  </Link>
                  <Button size="small" type="text" aria-label={`去掉${name}`} onClick={() => onDrop(id)}>
                    去掉
                  </Button>
                </th>
              ))}
            </tr>
          </thead>
          {groups.map((group) => (
            <tbody key={group}>
              <tr className="enterprise-compare-group">
                <th scope="rowgroup" colSpan={all.length + 1}>
                  {group}
                </th>
              </tr>
              {rows
                .filter((row) => row.group === group)
                .map((row) => (
                  <Line key={row.key} row={row} all={all} />
                ))}
            </tbody>
          ))}
        </table>
      </ScrollRegion>
      <p className="pale">有底色的行各家不同；◆ 是几家里最大的。</p>
    </>
  );
}

/** What hangs on each of them beside the register, as far as it has come. */
function useCompareParts(all: readonly EnterpriseJson[]): readonly CompareParts[] {
  const grants = useQueries({ queries: all.map(({ id }) => grantsQuery(id, null)) });
  const promises = useQueries({ queries: all.map(({ id }) => promisesQuery(id, null)) });
  const appeals = useQueries({ queries: all.map(({ id }) => appealsQuery(id)) });
  return all.map((_, at) => ({
    ...{ grants: grants[at]?.data, promises: promises[at]?.data, appeals: appeals[at]?.data },
  }));
}

function Line({ row, all }: { readonly row: CompareRow; readonly all: readonly EnterpriseJson[] }) {
  return (
    <tr {...(row.differs && { 'data-differs': '' })}>
      <th scope="row">
        {row.title}
        {row.differs && <span className="visually-hidden">（各家不同）</span>}
      </th>
      {all.map(({ id }, at) => (
        <td key={id} className={row.end ? 'page-end' : undefined}>
          {row.most === at && (
            <>
              <span aria-hidden="true">◆ </span>
              <span className="visually-hidden">最大：</span>
            </>
          )}
          {row.cells[at]}
        </td>
      ))}
    </tr>
  );
}

/** One figure of all of them, over their last three years. */
function FigureChart({ all, kinds }: Omit<ComparedProps, 'onDrop'>) {
  const [chosen, setChosen] = useState('revenue');
  const years = [...new Set(all.flatMap(({ figures }) => yearsOf(figures)))].toSorted().slice(-3);
  const told = kinds.filter(({ id }) =>
    all.some(({ figures }) => years.some((year) => figureOf(figures, year, id) !== null)),
  );
  const kind = told.find(({ id }) => id === chosen) ?? told[0];
  if (kind === undefined) return null;
  return (
    <section aria-label="看一个数据">
      <Select
        aria-label="看哪个数据"
        value={kind.id}
        onChange={setChosen}
        options={told.map(({ id, name }) => ({ value: id, label: name }))}
        popupMatchSelectWidth={false}
      />
      <BarChart
        summary={`${all.map(({ name }) => name).join('、')}的${kind.name}。`}
        head="企业"
        series={years.map((year) => ({ name: `${year} 年` }))}
        items={all.map(({ id, name, shortName, figures }) => ({
          ...{ key: id, name: shortName === '' ? name : shortName },
          values: years.map((year) => figureOf(figures, year, kind.id)),
        }))}
        text={(value) => <Figure value={value} kind={kind} />}
        short={(value) => figureText(value, kind).replace(/ .*$/u, '')}
        words={(value) => figureText(value, kind)}
        picture={`企业对比：${kind.name}`}
      />
    </section>
  );
}
