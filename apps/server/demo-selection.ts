import { enterpriseApi } from '../../src/enterprise/contract.ts';
import { addDays } from '../../src/kernel/index.ts';
import { type SelectionRoundBody, selectionApi } from '../../src/ladder/contract.ts';
import type { Asker } from './ask-app.ts';
import type { DemoPost } from './first-start.ts';

interface Given {
  readonly posts: readonly DemoPost[];
  askerOf(post: DemoPost): Promise<Asker>;
  /** The same on a day of the past. */
  askerOn(post: DemoPost, day: string): Promise<Asker>;
  /** YYYY-MM-DD */
  readonly today: string;
}

const city = '990100';
const applicants = 6;

/** Thresholds of the province are not at hand: whoever applies is only ranked. */
const roundOf = (name: string, applyFrom: string, applyTo: string, expertShare: number): SelectionRoundBody => ({
  ...{ name, titleKind: 'chain-leader-province', regionId: city, chainId: null, applyFrom, applyTo, scoreTo: null },
  publicityDays: 5,
  measures: [
    { fact: 'revenue', per: null, name: '营业收入', zero: 0, full: 50_000_0000, most: 50_00 },
    { fact: 'rd_cost', per: 'revenue', name: '研发费用占比', zero: 0, full: 5_0000, most: 30_00 },
    { fact: 'suppliers', per: null, name: '本地供应商', zero: 0, full: 20_0000, most: 20_00 },
  ],
  items: [
    { name: '带动作用', most: 60_00 },
    { name: '发展规划', most: 40_00 },
  ],
  ...{
    quantitativeShare: 100 - expertShare,
    expertShare,
    panel: expertShare === 0 ? 0 : 3,
    trimmed: false,
    spread: 25_00,
  },
  ...{ places: 3, line: 0, ties: ['quantitative'], note: '推荐参加省级链主遴选。企业的数以档案里的为准。' },
});

/**
 * Gives the demo two rounds of selection: one that was ranked by figures alone and stands in publicity, one that takes
 * applications. As its office would, on the days. Does nothing when there is a round. Gives how many there are.
 */
export async function fillDemoSelection({ posts, askerOf, askerOn, today }: Given): Promise<number> {
  const office = posts.find(({ roleId, regionId }) => roleId === 'chain-office' && regionId === city);
  if (office === undefined) return 0;
  const now = await askerOf(office);
  if ((await now.call(selectionApi.listRounds, {})).rows.length > 0) return 0;
  const filter = JSON.stringify({ scale: { in: ['large', 'medium'] } });
  const query = { box: 'all', filter, sort: 'name', pageSize: 50 } as const;
  const { rows: enterprises } = await now.call(enterpriseApi.listEnterprises, { query });
  const [begun, last] = [addDays(today, -12), addDays(today, -3)];
  const then = await askerOn(office, begun);
  const first = await then.call(selectionApi.createRound, { body: roundOf('省级链主推荐（第一批）', begun, last, 0) });
  const params = { roundId: first.round.id };
  const opened = await then.call(selectionApi.openRound, { params, body: { revision: first.round.revision } });
  let applied = 0;
  for (const { id, state, titles } of enterprises) {
    const holds = titles.some((title) => title.id === 'chain-leader-province');
    if (state !== 'open' || holds || applied === applicants) continue;
    await then.call(selectionApi.apply, {
      params,
      body: { enterpriseId: id, statement: '链上配套企业多，愿意牵头组建联合体。' },
    });
    applied += 1;
  }
  if (applied === 0) return 1;
  const closed = await now.call(selectionApi.closeApplications, { params, body: { revision: opened.round.revision } });
  const rows = closed.office?.ranking?.rows ?? [];
  // Whoever shares the last place is decided by name, so that the demo stands in publicity whatever its figures are.
  let free = 3 - rows.filter(({ chosen }) => chosen).length;
  const departures = rows.flatMap(({ entryId, undecided }) => {
    if (!undecided) return [];
    free -= 1;
    return [{ entryId, chosen: free >= 0, reason: '总分相同，按带动作用集体研究' }];
  });
  await now.call(selectionApi.decideRound, { params, body: { revision: closed.round.revision, departures } });
  const second = await now.call(selectionApi.createRound, {
    body: roundOf('省级链主推荐（第二批）', addDays(today, -2), addDays(today, 20), 40),
  });
  await now.call(selectionApi.openRound, {
    params: { roundId: second.round.id },
    body: { revision: second.round.revision },
  });
  return 2;
}
