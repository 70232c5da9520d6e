import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { asAsking } from '../../../platform/db/index.ts';
import { type SelectionPageJson, selectionApi } from '../../../src/ladder/contract.ts';
import { workApi } from '../../../src/work/contract.ts';
import {
  able,
  company,
  dayAfter,
  expertPerson,
  expertPost,
  office,
  openSelectionWorld,
  roundOf,
  type SelectionWorld,
} from './world.ts';

const chief = 'post-chain-chief';
let world: SelectionWorld;
let id = '';
/** a brings the most by figures, b and own the same, d the least. */
const made = { a: '', b: '', own: '', d: '', poor: '' };
const params = () => ({ roundId: id });
const page = (post = office): Promise<SelectionPageJson> =>
  world.ask(post, selectionApi.readRound, { params: params() });
const revision = async () => (await page()).round.revision;
const apply = (enterpriseId: string, post = office, more: object = {}) =>
  world.ask(post, selectionApi.apply, { params: params(), body: { enterpriseId, statement: '', ...more } });
const entryOf = async (enterpriseId: string) => {
  const entry = (await page()).entries.find((each) => each.enterpriseId === enterpriseId);
  if (entry === undefined) throw new Error(`no entry of ${enterpriseId}`);
  return entry;
};
const todo = async (post: string) => {
  const { rows } = await world.ask(post, workApi.listWork, { query: { box: 'todo' } });
  return rows.map(({ title }) => title);
};

beforeAll(async () => {
  world = await openSelectionWorld();
  made.a = await able(world, { revenue: 200_000, rd: 12_000 });
  made.b = await able(world, { revenue: 150_000, rd: 6_000 });
  made.own = await able(world, { revenue: 150_000, rd: 6_000 }, true);
  made.d = await able(world, { revenue: 110_000, rd: 3_300 });
  made.poor = await able(world, { revenue: 90_000, rd: 900 });
});
afterAll(() => world.close());

describe('a round is made', () => {
  const refused = (more: object, post = office) =>
    world.refused(post, selectionApi.createRound, { body: roundOf(more) });
  test('points that do not add up, unknown words, days that run backwards and foreign places are refused', async () => {
    expect(await refused({ quantitativeShare: 50 })).toMatch(/selection-shares/);
    expect(await refused({ trimmed: true })).toMatch(/selection-trimmed/);
    expect(await refused({ measures: [] })).toMatch(/selection-measures-none/);
    expect(await refused({ titleKind: 'nothing' })).toMatch(/ladder-title-unknown/);
    expect(await refused({ applyTo: '2025-06-01' })).toMatch(/selection-days/);
    expect(await refused({ regionId: '990102' })).toMatch(/selection-beyond-reach/);
    const mixed = { fact: 'rd_cost', per: 'suppliers', name: 'x', zero: 0, full: 1, most: 1 };
    expect(await refused({ measures: [mixed] })).toMatch(/selection-measure-units/);
    expect(await refused({}, chief)).toBe('403 not-allowed');
    expect(await refused({}, company)).toBe('403 not-allowed');
  });
  test('nobody else sees it before it is open', async () => {
    const created = await world.ask(office, selectionApi.createRound, { body: roundOf() });
    id = created.round.id;
    expect(created.round).toMatchObject({ state: 'draft', edition: { id: 'sub-chain-leader-yichun-2023' } });
    expect(await world.refused(company, selectionApi.readRound, { params: params() })).toMatch(/selection-unknown/);
    expect(
      await world.refused(company, selectionApi.apply, {
        params: params(),
        body: { enterpriseId: made.own, statement: '' },
      }),
    ).toMatch(/selection-unknown/);
    for (const name of ['zhang', 'li'])
      await world.ask(office, selectionApi.addExpert, { params: params(), body: { personId: expertPerson(name) } });
    await world.ask(office, selectionApi.openRound, { params: params(), body: { revision: created.round.revision } });
    expect(await todo(office)).toContain('到期截止申报：2025 年子链链主遴选');
  });
});

