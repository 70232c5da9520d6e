import { Link } from '@tanstack/react-router';
import { Light } from '../../../../platform/web/chart/light.tsx';
import { Waiting } from '../../../../platform/web/feedback/empty.tsx';
import { Failure } from '../../../../platform/web/feedback/failure.tsx';
import { Amount } from '../../../../platform/web/money/amount.tsx';
import { alarmNames, stageNames } from '../../../project/domain/index.ts';
import type { EnterpriseJson } from '../../contract.ts';
import { useProjectsOf } from '../parts/use-projects.ts';

const lightWords = { red: '受阻', yellow: '滞后', blue: '临近', green: '正常' } as const;

/** Projects that it invests in, by its name and the names it had, and what stops them. */
export function Projects({ enterprise }: { readonly enterprise: EnterpriseJson }) {
  const { projects: own, error, retry } = useProjectsOf(enterprise);
  if (error && own === undefined) return <Failure error={error} onRetry={retry} />;
  if (own === undefined) return <Waiting lines={3} />;
  if (own.length === 0) return <p className="pale">项目库里没有它的项目。</p>;
  return (
    <table className="page-table">
      <thead>
        <tr>
          {['项目', '阶段', '总投资', '累计完成', '问题'].map((head, at) => (
            <th key={head} scope="col" className={at === 2 || at === 3 ? 'page-end' : undefined}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {own.map((row) => (
          <tr key={row.id}>
            <td data-label="项目">
              <Link to="/projects/$projectId" params={{ projectId: row.id }}>
                {row.name}
              </Link>
            </td>
            <td data-label="阶段">
              <span>
                {stageNames[row.stage]} <Light colour={row.light} word={lightWords[row.light]} />
              </span>
            </td>
            <td data-label="总投资" className="page-end">
              <Amount fen={row.totalFen} />
            </td>
            <td data-label="累计完成" className="page-end">
              <Amount fen={row.doneFen} />
            </td>
            <td data-label="问题">
              {row.alarms.length === 0
                ? '没有'
                : (row.alarmReason ?? row.alarms.map((rule) => alarmNames[rule]).join('、'))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
