import { useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { keyOf, send } from '../../../../../platform/web/api.ts';
import { sentencesOf } from '../../../../../platform/web/feedback/failure.tsx';
import { notify } from '../../../../../platform/web/feedback/toasts.ts';
import { planApi } from '../../../contract.ts';
import { useWorkbench } from '../workbench-context.ts';

const route = getRouteApi('/plans/$planId');

/** On an edition: begins a draft from it, or goes to the draft that is open already. */
export function StartDraftButton() {
  const { plan, version, may } = useWorkbench();
  const navigate = route.useNavigate();
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  const toDraft = () => void navigate({ search: {} });
  if (plan.draft !== null)
    return (
      <Button type="primary" onClick={toDraft}>
        去草案
      </Button>
    );
  if (!may.draft) return null;
  const start = async (): Promise<void> => {
    const params = { planId: plan.id };
    setBusy(true);
    try {
      const edition = version.edition?.number ?? 1;
      const detail = await send(planApi.startDraft, { params, body: { revision: plan.revision, edition } });
      client.removeQueries({ queryKey: keyOf(planApi.readDraft, params) });
      client.setQueryData(keyOf(planApi.readPlan, params), detail);
      toDraft();
    } catch (error) {
      notify(sentencesOf(error).join('\n'), { tone: 'bad' });
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button type="primary" loading={busy} onClick={() => void start()}>
      起草修订
    </Button>
  );
}