describe('applications', () => {
  test('an enterprise sees what it may apply for and whether it would do, and applies for itself', async () => {
    const prospect = await world.ask(company, selectionApi.readProspects, { params: { enterpriseId: made.own } });
    expect(prospect).toMatchObject({ mayApply: true, rounds: [{ id, open: true, verdict: 'met', entry: null }] });
    const entry = await apply(made.own, company, { statement: '带动了二十家配套企业。' });
    expect(entry).toMatchObject({
      byItself: true,
      state: 'applied',
      quantitative: null,
      measures: [],
      mayChange: true,
    });
    expect(
      await world.refused(company, selectionApi.apply, {
        params: params(),
        body: { enterpriseId: made.own, statement: '' },
      }),
    ).toMatch(/selection-twice/);
    const paper = Buffer.from('%PDF-1.4\n%%EOF\n');
    const sent = await world.send(
      company,
      selectionApi.addFile,
      { entryId: entry.id },
      { name: '申报书.pdf', content: paper },
    );
    expect(sent.body).toMatchObject({ files: [{ name: '申报书.pdf' }] });
  });
  test('who does not meet what is asked is told what is short; only the office lets it in, with a reason', async () => {
    const ask = { params: params(), body: { enterpriseId: made.poor, statement: '' } };
    expect(await world.refused(office, selectionApi.apply, ask)).toMatch(/selection-not-met/);
    expect(await apply(made.poor, office, { exception: '区政府专题会议同意' })).toMatchObject({ verdict: 'unmet' });
    const { id: entryId } = await entryOf(made.poor);
    await world.ask(office, selectionApi.turnAway, { params: { entryId }, body: { reason: '会议纪要没有附上' } });
  });
  test('an enterprise neither applies for another nor sees who else did', async () => {
    for (const enterpriseId of [made.a, made.b, made.d]) await apply(enterpriseId);
    expect(
      await world.refused(company, selectionApi.apply, {
        params: params(),
        body: { enterpriseId: made.a, statement: '' },
      }),
    ).toMatch(/enterprise-unknown/);
    expect(await page(company)).toMatchObject({ entries: [{ enterpriseId: made.own }], list: null, office: null });
    const { id: entryId } = await entryOf(made.a);
    expect(
      await world.refused(company, selectionApi.withdrawEntry, { params: { entryId }, body: { reason: '试试' } }),
    ).toMatch(/selection-entry-unknown/);
  });
  test('they are not closed while the last day lasts, and the rules stand', async () => {
    expect(
      await world.refused(office, selectionApi.closeApplications, {
        params: params(),
        body: { revision: await revision() },
      }),
    ).toMatch(/selection-too-early/);
    expect(
      await world.refused(office, selectionApi.changeRound, {
        ...{ params: params(), body: { ...roundOf({ line: 50_00 }), revision: await revision() } },
      }),
    ).toMatch(/selection-rules-fixed/);
    await world.ask(office, selectionApi.changeRound, {
      params: params(),
      body: { ...roundOf({ note: '补充说明' }), revision: await revision() },
    });
    world.goTo(dayAfter(2));
    expect(
      await world.refused(office, selectionApi.apply, {
        params: params(),
        body: { enterpriseId: made.poor, statement: '' },
      }),
    ).toMatch(/selection-over/);
  });
  test('at the close everything is judged by the last day, kept, and dealt out to experts without a conflict', async () => {
    await world.ask(office, selectionApi.noteConflict, {
      params: { ...params(), personId: expertPerson('li') },
      body: { enterpriseId: made.a, reason: '任该企业独立董事' },
    });
    const close = async () =>
      world.refused(office, selectionApi.closeApplications, { params: params(), body: { revision: await revision() } });
    expect(await close()).toMatch(/selection-panel-short/);
    await world.ask(office, selectionApi.addExpert, { params: params(), body: { personId: expertPerson('wang') } });
    const closed = await world.ask(office, selectionApi.closeApplications, {
      params: params(),
      body: { revision: await revision() },
    });
    expect(closed.round).toMatchObject({
      state: 'scoring',
      frozenOn: dayAfter(1),
      edition: { id: 'sub-chain-leader-yichun-2023' },
    });
    expect(closed.round.frozenSm3).toMatch(/^sm3:/);
    const points = Object.fromEntries(closed.entries.map((entry) => [entry.enterpriseId, entry.quantitative]));
    expect(points).toMatchObject({ [made.a]: 100_00, [made.b]: 50_00, [made.own]: 50_00, [made.d]: 16_00 });
    const first = await entryOf(made.a);
    const seated = closed.office?.seats.filter(({ entryId }) => entryId === first.id).map(({ personId }) => personId);
    expect(seated?.toSorted()).toEqual([expertPerson('wang'), expertPerson('zhang')]);
  });
});

