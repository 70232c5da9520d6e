import { addDays } from '../../src/kernel/index.ts';
import { dispatchApi } from '../../src/task/contract.ts';
import type { Asker } from './ask-app.ts';
import type { DemoPost } from './first-start.ts';

interface Given {
  readonly posts: readonly DemoPost[];
  askerOf(post: DemoPost): Promise<Asker>;
  /** YYYY-MM-DD */
  readonly today: string;
}

const mostUrged = 3;

/**
 * Gives the demo what the city's office does between two dispatches: it has set a sign for its letters, has urged some units and
 * sent a letter of supervision. Does nothing when a sign is set already; gives how many duties were asked after.
 */
export async function fillDemoDispatch({ posts, askerOf, today }: Given): Promise<number> {
  const post = posts.find(({ roleId, regionId }) => roleId === 'chain-office' && regionId === '990100');
  if (post === undefined) return 0;
  const office = await askerOf(post);
  const { rules, revision, region } = await office.call(dispatchApi.readDispatchSettings, { query: {} });
  if (rules.sign !== null) return 0;
  const rule = { kind: 'sign' as const, content: '临链督' };
  await office.call(dispatchApi.changeDispatchSettings, {
    body: { regionId: region.id, revision, rule, from: today, reason: '印发督办办法。' },
  });
  const { rows } = await office.call(dispatchApi.listProposals, { query: {} });
  const duties = (of: typeof rows) =>
    of.map(({ taskId, dutyId, revision: seen }) => ({ taskId, dutyId, revision: seen }));
  const [late] = rows.filter(({ step }) => step !== 'urge');
  const soon = rows.filter(({ step, taskId }) => step === 'urge' && taskId !== late?.taskId).slice(0, mostUrged);
  let done = 0;
  if (soon.length > 0) {
    const body = { step: 'urge' as const, words: '请抓紧办理，有困难请及时说明。', duties: duties(soon) };
    done += (await office.call(dispatchApi.pressDuties, { body })).done.length;
  }
  if (late !== undefined) {
    const words = '请说明没有按期办结的原因，提出办结的措施和时间，按期复函。';
    const replyBy = late.replyBy ?? addDays(today, 5);
    const body = { step: 'supervise' as const, words, replyBy, duties: duties([late]) };
    done += (await office.call(dispatchApi.pressDuties, { body })).done.length;
  }
  return done;
}
