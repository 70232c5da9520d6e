import type { TaskRowJson } from '../../contract.ts';
import { lightNames, taskStateNames } from '../../domain/index.ts';

type Said = Pick<
  TaskRowJson,
  'state' | 'light' | 'reason' | 'createdOn' | 'firstDueOn' | 'dueOn' | 'milestones' | 'dependsOn' | 'leads'
>;

/** What the bar of a task shows, in sentences, for pointing at it and for who does not see it. */
export function rowWords({
  state,
  light,
  reason,
  createdOn,
  firstDueOn,
  dueOn,
  milestones,
  dependsOn,
  leads,
}: Said): string {
  const span = dueOn === null ? `${createdOn} 立项，没有时限` : `${createdOn} 立项，${dueOn} 到期`;
  const first = firstDueOn !== null && firstDueOn !== dueOn ? `，最初 ${firstDueOn} 到期` : '';
  const lead = leads.length === 0 ? '' : `${leads.map(({ name }) => name).join('、')}牵头。`;
  const points = milestones.map(
    ({ name, dueOn: on, reachedOn }) => `${name} ${on}${reachedOn === null ? '' : `（${reachedOn} 完成）`}`,
  );
  return [
    `${taskStateNames[state]}，${lightNames[light]}。${reason}`,
    `${span}${first}。`,
    lead,
    points.length === 0 ? '' : `节点：${points.join('；')}。`,
    dependsOn.length === 0 ? '' : `要先做完 ${dependsOn.length} 项任务。`,
  ].join('');
}
