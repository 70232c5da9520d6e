import { useQueryClient } from '@tanstack/react-query';
import type { MenuProps } from 'antd';
import { keyOf, send } from '../../../../../platform/web/api.ts';
import { sentencesOf } from '../../../../../platform/web/feedback/failure.tsx';
import { notify } from '../../../../../platform/web/feedback/toasts.ts';
import { MenuButton } from '../../../../../platform/web/layout/menu-button.tsx';
import { type PlanDetailJson, planApi } from '../../../contract.ts';
import { readAnewAfterConflict } from '../draft/draft-queue.ts';
import { useWorkbench } from '../workbench-context.ts';

/** What is done seldom. */
export function MoreMenu() {
  const { plan, version, editable, may, open } = useWorkbench();
  const client = useQueryClient();

  const params = { planId: plan.id };
  const settle = async (work: Promise<PlanDetailJson>): Promise<PlanDetailJson | undefined> => {
    try {
      const detail = await work;
      client.setQueryData(keyOf(planApi.readPlan, params), detail);
      void client.invalidateQueries({ queryKey: keyOf(planApi.listPlans) });
      return detail;
    } catch (error) {
      await readAnewAfterConflict(client, plan.id, error);
      notify(sentencesOf(error).join('\n'), { tone: 'bad' });
      return undefined;
    }
  };
  const discard = async (): Promise<void> => {
    const revision = version.draft?.revision ?? plan.revision;
    const detail = await settle(send(planApi.discardDraft, { params, query: { revision } }));
    if (detail === undefined) return;
    const restore = () => void settle(send(planApi.restoreDraft, { params, body: { revision: detail.revision } }));
    notify('草案已放弃', { action: { label: '恢复', run: restore } });
  };

  const nextEdition: NonNullable<MenuProps['items']> = [
    { type: 'divider' },
    {
      key: 'next-edition',
      label: plan.draft === null ? '导入下一版文件' : '导入下一版文件（先发布或放弃草案）',
      disabled: plan.draft !== null,
      onClick: () => open('next-edition'),
    },
  ];
  const items: NonNullable<MenuProps['items']> = [
    ...(editable ? [{ key: 'head', label: '更正标题、文号、日期', onClick: () => open('head') }] : []),
    ...(may.draft ? [{ key: 'parents', label: '上位规划', onClick: () => open('parents') }] : []),
    ...(may.assign ? [{ key: 'assign', label: '变更归属', onClick: () => open('assign') }] : []),
    { key: 'history', label: '修改记录', onClick: () => open('history') },
    ...(may.draft ? nextEdition : []),
    ...(editable ? [{ key: 'discard', label: '放弃草案', danger: true, onClick: () => void discard() }] : []),
  ];
  // Of a plan that is only published for this post there is nothing more to do.
  if (plan.sight === 'published') return null;
  return <MenuButton items={items}>更多</MenuButton>;
}
