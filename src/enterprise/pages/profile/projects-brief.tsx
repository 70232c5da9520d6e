import { Amount } from '../../../../platform/web/money/amount.tsx';
import { stageNames } from '../../../project/domain/index.ts';
import type { EnterpriseJson } from '../../contract.ts';
import { useProjectsOf } from '../parts/use-projects.ts';

const most = 4;

/** Its projects in a few lines. */
export function ProjectsBrief({ enterprise }: { readonly enterprise: EnterpriseJson }) {
  const { projects } = useProjectsOf(enterprise);
  if (projects === undefined || projects.length === 0) return <p>项目库里没有它的项目。</p>;
  return (
    <>
      <ul>
        {projects.slice(0, most).map(({ id, name, stage, totalFen, alarmReason }) => (
          <li key={id}>
            {name}：{stageNames[stage]}，总投资 <Amount fen={totalFen} />
            {alarmReason !== null && `。${alarmReason}`}
          </li>
        ))}
      </ul>
      {projects.length > most && (
        <p>
          共 {projects.length} 个，这里列 {most} 个。
        </p>
      )}
    </>
  );
}
