import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { keyOf, send } from '../../../../platform/web/api.ts';
import { Empty } from '../../../../platform/web/feedback/empty.tsx';
import { sentencesOf } from '../../../../platform/web/feedback/failure.tsx';
import { notify } from '../../../../platform/web/feedback/toasts.ts';
import { type PlanDetailJson, planApi } from '../../contract.ts';

/** A plan whose only draft was thrown away: it can be brought back. */
export function DiscardedPlan({ plan }: { readonly plan: PlanDetailJson }) {
  const client = useQueryClient();
  const restore = async (): Promise<void> => {
    const params = { planId: plan.id };
    try {
      const detail = await send(planApi.restoreDraft, { params, body: { revision: plan.revision } });
      client.setQueryData(keyOf(planApi.readPlan, params), detail);
      void client.invalidateQueries({ queryKey: keyOf(planApi.listPlans) });
    } catch (error) {
      notify(sentencesOf(error).join('\n'), { tone: 'bad' });
    }
  };
  return (
    <Empty title={`「${plan.title ?? plan.fileName}」的草案已放弃`}>
      <p>草案没有删除，恢复后和放弃前一样。</p>
      <Button type="primary" onClick={() => void restore()}>
        恢复草案
      </Button>
    </Empty>
  );
}