describe('experts', () => {
  const sheetsOf = async (name: string) => (await world.ask(expertPost(name), selectionApi.listSheets)).rows;
  const give = (name: string, entryId: string, points: Record<string, number>, hand = true) =>
    world.ask(expertPost(name), selectionApi.saveSheet, { params: { entryId }, body: { points, remark: '', hand } });

  test('one sees his own sheets: no other marks, no totals, no reckoned points', async () => {
    const [sheet] = await sheetsOf('zhang');
    expect(sheet?.items).toEqual([
      { id: 'i1', name: '带动作用', most: 60_00, points: null },
      { id: 'i2', name: '发展规划', most: 40_00, points: null },
    ]);
    expect(sheet?.facts.map(({ name }) => name)).toContain('营业收入');
    expect(JSON.stringify(sheet)).not.toMatch(/quantitative|total|expert-/);
    for (const endpoint of [selectionApi.readRound, selectionApi.exportRound])
      expect(
        await world.refused(expertPost('zhang'), endpoint, {
          params: params(),
          query: { what: 'ranking', format: 'csv' },
        }),
      ).toBe('403 not-allowed');
    expect(await todo(expertPost('zhang'))).toContain('给申报评分：2025 年子链链主遴选');
  });
  test('marks beyond the item, of a strange item, left out, or on a sheet of another are refused', async () => {
    const [sheet] = await sheetsOf('zhang');
    const entryId = sheet?.entryId ?? '';
    const refused = (points: object, hand = true, post = expertPost('zhang')) =>
      world.refused(post, selectionApi.saveSheet, { params: { entryId }, body: { points, remark: '', hand } });
    expect(await refused({ i1: 60_01, i2: 0 })).toMatch(/selection-points-range/);
    expect(await refused({ i1: 1, x: 0 })).toMatch(/selection-item-unknown/);
    expect(await refused({ i1: 1 })).toMatch(/selection-points-missing/);
    expect(await refused({ i1: 1, i2: 1 }, true, expertPost('zhao'))).toMatch(/selection-sheet-unknown/);
    expect(await refused({ i1: 1, i2: 1 }, true, office)).toBe('403 not-allowed');
    expect((await give('zhang', entryId, { i1: 1 }, false)).handedAt).toBeNull();
  });
  test('the database itself shows a sheet to its writer alone as long as scoring lasts', async () => {
    const sheets = async (postId: string, personId: string) =>
      (
        await asAsking({ postId, personId }, () =>
          sql<{ person_id: string }>`select person_id from selection_sheet`.execute(world.database.db),
        )
      ).rows.map(({ person_id }) => person_id);
    expect(await sheets(expertPost('zhang'), expertPerson('zhang'))).toEqual([expertPerson('zhang')]);
    for (const name of ['li', 'wang']) expect(await sheets(expertPost(name), expertPerson(name))).toEqual([]);
    expect(await sheets(office, 'person-chain-office')).toEqual([]);
    expect(await sheets(company, 'person-enterprise')).toEqual([]);
    const forged = asAsking({ postId: expertPost('li'), personId: expertPerson('li') }, () =>
      sql`insert into selection_sheet (round_id, entry_id, person_id, points, at)
        select round_id, entry_id, ${expertPerson('zhang')}, '{}', now() from selection_entry
          join selection_seat using (round_id) where selection_seat.entry_id = selection_entry.id limit 1`.execute(
        world.database.db,
      ),
    );
    await expect(forged).rejects.toThrow(/row-level security/);
  });
  test('who steps back is replaced, and does not get it again', async () => {
    const own = await sheetsOf('li');
    const entryId = own[0]?.entryId ?? '';
    const gone = await world.ask(expertPost('li'), selectionApi.recuse, {
      params: { entryId },
      body: { reason: '亲属任职' },
    });
    expect((await sheetsOf('li')).map((sheet) => sheet.entryId)).not.toContain(entryId);
    if (!gone.replaced) {
      expect(await todo(office)).toContain('补请专家：2025 年子链链主遴选');
      await world.ask(office, selectionApi.addExpert, { params: params(), body: { personId: expertPerson('zhao') } });
    }
    const { office: seen } = await page();
    const seats = seen?.seats.filter((seat) => seat.entryId === entryId && seat.left === null) ?? [];
    expect(seats).toHaveLength(2);
    expect(seats.map(({ personId }) => personId)).not.toContain(expertPerson('li'));
  });
  test('scoring does not end with sheets missing; far apart is said without the marks, and can be asked again', async () => {
    const close = async (acceptSpread: boolean) =>
      world.refused(office, selectionApi.closeScoring, {
        params: params(),
        body: { revision: await revision(), acceptSpread },
      });
    expect(await close(true)).toMatch(/selection-sheets-missing/);
    const before = await page();
    expect(before.office?.ranking).toBeNull();
    const wide = await entryOf(made.d);
    let at = 0;
    for (const name of ['zhang', 'li', 'wang', 'zhao'])
      for (const { entryId } of await sheetsOf(name)) {
        if (entryId === wide.id) at += 1;
        const i1 = entryId === wide.id && at === 1 ? 10_00 : 50_00;
        await give(name, entryId, { i1, i2: 30_00 });
      }
    expect(await close(false)).toMatch(/selection-apart/);
    expect((await page()).round.state).toBe('scoring');
    await world.ask(office, selectionApi.askAgain, { params: { entryId: wide.id } });
    expect(await close(true)).toMatch(/selection-sheets-missing/);
    for (const name of ['zhang', 'li', 'wang', 'zhao'])
      for (const { entryId, handedAt } of await sheetsOf(name))
        if (handedAt === null) await give(name, entryId, { i1: 50_00, i2: 30_00 });
  });
});

