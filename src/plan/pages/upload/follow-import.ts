import { addressFor, send } from '../../../../platform/web/api.ts';
import { type ImportJobJson, planApi } from '../../contract.ts';

const ASK_AGAIN_MS = 700;

const over = ({ state }: ImportJobJson): boolean => state === 'done' || state === 'refused';

/** Follows an import to its end. Where events do not come through, it asks again and again. */
export function followImport(first: ImportJobJson, onStep: (job: ImportJobJson) => void): Promise<ImportJobJson> {
  if (over(first)) return Promise.resolve(first);
  onStep(first);
  const params = { importId: first.id };
  return new Promise((resolve, reject) => {
    const events = new EventSource(addressFor(planApi.followImport, params));
    events.onmessage = (event) => {
      const job = JSON.parse(event.data) as ImportJobJson;
      onStep(job);
      if (!over(job)) return;
      events.close();
      resolve(job);
    };
    events.onerror = () => {
      events.close();
      ask(params, onStep).then(resolve, reject);
    };
  });
}

async function ask(params: { importId: string }, onStep: (job: ImportJobJson) => void): Promise<ImportJobJson> {
  for (;;) {
    const job = await send(planApi.readImport, { params });
    onStep(job);
    if (over(job)) return job;
    await new Promise((resolve) => setTimeout(resolve, ASK_AGAIN_MS));
  }
}
