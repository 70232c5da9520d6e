import { enterpriseApi } from '../../src/enterprise/contract.ts';
import type {
  InventedAppeal,
  InventedEnterprises,
  InventedGrant,
  InventedPromise,
} from '../../src/enterprise/index.ts';
import { addDays, firstDay, shifted } from '../../src/kernel/index.ts';
import type { Asker } from './ask-app.ts';
import type { DemoPost } from './first-start.ts';

interface Given {
  readonly posts: readonly DemoPost[];
  askerOf(post: DemoPost): Promise<Asker>;
  /** YYYY-MM-DD */
  readonly today: string;
}

/** Days that a unit is given to answer. */
const answerDays = 10;

/** What hangs on the invented enterprises: what they were granted, what was promised, and what they ask for help with. */
export async function fillParts(packs: readonly InventedEnterprises[], keeper: Asker, given: Given): Promise<void> {
  const idOf = await idsByCode(
    packs.flatMap(({ grants, promises, appeals }) => [...grants, ...promises, ...appeals].map(({ code }) => code)),
    keeper,
  );
  for (const grant of packs.flatMap(({ grants }) => grants)) await addGrant(grant, idOf(grant.code), keeper, given);
  for (const promise of packs.flatMap(({ promises }) => promises))
    await addPromise(promise, idOf(promise.code), keeper, given);
  const owners = await ownersOf(given);
  for (const appeal of packs.flatMap(({ appeals }) => appeals)) {
    const enterpriseId = idOf(appeal.code);
    await raise(appeal, enterpriseId, { keeper, own: owners.get(enterpriseId) ?? null, today: given.today });
  }
}

async function idsByCode(codes: readonly string[], keeper: Asker): Promise<(code: string) => string> {
  const ids = new Map<string, string>();
  for (const code of new Set(codes)) {
    const { taken } = await keeper.call(enterpriseApi.readCode, { params: { code } });
    if (taken !== null) ids.set(code, taken.id);
  }
  return (code) => ids.get(code) ?? '';
}

/** Whose people come in themselves. */
async function ownersOf({ posts, askerOf }: Given): Promise<ReadonlyMap<string, Asker>> {
  const owners = new Map<string, Asker>();
  for (const post of posts.filter(({ roleId }) => roleId === 'enterprise')) {
    const own = await askerOf(post);
    const { id } = await own.call(enterpriseApi.readOwn, {});
    if (id !== null) owners.set(id, own);
  }
  return owners;
}

const monthsAgo = (today: string, months: number): string => addDays(firstDay(shifted(today.slice(0, 7), -months)), 9);

async function addGrant(one: InventedGrant, enterpriseId: string, keeper: Asker, { today }: Given): Promise<void> {
  const grantedOn = monthsAgo(today, one.ago);
  const year = Number(grantedOn.slice(0, 4)) + (one.paid ?? 0);
  const paidYear = one.paid === null ? null : Math.min(year, Number(today.slice(0, 4)));
  const body = {
    ...{ clause: one.clause, title: one.title, docNumber: one.number, grantedOn, amountFen: one.amount * 100 },
    ...{ payer: one.payer, paidYear, source: '资金拨付文件（虚构）' },
  };
  await keeper.call(enterpriseApi.addGrant, { params: { enterpriseId }, body });
}

async function addPromise(one: InventedPromise, enterpriseId: string, keeper: Asker, { today }: Given): Promise<void> {
  const { side, kind, words, unit: unitId, amount } = one;
  const made = await keeper.call(enterpriseApi.addPromise, {
    params: { enterpriseId },
    body: {
      ...{ side, kind, words, unitId, amount, source: '招商引资协议（虚构）' },
      ...{ signedOn: monthsAgo(today, one.signed), dueOn: monthsAgo(today, -one.due) },
      year: one.year === null ? null : Number(today.slice(0, 4)) - one.year,
    },
  });
  if (one.kept === null) return;
  const body = {
    revision: made.revision,
    outcome: 'kept',
    on: addDays(today, -1),
    words: one.kept,
    amount: null,
  } as const;
  await keeper.call(enterpriseApi.settlePromise, { params: { promiseId: made.id }, body });
}

interface Hands {
  readonly keeper: Asker;
  /** The enterprise itself; null: it has nobody here, and the office writes it down. */
  readonly own: Asker | null;
  readonly today: string;
}

async function raise(one: InventedAppeal, enterpriseId: string, { keeper, own, today }: Hands): Promise<void> {
  const { kind, title, words, urgent } = one;
  const asked = { params: { enterpriseId }, body: { kind, title, words, urgent } };
  const appeal =
    own === null
      ? await keeper.call(enterpriseApi.noteAppeal, asked)
      : await own.call(enterpriseApi.raiseAppeal, asked);
  if (one.unit === null) return;
  const params = { appealId: appeal.id };
  const to = { revision: appeal.revision, unitId: one.unit, dueOn: addDays(today, answerDays), words: '' };
  const sent = await keeper.call(enterpriseApi.sendAppeal, { params, body: to });
  if (one.answer === null) return;
  await keeper.call(enterpriseApi.answerAppeal, { params, body: { revision: sent.revision, words: one.answer } });
}
