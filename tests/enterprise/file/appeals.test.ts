import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { asAsking } from '../../../platform/db/index.ts';
import { type EnterpriseAppealJson, type EnterpriseJson, enterpriseApi } from '../../../src/enterprise/contract.ts';
import {
  chief,
  city,
  company,
  daysAgo,
  type EnterpriseWorld,
  headersOf,
  lead,
  office,
  openEnterpriseWorld,
  reviewer,
  units,
} from '../register/world.ts';

let world: EnterpriseWorld;
let made: EnterpriseJson;
let own: EnterpriseJson;
beforeAll(async () => {
  world = await openEnterpriseWorld();
  made = await world.register(office);
  own = await world.register(office, { unitId: units.own });
});
afterAll(() => world.close());

const appeal = { kind: 'labour' as const, title: '招不到挡车工', words: '缺二十名挡车工，影响接单。', urgent: false };
const at = (id: string, body: object = {}) => ({ params: { enterpriseId: id }, body: { ...appeal, ...body } });
const step = (of: EnterpriseAppealJson, body: object) => ({
  params: { appealId: of.id },
  body: { revision: of.revision, ...body },
});
const works = async (id: string) =>
  (
    await sql<{ assignee: string; state: string }>`select assignee_key as assignee, state from work_item
      where origin_id = ${id} order by created_at, assignee_key`.execute(world.database.owner)
  ).rows.map(({ assignee, state }) => `${assignee} ${state}`);
const to = { unitId: units.beside, dueOn: daysAgo(-5), words: '' };

test('the enterprise asks, a unit answers, the enterprise is not content, is answered anew and is', async () => {
  expect(await world.refused(chief, enterpriseApi.raiseAppeal, at(own.id))).toBe('403 not-allowed');
  expect(await world.refused(company, enterpriseApi.raiseAppeal, at(made.id))).toBe('404 enterprise-unknown');
  let now = await world.ask(company, enterpriseApi.raiseAppeal, at(own.id));
  expect(now).toMatchObject({ state: 'raised', byItself: true, may: { withdraw: true, send: false, judge: false } });
  expect(await works(now.id)).toEqual(['holders:enterprise.review open']);

  expect(await world.refused(company, enterpriseApi.sendAppeal, step(now, to))).toBe('403 not-allowed');
  const past = step(now, { ...to, dueOn: daysAgo(1) });
  expect(await world.refused(reviewer, enterpriseApi.sendAppeal, past)).toMatch(/due-in-past/);
  const nowhere = step(now, { ...to, unitId: 'nowhere' });
  expect(await world.refused(reviewer, enterpriseApi.sendAppeal, nowhere)).toMatch(/unit-unknown/);
  expect(await world.refused(office, enterpriseApi.answerAppeal, step(now, { words: '好的' }))).toMatch(/appeal-step/);
  const stale = step(now, to);
  now = await world.ask(reviewer, enterpriseApi.sendAppeal, stale);
  expect(now).toMatchObject({ state: 'sent', unit: { id: units.beside }, overdue: false });
  expect(await world.refused(reviewer, enterpriseApi.sendAppeal, stale)).toBe('409 record-changed');
  expect(await works(now.id)).toEqual(['holders:enterprise.review done', `unit:${units.beside} open`]);

  now = await world.ask(office, enterpriseApi.answerAppeal, step(now, { words: '周六有招聘会。' }));
  expect(now).toMatchObject({ state: 'answered', answer: '周六有招聘会。' });
  expect(await works(now.id)).toContain(`unit:${units.own} open`);
  const judge = (satisfied: boolean, words: string) => step(now, { satisfied, words });
  expect(await world.refused(office, enterpriseApi.noteJudgement, judge(true, ''))).toMatch(/enterprise-appeal-own/);
  expect(await world.refused(company, enterpriseApi.judgeAppeal, judge(false, ''))).toMatch(/enterprise-appeal-why/);
  now = await world.ask(company, enterpriseApi.judgeAppeal, judge(false, '没有招到人'));
  expect(now).toMatchObject({ state: 'sent', satisfied: false, reopened: 1, unit: { id: units.beside } });
  expect((await works(now.id)).filter((each) => each === `unit:${units.beside} open`)).toHaveLength(1);
  now = await world.ask(office, enterpriseApi.answerAppeal, step(now, { words: '职校送来二十名学徒。' }));
  now = await world.ask(company, enterpriseApi.judgeAppeal, judge(true, ''));
  expect(now).toMatchObject({ state: 'closed', satisfied: true, reopened: 1 });
  expect(now.steps.map((each) => each.step)).toEqual([...['raise', 'send', 'answer', 'reopen', 'answer', 'judge']]);
  expect((await works(now.id)).filter((each) => each.endsWith(' open'))).toEqual([]);
  expect(await world.refused(company, enterpriseApi.withdrawAppeal, step(now, {}))).toMatch(/appeal-step/);
});

