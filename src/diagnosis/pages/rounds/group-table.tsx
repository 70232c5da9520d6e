import { ScrollRegion } from '../../../../platform/web/layout/scroll-region.tsx';
import type { DiagnosisBoardJson } from '../../contract.ts';

interface Props {
  /** What the rows are: 地区. */
  readonly head: string;
  readonly groups: DiagnosisBoardJson['regions'];
}

const counted = ['应做', '已完成', '待核验', '填写中', '未开始'] as const;

/** How many of all are diagnosed; whole percent, rounded down, so that 100 means all. */
export const coverage = ({ all, inspected }: { readonly all: number; readonly inspected: number }): number =>
  Math.floor((inspected * 100) / Math.max(1, all));

/** How far a round is, group by group. */
export function GroupTable({ head, groups }: Props) {
  const id = `diagnosis-by-${head}`;
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>按{head}</h2>
      <ScrollRegion className="diagnosis-scroll" aria-label={`按${head}看覆盖情况`}>
        <table className="page-table">
          <thead>
            <tr>
              <th scope="col">{head}</th>
              {counted.map((name) => (
                <th key={name} scope="col" className="page-end">
                  {name}（家）
                </th>
              ))}
              <th scope="col">覆盖率</th>
              <th scope="col">等级</th>
            </tr>
          </thead>
          <tbody>
            {groups.map((group) => (
              <tr key={group.key}>
                <th scope="row">{group.name}</th>
                {[group.all, group.inspected, group.submitted, group.filling, group.none].map((count, at) => (
                  <td key={counted[at]} className="page-end" data-label={counted[at]}>
                    {count}
                  </td>
                ))}
                <td data-label="覆盖率">
                  <CoverageBar percent={coverage(group)} />
                </td>
                <td data-label="等级">
                  <span>{group.levels.map(({ name, count }) => `${name} ${count} 家`).join('，') || '—'}</span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </section>
  );
}

export function CoverageBar({ percent }: { readonly percent: number }) {
  return (
    <span className="diagnosis-coverage">
      <span className="diagnosis-bar" aria-hidden="true">
        <span style={{ inlineSize: `${percent}%` }} />
      </span>
      {percent}%
    </span>
  );
}