describe('ranking, decision, publicity, list', () => {
  test('equal ones share the last place, marks are shown now, and the ranking is the same made again', async () => {
    const { office: seen } = await world.ask(office, selectionApi.closeScoring, {
      params: params(),
      body: { revision: await revision(), acceptSpread: false },
    });
    const ranking = seen?.ranking;
    expect(ranking?.intact).toBe(true);
    expect(ranking?.rows.map(({ place, chosen, undecided, total }) => [place, chosen, undecided, total])).toEqual([
      [1, true, false, 92_00],
      [2, false, true, 62_00],
      [2, false, true, 62_00],
      [4, false, false, 41_60],
    ]);
    expect(ranking?.rows[0]?.sheets.map(({ total }) => total)).toEqual([80_00, 80_00]);
    await sql`update selection_ranking set input = jsonb_set(input, '{entries,0,quantitative}', '1')`.execute(
      world.database.owner,
    );
    expect((await page()).office?.ranking?.intact).toBe(false);
    await sql`update selection_ranking set input = jsonb_set(input, '{entries,0,quantitative}', to_jsonb((
      select quantitative from selection_entry where id = input #>> '{entries,0,id}')))`.execute(world.database.owner);
    expect((await page()).office?.ranking?.intact).toBe(true);
    const late = {
      params: { entryId: (await entryOf(made.a)).id },
      body: { points: { i1: 1, i2: 1 }, remark: '', hand: true },
    };
    expect(await world.refused(expertPost('zhang'), selectionApi.saveSheet, late)).toMatch(/selection-state/);
  });
  test('who is not on the ranking’s side of the line needs a reason, and there are only so many places', async () => {
    const [b, own, d] = [await entryOf(made.b), await entryOf(made.own), await entryOf(made.d)];
    const body = async (...departures: { entryId: string; chosen: boolean; reason: string }[]) => ({
      params: params(),
      body: { revision: await revision(), departures },
    });
    const say = (entryId: string, chosen: boolean) => ({ entryId, chosen, reason: '党组会议研究决定' });
    const refused = async (...departures: ReturnType<typeof say>[]) =>
      world.refused(office, selectionApi.decideRound, await body(...departures));
    expect(await refused()).toMatch(/selection-undecided/);
    expect(await refused(say(b.id, true), say(own.id, true))).toMatch(/selection-places/);
    expect(await refused(say(b.id, true), say(own.id, false), say(d.id, false))).toMatch(/selection-departure-none/);
    const decided = await world.ask(office, selectionApi.decideRound, await body(say(own.id, true), say(b.id, false)));
    // Five working days after Thursday 5 June 2025.
    expect(decided.round).toMatchObject({
      state: 'publicity',
      publicityFrom: dayAfter(2),
      publicityTo: '2025-06-12',
      chosen: 2,
    });
    expect((await page(company)).list?.map(({ enterpriseId }) => enterpriseId).toSorted()).toEqual(
      [made.a, made.own].toSorted(),
    );
    expect((await page(company)).entries).toMatchObject([{ chosen: true, quantitative: 50_00 }]);
  });
  test('an objection that is upheld takes an entry off the list, with its trace; the list waits for the others', async () => {
    const [a, own] = [await entryOf(made.a), await entryOf(made.own)];
    const note = (entryId: string, raisedOn: string) => ({
      params: params(),
      body: { entryId, raisedOn, raisedBy: '来信人', words: '去年有欠薪' },
    });
    expect(await world.refused(office, selectionApi.noteObjection, note(a.id, '2025-06-30'))).toMatch(
      /selection-objection-day/,
    );
    await world.ask(office, selectionApi.noteObjection, note(own.id, dayAfter(2)));
    const { office: seen } = await world.ask(office, selectionApi.noteObjection, note(a.id, dayAfter(2)));
    const publish = async () => ({
      params: params(),
      body: { revision: await revision(), source: '芦洲区工信局公告〔2025〕3号' },
    });
    expect(await world.refused(office, selectionApi.publishRound, await publish())).toMatch(/selection-publicity-runs/);
    world.goTo('2025-06-13');
    expect(await world.refused(office, selectionApi.publishRound, await publish())).toMatch(
      /selection-objections-open/,
    );
    const against = (entryId: string): string => seen?.objections.find((each) => each.entryId === entryId)?.id ?? '';
    const answer = (objectionId: string, upheld: boolean) =>
      world.ask(office, selectionApi.answerObjection, {
        params: { objectionId },
        body: { upheld, answer: '人社部门已核实' },
      });
    await answer(against(own.id), false);
    const after = await answer(against(a.id), true);
    expect(after.list?.map(({ enterpriseId }) => enterpriseId)).toEqual([made.own]);
    expect(after.entries.find(({ id: each }) => each === a.id)).toMatchObject({
      chosen: false,
      chosenReason: '异议成立：人社部门已核实',
    });
    expect(after.office?.steps.at(-1)?.words).toContain('退出名单');
    const listed = await world.ask(office, selectionApi.publishRound, await publish());
    expect(listed.round).toMatchObject({ state: 'listed', listedOn: '2025-06-13' });
  });
  test('the title stands in the register with the round’s edition, and both lists can be taken away', async () => {
    const { allTitles } = await world.read(office, made.own);
    expect(allTitles).toMatchObject([
      { kind: { id: 'sub-chain-leader' }, givenOn: '2025-06-13', edition: 'sub-chain-leader-yichun-2023' },
    ]);
    const csv = async (what: string) => {
      const answer = await world.api.app.inject({
        method: 'GET',
        url: `/api/v1/selection-rounds/${id}/export?what=${what}&format=csv`,
        headers: { 'x-post': office, 'x-person': 'person-chain-office' },
      });
      return answer.body.replace('\uFEFF', '').trim().split(/\r?\n/u);
    };
    const ranking = await csv('ranking');
    expect(ranking).toHaveLength(5);
    expect(ranking[0]).toContain('名次');
    expect(ranking[1]).toContain('异议成立');
    expect(await csv('list')).toHaveLength(2);
  });
});
