import { ApiRefused } from '../../platform/http/client.ts';
import { shifted } from '../../src/kernel/index.ts';
import { type BulletinJson, reportApi } from '../../src/report/contract.ts';
import { dispatchApi } from '../../src/task/contract.ts';
import type { Asker } from './ask-app.ts';
import type { DemoPost } from './first-start.ts';

/** Who fills the demo, and how it is asked in their names. */
export interface BulletinDemo {
  readonly posts: readonly DemoPost[];
  askerOf(post: DemoPost): Promise<Asker>;
  /** The same on a day of the past, at ten in the morning. */
  askerOn(post: DemoPost, day: string): Promise<Asker>;
  readonly today: string;
}

const city = '990100';
/** Files are made beside the request; a slow machine with much to do takes its time. */
const patienceMs = 120_000;
const restMs = 300;

/**
 * Gives the invented city a bulletin that was signed, sent and archived, and a briefing that is still being written. Frozen months
 * are there already, or are made by the same commands as people's. Does nothing when there are papers; gives how many
 * there are then.
 */
export async function fillDemoBulletins({ posts, askerOf, askerOn, today }: BulletinDemo): Promise<number> {
  // Two people of the office: nobody signs what he wrote.
  const [officePost, otherPost] = posts.filter(
    ({ roleId, regionId }) => roleId === 'chain-office' && regionId === city,
  );
  if (officePost === undefined || otherPost === undefined) return 0;
  const [office, other] = [await askerOf(officePost), await askerOf(otherPost)];
  if ((await office.call(reportApi.listBulletins, { query: {} })).total > 0) return 0;
  const cycleId = await frozenMonth(office, (day) => askerOn(officePost, day), today);
  if (cycleId === null) return 0;
  const made = await office.call(reportApi.composeBulletin, { body: { kind: 'bulletin', cycleId, sign: '临链办通' } });
  await issue(office, other, made);
  await office.call(reportApi.composeBulletin, { body: { kind: 'briefing', cycleId, sign: '临链办简' } });
  return 2;
}

/** The newest frozen month of the city; the two last months are dispatched and frozen where there is none. */
async function frozenMonth(office: Asker, on: (day: string) => Promise<Asker>, today: string): Promise<string | null> {
  const known = async () => {
    const { cycles } = await office.call(reportApi.readChoices, {});
    return cycles.find(({ kind, regionId }) => kind === 'monthly' && regionId === city)?.id ?? null;
  };
  const there = await known();
  if (there !== null) return there;
  for (const back of [-2, -1]) await dispatchMonth(on, shifted(today.slice(0, 7), back));
  return known();
}

/** One month from its plan to what it froze, each step on its day; one that somebody else has planned is left to him. */
async function dispatchMonth(on: (day: string) => Promise<Asker>, period: string): Promise<void> {
  const [opensOn, dueOn] = [`${period}-20`, `${period}-25`];
  const steps = [
    [dispatchApi.openCycle, opensOn],
    [dispatchApi.closeCycle, `${period}-26`],
    [dispatchApi.freezeCycle, `${period}-27`],
  ] as const;
  try {
    let cycle = await (await on(`${period}-19`)).call(dispatchApi.makeCycle, { body: { period, opensOn, dueOn } });
    for (const [endpoint, day] of steps) {
      const body = { revision: cycle.revision };
      cycle = await (await on(day)).call(endpoint, { params: { cycleId: cycle.id }, body });
    }
  } catch (cause) {
    if (!(cause instanceof ApiRefused)) throw cause;
  }
}

/** Signed by another, sent to the units that owe something, and archived with its files. */
async function issue(office: Asker, other: Asker, made: BulletinJson): Promise<void> {
  const params = { bulletinId: made.id };
  const submitted = await office.call(reportApi.submitBulletin, { params, body: { revision: made.revision } });
  const signed = await other.call(reportApi.signBulletin, { params, body: { revision: submitted.revision } });
  const { units } = await office.call(reportApi.readCycleUnits, { params: { cycleId: made.cycle.id } });
  const to = units.slice(0, 12).map(({ id }) => ({ kind: 'unit' as const, id }));
  if (to.length === 0) return;
  const sent = await office.call(reportApi.sendBulletin, { params, body: { revision: signed.revision, to } });
  for (const kind of ['docx', 'pdf'] as const) await office.call(reportApi.makeFile, { params, body: { kind } });
  const files = await ready(office, params);
  if (!files.has('docx')) return;
  const body = { revision: sent.revision, withoutPdf: !files.has('pdf') };
  await office.call(reportApi.archiveBulletin, { params, body });
}

/** The files that could be made; without LibreOffice there is no PDF. */
async function ready(office: Asker, params: { readonly bulletinId: string }): Promise<ReadonlySet<string>> {
  for (let waited = 0; waited < patienceMs; waited += restMs) {
    const { files } = await office.call(reportApi.readFiles, { params });
    if (files.every(({ state }) => state !== 'making'))
      return new Set(files.filter(({ state }) => state === 'ready').map(({ kind }) => kind));
    await new Promise((resolve) => setTimeout(resolve, restMs));
  }
  return new Set();
}
