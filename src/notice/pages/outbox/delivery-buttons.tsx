import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { keyOf, send } from '../../../../platform/web/api.ts';
import { sentencesOf } from '../../../../platform/web/feedback/failure.tsx';
import { notify } from '../../../../platform/web/feedback/toasts.ts';
import { type DeliveryJson, noticeApi } from '../../contract.ts';
import { awaitsDecision } from '../../domain/index.ts';

/** What the administrator can decide about a delivery that stopped. */
export function DeliveryButtons({ delivery: { id, state, target } }: { readonly delivery: DeliveryJson }) {
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  if (!awaitsDecision(state)) return null;
  const decide = async (endpoint: typeof noticeApi.resendDelivery | typeof noticeApi.dropDelivery): Promise<void> => {
    setBusy(true);
    try {
      await send(endpoint, { params: { deliveryId: id } });
    } catch (error) {
      notify(sentencesOf(error).join('\n'), { tone: 'bad' });
    } finally {
      setBusy(false);
      for (const each of [noticeApi.listDeliveries, noticeApi.readOutboxState])
        void client.invalidateQueries({ queryKey: keyOf(each) });
    }
  };
  return (
    <span className="notice-buttons">
      <Button
        size="small"
        disabled={busy}
        aria-label={`重发给 ${target}`}
        onClick={() => void decide(noticeApi.resendDelivery)}
      >
        重发
      </Button>
      <Button
        size="small"
        disabled={busy}
        aria-label={`不再发给 ${target}`}
        onClick={() => void decide(noticeApi.dropDelivery)}
      >
        不再发
      </Button>
    </span>
  );
}