test('an office writes one down; the unit answers without seeing the file; another person asks what it thinks', async () => {
  let now = await world.ask(office, enterpriseApi.noteAppeal, at(made.id, { urgent: true }));
  expect(now).toMatchObject({ byItself: false, may: { send: true, withdraw: false } });
  expect(await world.refused(lead, enterpriseApi.readAppeal, { params: { appealId: now.id } })).toMatch(/^404/);
  now = await world.ask(office, enterpriseApi.sendAppeal, step(now, { ...to, unitId: units.own }));
  const seen = await world.ask(lead, enterpriseApi.readAppeal, { params: { appealId: now.id } });
  expect(seen).toMatchObject({ enterprise: { name: made.name }, may: { answer: true, send: false, file: false } });
  now = await world.ask(lead, enterpriseApi.answerAppeal, step(seen, { words: '已经对接。' }));
  expect(now).toMatchObject({ state: 'answered', may: { answer: false, judge: false } });
  expect(await world.refused(lead, enterpriseApi.noteJudgement, step(now, { satisfied: true, words: '' }))).toMatch(
    /^404/,
  );
  now = await world.ask(office, enterpriseApi.noteJudgement, step(now, { satisfied: true, words: '电话回访' }));
  expect(now.state).toBe('closed');

  let mine = await world.ask(office, enterpriseApi.noteAppeal, at(made.id, { title: '用电不稳' }));
  mine = await world.ask(office, enterpriseApi.sendAppeal, step(mine, to));
  mine = await world.ask(office, enterpriseApi.answerAppeal, step(mine, { words: '已经改线。' }));
  expect(mine.may.judge).toBe(false);
  expect(await world.refused(office, enterpriseApi.noteJudgement, step(mine, { satisfied: true, words: '' }))).toMatch(
    /enterprise-appeal-second-person/,
  );
  expect((await world.ask(city, enterpriseApi.noteJudgement, step(mine, { satisfied: true, words: '' }))).state).toBe(
    'closed',
  );
});

test('an urgent one is made a task by whoever may instruct, and leads to it', async () => {
  const raised = await world.ask(office, enterpriseApi.noteAppeal, at(made.id, { title: '停电', urgent: true }));
  expect(await world.refused(reviewer, enterpriseApi.makeAppealTask, step(raised, to))).toBe('403 not-allowed');
  const now = await world.ask(office, enterpriseApi.makeAppealTask, step(raised, to));
  expect(now).toMatchObject({ state: 'sent', unit: { id: units.beside }, may: { task: false } });
  const { rows } = await sql<{ id: string; title: string }>`select id, content ->> 'title' as title from task
    where id = ${now.taskId}`.execute(world.database.owner);
  expect(rows).toMatchObject([{ title: expect.stringContaining('停电') }]);
  expect(await world.refused(office, enterpriseApi.makeAppealTask, step(now, to))).toMatch(/enterprise-appeal-step/);
});

test('refused with a reason, taken back by whoever asked', async () => {
  const one = await world.ask(company, enterpriseApi.raiseAppeal, at(own.id, { title: '要一块地' }));
  const no = await world.ask(office, enterpriseApi.refuseAppeal, step(one, { reason: '不符合规划' }));
  expect(no).toMatchObject({ state: 'refused', steps: [{ step: 'raise' }, { step: 'refuse', words: '不符合规划' }] });
  const two = await world.ask(company, enterpriseApi.raiseAppeal, at(own.id, { title: '要一条路' }));
  expect(await world.refused(office, enterpriseApi.withdrawAppeal, step(two, {}))).toBe('403 not-allowed');
  expect((await world.ask(company, enterpriseApi.withdrawAppeal, step(two, {}))).state).toBe('withdrawn');
  expect(await works(two.id)).toEqual(['holders:enterprise.review withdrawn']);
});

test('the list finds by what is asked for, and goes out as a workbook', async () => {
  const all = { box: 'all' as const };
  const list = (query: object) => world.ask(office, enterpriseApi.listAppeals, { query: { ...all, ...query } });
  expect((await list({ text: '停电' })).total).toBe(1);
  expect((await list({ filter: JSON.stringify({ urgent: { in: ['yes'] } }) })).total).toBe(2);
  expect((await list({ filter: JSON.stringify({ satisfied: { in: ['yes'] } }) })).total).toBe(3);
  expect((await list({ filter: JSON.stringify({ unit: { in: [units.own] } }) })).total).toBe(1);
  await sql`update enterprise_appeal set due_on = ${daysAgo(2)} where title = '停电'`.execute(world.database.owner);
  const late = await list({ box: 'open', filter: JSON.stringify({ overdue: { in: ['yes'] } }) });
  expect(late.rows).toMatchObject([{ title: '停电', overdue: true }]);
  expect((await list({ enterpriseId: own.id })).total).toBe(3);
  const file = await world.api.app.inject({
    ...{ method: 'GET', url: `/api/v1/enterprise-appeals/export?format=csv&box=all`, headers: headersOf(office) },
  });
  expect(file.statusCode).toBe(200);
  expect(file.body).toContain('招不到挡车工');
  expect(file.body.trim().split('\n')).toHaveLength(1 + 6);
});

