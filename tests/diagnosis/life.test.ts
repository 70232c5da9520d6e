import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { diagnosisApi } from '../../src/diagnosis/contract.ts';
import {
  chief,
  city,
  company,
  type EnterpriseWorld,
  lead,
  office,
  openEnterpriseWorld,
  reviewer,
} from '../enterprise/register/world.ts';
import { answersFor, editsOf, fillOne, finish, type Own, paper, registerOwn, submit } from './world.ts';

let world: EnterpriseWorld;
let own: Own;
beforeAll(async () => {
  world = await openEnterpriseWorld();
  own = await registerOwn(world);
});
afterAll(() => world.close());

const body = { questionnaireId: 'sme-index' };
const factsOf = async (enterpriseId: string) =>
  (
    await sql<{
      fact: string;
      value: number;
      source: string;
    }>`select fact, value::int as value, source from enterprise_fact
      where enterprise_id = ${enterpriseId} order by fact`.execute(world.database.owner)
  ).rows;

describe('before it begins', () => {
  test('it says which questionnaire, whose words, and which edition cannot be used yet', async () => {
    const prospect = await world.ask(company, diagnosisApi.readProspect, { params: { enterpriseId: own.id } });
    expect(prospect.questionnaires).toMatchObject([
      { id: 'sme-index', table: '制造业', isOwnWording: true, missing: [] },
    ]);
    expect(prospect.empty).toMatchObject([{ edition: '2024 年版' }]);
    expect(prospect.may).toEqual({ fill: true, inspect: false });
  });

  test('an enterprise that the register knows too little of is told what is missing', async () => {
    const bare = await world.register(office, { name: '芦洲空白纺织有限公司' });
    expect(await world.refused(office, diagnosisApi.startDiagnosis, { params: { enterpriseId: bare.id }, body })).toBe(
      '422 diagnosis-facts-missing',
    );
  });

  test('another enterprise is not there for the enterprise, and who only reads begins nothing', async () => {
    const other = await world.register(office, { industry: '1713', scale: 'small' });
    expect(
      await world.refused(company, diagnosisApi.startDiagnosis, { params: { enterpriseId: other.id }, body }),
    ).toMatch(/diagnosis-enterprise-unknown/);
    expect(
      await world.refused(chief, diagnosisApi.startDiagnosis, { params: { enterpriseId: other.id }, body }),
    ).toMatch(/diagnosis-not-yours/);
  });
});

