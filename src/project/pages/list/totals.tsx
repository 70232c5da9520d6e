import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { queryFor } from '../../../../platform/web/api.ts';
import { ScrollRegion } from '../../../../platform/web/layout/scroll-region.tsx';
import { Amount } from '../../../../platform/web/money/amount.tsx';
import { type Grouping, groupingNames, groupings, type ProjectTotalsJson, projectApi } from '../../contract.ts';

interface Props {
  readonly query: { readonly text?: string; readonly filter?: string; readonly box?: never };
  readonly by: Grouping | undefined;
  onBy(by: Grouping | undefined): void;
}

/** Number and investment of what the list finds, as one line; taken apart, as a table. Each project counts once. */
export function Totals({ query, by, onBy }: Props) {
  const totals = useQuery(queryFor(projectApi.totalProjects, { query: { ...query, ...(by && { by }) } }));
  const all = totals.data?.all;
  return (
    <section className="project-totals" aria-label="合计">
      <dl className="page-sums" aria-live="polite">
        <Sum name="项目">{all === undefined ? '…' : `${all.count} 个`}</Sum>
        <Sum name="受阻或滞后">{all === undefined ? '…' : `${all.stuck} 个`}</Sum>
        <Sum name="总投资">{all && <Amount fen={all.totalFen} />}</Sum>
        <Sum name={`${totals.data?.year ?? ''}年计划`}>{all && <Amount fen={all.yearPlanFen} />}</Sum>
        <Sum name={`${totals.data?.year ?? ''}年完成`}>
          {all && (
            <>
              <Amount fen={all.yearDoneFen} />
              {all.yearPlanFen > 0 && <small>{Math.floor((all.yearDoneFen * 100) / all.yearPlanFen)}%</small>}
            </>
          )}
        </Sum>
        <div className="project-by">
          <dt>
            <label htmlFor="project-by">分开合计</label>
          </dt>
          <dd>
            <Select
              id="project-by"
              value={by ?? ''}
              onChange={(value) => onBy(groupings.find((each) => each === value))}
              options={[
                { value: '', label: '不分' },
                ...groupings.map((value) => ({ value, label: `按${groupingNames[value]}` })),
              ]}
            />
          </dd>
        </div>
      </dl>
      {by !== undefined && totals.data !== undefined && <Groups totals={totals.data} by={by} />}
    </section>
  );
}

const Sum = ({ name, children }: { readonly name: string; readonly children: React.ReactNode }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);

function Groups({ totals, by }: { readonly totals: ProjectTotalsJson; readonly by: Grouping }) {
  return (
    <ScrollRegion aria-label={`按${groupingNames[by]}合计`} className="project-groups">
      <table className="page-table page-flat">
        <thead>
          <tr>
            {[
              groupingNames[by],
              '项目（个）',
              '受阻或滞后（个）',
              '总投资',
              `${totals.year}年计划`,
              `${totals.year}年完成`,
              '累计完成',
            ].map((title, at) => (
              <th key={title} scope="col" className={at > 0 ? 'page-end' : undefined}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {[...totals.groups, totals.all].map((group) => (
            <tr key={`${group.key} ${group.name}`}>
              <th scope="row">{group.name}</th>
              <td className="page-end">{group.count}</td>
              <td className="page-end">{group.stuck}</td>
              {[group.totalFen, group.yearPlanFen, group.yearDoneFen, group.doneFen].map((fen, at) => (
                <td key={['total', 'plan', 'year', 'done'][at]} className="page-end">
                  <Amount fen={fen} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