test('each sees its own, past the commands too', async () => {
  const titles = (post: string, person: string) =>
    asAsking({ postId: post, personId: person }, async () => {
      const { rows } = await sql<{ title: string }>`select distinct title from enterprise_appeal order by 1`.execute(
        world.database.db,
      );
      return rows.map(({ title }) => title);
    });
  // Its own, and what its unit is to answer.
  expect(await titles(company, 'person-enterprise')).toEqual(['招不到挡车工', '要一块地', '要一条路']);
  expect(await titles('post-system-admin', 'person-system-admin')).toEqual([]);
  const forged = asAsking({ postId: 'post-chain-chief', personId: 'person-chain-chief' }, () =>
    sql`insert into enterprise_appeal_step (appeal_id, step, at, by_id, by_name)
      select id, 'judge', now(), 'x', 'x' from enterprise_appeal limit 1`.execute(world.database.db),
  );
  await expect(forged).rejects.toThrow(/row-level security/);
});

const pdf = (words: string) => ({ name: '合同.pdf', content: Buffer.from(`%PDF-1.7\n${words}`) });

test('the enterprise sends papers of its own; they count once an office agrees', async () => {
  const params = { enterpriseId: own.id };
  const about = `appeal:${(await world.ask(company, enterpriseApi.raiseAppeal, at(own.id))).id}`;
  expect((await world.send(company, enterpriseApi.addFile, params, pdf('a'))).status).toBe(403);
  expect((await world.send(company, enterpriseApi.sendOwnFile, { enterpriseId: made.id }, pdf('a'))).status).toBe(404);
  const html = { name: '合同.pdf', content: Buffer.from('<html>') };
  expect((await world.send(company, enterpriseApi.sendOwnFile, params, html)).status).toBe(422);
  const strange = { ...pdf('a'), fields: { about: `appeal:0000000000` } };
  expect(JSON.stringify((await world.send(company, enterpriseApi.sendOwnFile, params, strange)).body)).toMatch(
    /enterprise-file-about/,
  );
  const sent = await world.send(company, enterpriseApi.sendOwnFile, params, { ...pdf('a'), fields: { about } });
  const [file] = sent.body.files as EnterpriseJson['files'];
  expect(file).toMatchObject({ byItself: true, agreed: null, about });
  const of = { ...params, fileId: file?.id ?? '' };
  const decide = (agree: boolean, reason = '') => ({ params: of, body: { agree, reason } });
  expect(await world.refused(company, enterpriseApi.agreeToFile, decide(true))).toBe('403 not-allowed');
  expect(await world.refused(office, enterpriseApi.agreeToFile, decide(false))).toMatch(/enterprise-file-reason/);
  const agreed = await world.ask(office, enterpriseApi.agreeToFile, decide(true));
  expect(agreed.files).toMatchObject([{ id: file?.id, agreed: { by: expect.stringContaining('chain-office') } }]);
  expect(await world.refused(company, enterpriseApi.takeBackOwnFile, { params: of })).toMatch(/enterprise-file-agreed/);
  expect(await world.refused(office, enterpriseApi.agreeToFile, decide(false, '看错了'))).toMatch(/file-agreed/);
  expect(await works(file?.id ?? '')).toEqual(['holders:enterprise.review done']);

  const again = await world.send(company, enterpriseApi.sendOwnFile, params, pdf('b'));
  const second = (again.body.files as EnterpriseJson['files']).find(({ agreed: by }) => by === null);
  const taken = await world.ask(company, enterpriseApi.takeBackOwnFile, {
    params: { ...params, fileId: second?.id ?? '' },
  });
  expect(taken.files.map(({ id }) => id)).toEqual([file?.id]);
  // What the office itself filed is not the enterprise's to take back.
  const filed = await world.send(office, enterpriseApi.addFile, params, pdf('c'));
  const third = (filed.body.files as EnterpriseJson['files']).find(({ byItself }) => !byItself);
  expect(
    await world.refused(company, enterpriseApi.takeBackOwnFile, { params: { ...params, fileId: third?.id ?? '' } }),
  ).toMatch(/enterprise-file-unknown/);
});
