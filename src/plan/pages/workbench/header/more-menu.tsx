import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { MenuProps } from 'antd';
import { keyOf, send } from '../../../../../platform/web/api.ts';
import { sentencesOf } from '../../../../../platform/web/feedback/failure.tsx';
import { notify } from '../../../../../platform/web/feedback/toasts.ts';
import { MenuButton } from '../../../../../platform/web/layout/menu-button.tsx';
import { planApi } from '../../../contract.ts';
import { useWorkbench } from '../workbench-context.ts';

/** What is done seldom. */
export function MoreMenu() {
  const { plan, version, editable, open } = useWorkbench();
  const client = useQueryClient();
  const navigate = useNavigate();

  const discard = async (): Promise<void> => {
    const params = { planId: plan.id };
    try {
      const detail = await send(planApi.discardDraft, {
        params,
        query: { revision: version.draft?.revision ?? plan.revision },
      });
      client.setQueryData(keyOf(planApi.readPlan, params), detail);
      void client.invalidateQueries({ queryKey: keyOf(planApi.listPlans) });
      notify('草案已放弃，需要时可以在这个方案里恢复');
      if (detail.latestEdition === null) void navigate({ to: '/' });
    } catch (error) {
      notify(sentencesOf(error).join('\n'), { tone: 'bad' });
    }
  };

  const items: NonNullable<MenuProps['items']> = [
    ...(editable ? [{ key: 'head', label: '更正标题、文号、日期', onClick: () => open('head') }] : []),
    { key: 'parents', label: '上位规划', onClick: () => open('parents') },
    { key: 'history', label: '修改记录', onClick: () => open('history') },
    { type: 'divider' },
    {
      key: 'next-edition',
      label: plan.draft === null ? '导入下一版文件' : '导入下一版文件（先发布或放弃草案）',
      disabled: plan.draft !== null,
      onClick: () => open('next-edition'),
    },
    ...(editable ? [{ key: 'discard', label: '放弃草案', danger: true, onClick: () => void discard() }] : []),
  ];
  return <MenuButton items={items}>更多</MenuButton>;
}