describe('from the first answer to the level', () => {
  let id = '';
  const params = () => ({ diagnosisId: id });
  const save = (answers: object[], post = company) =>
    world.ask(post, diagnosisApi.saveAnswers, { params: params(), body: { answers } });

  test('answers are saved one by one; sent again they are the same, changed by two they conflict', async () => {
    const begun = await world.ask(company, diagnosisApi.startDiagnosis, { params: { enterpriseId: own.id }, body });
    id = begun.id;
    expect(begun).toMatchObject({ state: 'filling', byItself: true, answered: 0 });
    const network = { questionId: 'network', value: 'most', note: '', revision: 0 };
    expect((await save([network])).answers).toEqual([{ questionId: 'network', revision: 1, state: 'saved' }]);
    expect((await save([network])).answers[0]).toMatchObject({ state: 'saved', revision: 1 });
    const late = await save([{ ...network, value: 'all' }], office);
    expect(late.answers[0]).toMatchObject({ state: 'conflict', value: 'most', revision: 1 });
    const mixed = await save([
      { questionId: 'devices', value: '180', note: '', revision: 0 },
      { questionId: 'nowhere', value: 'x', note: '', revision: 0 },
      { questionId: 'terminals', value: '5', note: '', revision: 0 },
      { questionId: 'plan', value: 'idea', note: '', revision: 0 },
    ]);
    expect(mixed.answers.map(({ state }) => state)).toEqual(['refused', 'refused', 'refused', 'saved']);
    expect(mixed.answers[0]?.message).toContain('0—100');
    expect(mixed.answered).toBe(2);
  });

  test('a second one cannot begin meanwhile', async () => {
    expect(
      await world.refused(office, diagnosisApi.startDiagnosis, { params: { enterpriseId: own.id }, body }),
    ).toMatch(/diagnosis-open-already/);
  });

  test('it is not taken half, without its papers, or without the promise', async () => {
    const hand = (promise: boolean) =>
      world.refused(company, diagnosisApi.submitDiagnosis, { params: params(), body: { promise } });
    expect(await hand(true)).toMatch(/diagnosis-missing/);
    const sheet = await world.ask(company, diagnosisApi.readDiagnosis, { params: params() });
    const all = answersFor(sheet, true);
    const held = new Map(sheet.self.map(({ questionId, revision }) => [questionId, revision]));
    await save(editsOf(all).map((edit) => ({ ...edit, revision: held.get(edit.questionId) ?? 0 })));
    expect(await hand(true)).toMatch(/diagnosis-evidence-missing/);
    const sent = (name: string, content: Buffer, questionId = 'systems') =>
      world.send(company, diagnosisApi.addFile, params(), { name, content, fields: { questionId } });
    const same = paper();
    expect((await sent('截图.pdf', same)).status).toBe(200);
    expect((await sent('再来.pdf', same)).body).toMatchObject({ refusals: [{ code: 'diagnosis-file-twice' }] });
    expect((await sent('页面.html', Buffer.from('<script>'))).body).toMatchObject({
      refusals: [{ code: 'evidence-kind' }],
    });
    expect((await sent('截图.pdf', paper(), 'nowhere')).body).toMatchObject({
      refusals: [{ code: 'diagnosis-question-unknown' }],
    });
    expect(await hand(false)).toMatch(/diagnosis-promise/);
  });

  test('handed in it is frozen, and cannot be checked by whoever filled it in', async () => {
    const sheet = await submit(world, id);
    expect(sheet).toMatchObject({ state: 'submitted', selfScore: 10_000 });
    expect(sheet.frozenSm3).toMatch(/^sm3:[0-9a-f]{64}$/);
    const edit = { answers: [{ questionId: 'network', value: 'none', note: '', revision: 1 }] };
    expect(await world.refused(company, diagnosisApi.saveAnswers, { params: params(), body: edit })).toMatch(
      /diagnosis-state/,
    );
    expect(await world.refused(company, diagnosisApi.finishInspection, { params: params(), body: { note: '' } })).toBe(
      '403 not-allowed',
    );
    const open = await world.ask(office, diagnosisApi.readDiagnosis, { params: params() });
    expect(open.may).toEqual({ fill: false, inspect: true, drop: false });
  });

  test('what the inspector finds otherwise needs a reason; both answers are kept and the level goes to the file', async () => {
    const inspect = (answers: object[]) =>
      world.ask(office, diagnosisApi.saveInspection, { params: params(), body: { answers } });
    const otherwise = { questionId: 'systems', value: ['none'], note: '', revision: 0 };
    await inspect([otherwise]);
    expect(
      await world.refused(office, diagnosisApi.finishInspection, { params: params(), body: { note: '' } }),
    ).toMatch(/diagnosis-note-missing/);
    await inspect([{ ...otherwise, note: '现场没有看到系统', revision: 1 }]);
    const done = await finish(world, id);
    expect(done).toMatchObject({ state: 'inspected', selfScore: 10_000 });
    expect(done.score).toBeLessThan(10_000);
    const result = await world.ask(company, diagnosisApi.readResult, { params: params() });
    expect(result.differences.find(({ id: at }) => at === 'systems')).toMatchObject({
      ...{ inspector: '都没有', note: '现场没有看到系统' },
    });
    expect(result.total).toBe(done.score);
    expect(result.sides.reduce((sum, { got }) => sum + got, 0)).toBeGreaterThan(result.total - 5);
    expect(result.standings.map(({ scheme }) => scheme.id)).toEqual(['sme-four-levels', 'ten-levels']);
    for (const { next } of result.standings) if (next !== null) expect(next.gap).toBe(next.border - result.total);
    expect(result.peers).toBeNull();
    expect((await factsOf(own.id)).map(({ fact, value }) => [fact, value])).toEqual([
      ['digital_level', result.standings[1]?.level],
      ['sme_digital_level', result.standings[0]?.level],
    ]);
    expect((await factsOf(own.id))[0]?.source).toContain('本地设定');
    expect((await factsOf(own.id))[1]?.source).not.toContain('本地设定');
  });

  test('policies that look at the level are named', async () => {
    const result = await world.ask(company, diagnosisApi.readResult, { params: params() });
    expect(result.policies.every(({ words, policyTitle }) => words !== '' && policyTitle !== '')).toBe(true);
  });

  test('the next one shows what it rose by, and the best has no next level', async () => {
    const next = await fillOne(world, own.id, true);
    await submit(world, next.id);
    const done = await finish(world, next.id);
    expect(done).toMatchObject({ score: 10_000, level: 4, levelName: '四级' });
    const result = await world.ask(office, diagnosisApi.readResult, { params: { diagnosisId: next.id } });
    expect(result.uplift).toMatchObject({ diagnosisId: id, likeness: 'same', beforeForm: ['2022 年版', '制造业'] });
    expect(result.uplift?.total).toBeGreaterThan(0);
    expect(result.standings[0]?.next).toBeNull();
    expect(result.raises).toEqual([]);
  });
});

test('an office that filled it in for an enterprise does not check it; a colleague of another post does', async () => {
  const other = await world.register(office, { name: '芦洲代填纺织有限公司', industry: '1713', scale: 'small' });
  const sheet = await fillOne(world, other.id, false, office);
  expect(sheet.byItself).toBe(false);
  await submit(world, sheet.id, office);
  const params = { diagnosisId: sheet.id };
  expect(await world.refused(office, diagnosisApi.finishInspection, { params, body: { note: '' } })).toMatch(
    /diagnosis-same-person/,
  );
  expect(await world.refused(reviewer, diagnosisApi.finishInspection, { params, body: { note: '' } })).toBe(
    '403 not-allowed',
  );
  expect(await world.refused(lead, diagnosisApi.readDiagnosis, { params })).toMatch(/diagnosis-unknown/);
  const done = await finish(world, sheet.id, city);
  expect(done).toMatchObject({ state: 'inspected', level: 0, levelName: null });
  const found = await world.ask(office, diagnosisApi.listDiagnoses, {
    query: { filter: JSON.stringify({ state: { in: ['inspected'] } }) },
  });
  expect(found.rows.map(({ enterprise }) => enterprise.name)).toContain('芦洲代填纺织有限公司');
});
