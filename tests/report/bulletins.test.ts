import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { insideAsSystem } from '../../platform/db/index.ts';
import { sm3 } from '../../platform/digest/index.ts';
import { addressOf } from '../../platform/http/client.ts';
import { reportApi as api, type BulletinJson } from '../../src/report/contract.ts';
import { takeLetterNumber } from '../../src/task/store/dispatch/letters.ts';
import { postOf, regions, units } from '../access/organisation.ts';
import { frozen } from './frozen-year.ts';
import { keepFrozen, openReportWorld } from './world.ts';

let world: Awaited<ReturnType<typeof openReportWorld>>;
const office = postOf('chain-office');
const chief = postOf('chain-chief');
const clerk = postOf('reporting-clerk');
const cityOffice = 'city-office';
const kind = 'bulletin';
const cycleId = 'cycle-2025-09';

beforeAll(async () => {
  world = await openReportWorld();
});
afterAll(async () => {
  expect(world.faults).toEqual([]);
  await world.close();
});

const compose = (more: object = {}) =>
  world.as(office, api.composeBulletin, { body: { kind, cycleId, sign: '临链办通', ...more } });
const paramsOf = ({ id }: { readonly id: string }) => ({ bulletinId: id });
const edited = (paper: BulletinJson) =>
  paper.blocks.map((block) =>
    block.kind === 'heading' || block.kind === 'paragraph' ? block : { id: block.id, kind: 'kept' as const },
  );
const bodyOf = (paper: BulletinJson, more: object = {}) => ({
  ...{ revision: paper.revision, title: paper.title, addressee: paper.addressee, copies: paper.copies },
  ...{ sign: paper.sign, templateId: null, blocks: edited(paper), ...more },
});
const signed = async (paper: BulletinJson, reason?: string): Promise<BulletinJson> => {
  const params = paramsOf(paper);
  const sent = await world.as(office, api.submitBulletin, { params, body: { revision: paper.revision } });
  return world.as(chief, api.signBulletin, {
    params,
    body: { revision: sent.revision, ...(reason !== undefined && { reason }) },
  });
};
const sendTo = (paper: BulletinJson, to: readonly string[]) =>
  world.as(office, api.sendBulletin, {
    params: paramsOf(paper),
    body: { revision: paper.revision, to: to.map((id) => ({ kind: 'unit' as const, id })) },
  });

describe('composing', () => {
  test('the choices are the frozen dispatches in reach', async () => {
    const { cycles } = await world.as(office, api.readChoices, {});
    expect(cycles.map(({ id, title }) => [id, title])).toEqual([
      ['cycle-2025-09', '2025年9月调度'],
      ['cycle-2025-08', '2025年8月调度'],
    ]);
    const { units: all } = await world.as(office, api.readCycleUnits, { params: { cycleId } });
    expect(all.map(({ id, overdue }) => [id, overdue])).toEqual([
      [units.own, 1],
      [units.beside, 0],
    ]);
  });

  test('a paper keeps what it was written from, with the month before beside it', async () => {
    const paper = await compose();
    expect(paper).toMatchObject({ state: 'draft', revision: 1, number: null, faults: 0, issuer: `单位${units.own}` });
    expect(paper.title).toBe('关于芦洲区2025年9月重点任务办理情况的通报');
    expect(paper.comparedWith.map(({ title }) => title)).toEqual(['2025年8月调度']);
    expect(paper.cycle.digest).toBe(world.cycles[1]?.digest);
    const red = await world.as(office, api.readFigure, { params: paramsOf(paper), query: { figure: 'red' } });
    expect(red).toMatchObject({ text: '1', name: '红灯责任', holds: true });
    expect(red.from).toEqual([
      expect.objectContaining({ source: '2025年9月调度', vintage: '冻结', approvedBy: '调度员', value: '1' }),
    ]);
    const late = await world.as(office, api.readFigure, { params: paramsOf(paper), query: { figure: 'late' } });
    expect(late.from.map(({ link, name }) => [link, name])).toEqual([['/tasks/TLATE', '“建设专业园区”']]);
    expect(await world.refused(office, api.readFigure, { params: paramsOf(paper), query: { figure: 'nothing' } })).toBe(
      '404 bulletin-figure-unknown',
    );
  });

  test('is refused for a dispatch that is not there, a unit without duties, a letter without cause, a bad sign', async () => {
    const body = { kind, cycleId, sign: '临链办通' };
    expect(await world.refused(office, api.composeBulletin, { body: { ...body, cycleId: 'none' } })).toBe(
      '404 bulletin-cycle-unknown',
    );
    expect(await world.refused(office, api.composeBulletin, { body: { ...body, sign: 'ABC' } })).toBe(
      '422 bulletin-sign',
    );
    const letter = { ...body, kind: 'letter' };
    expect(await world.refused(office, api.composeBulletin, { body: letter })).toBe('422 bulletin-unit-missing');
    expect(await world.refused(office, api.composeBulletin, { body: { ...letter, unitId: units.beside } })).toBe(
      '422 bulletin-letter-nothing',
    );
    expect(await world.refused(office, api.composeBulletin, { body: { ...letter, unitId: units.foreign } })).toBe(
      '422 bulletin-unit-unknown',
    );
    expect(
      await world.refused(office, api.composeBulletin, {
        body: { ...letter, unitId: units.own, replyBy: '2020-01-01' },
      }),
    ).toBe('422 bulletin-reply-past');
  });

  test('a dispatch of another place is not there', async () => {
    const foreign = frozen(
      { id: 'cycle-sister', kind: 'monthly', period: '2025-09', opensOn: '2025-09-20', dueOn: '2025-09-25' },
      [],
    );
    await keepFrozen(world, foreign, regions.sister);
    const { cycles } = await world.as(office, api.readChoices, {});
    expect(cycles.map(({ id }) => id)).not.toContain('cycle-sister');
    expect(
      await world.refused(office, api.composeBulletin, { body: { kind, cycleId: 'cycle-sister', sign: '临链办通' } }),
    ).toBe('404 bulletin-cycle-unknown');
  });
});

describe('editing', () => {
  test('figures are written as they were frozen, whatever text comes with them', async () => {
    const paper = await compose();
    const blocks = edited(paper).map((block) =>
      block.id === 'overall.rate' && block.kind === 'paragraph'
        ? { ...block, text: ['我们的率是', { figure: 'rate', text: '99.9%' }, '，另外办了 12 件。'] }
        : block,
    );
    const saved = await world.as(office, api.saveBulletin, {
      params: paramsOf(paper),
      body: bodyOf(paper, { blocks }),
    });
    const text = saved.blocks.find(({ id }) => id === 'overall.rate');
    const rate = paper.figures.find(({ id }) => id === 'rate')?.text ?? '';
    expect(text?.kind === 'paragraph' && text.text).toEqual([
      '我们的率是',
      { figure: 'rate', text: rate },
      '，另外办了 12 件。',
    ]);
    expect(saved).toMatchObject({ revision: 2, faults: 1 });
    const compared = await world.as(office, api.compareBulletin, { params: paramsOf(paper) });
    const changed = compared.blocks.filter(({ change }) => change !== 'same');
    expect(changed.map(({ id, by }) => [id, by])).toEqual([['overall.rate', 'person-chain-office的人']]);
    expect(changed[0]?.faults).toContainEqual(expect.objectContaining({ kind: 'differs', typed: '12' }));
  });

  test('a figure that was never frozen, a lost table and an old revision are refused; nothing is half saved', async () => {
    const paper = await compose();
    const params = paramsOf(paper);
    const invented = [{ id: 'n1', kind: 'paragraph', text: [{ figure: 'invented', text: '5' }] }, ...edited(paper)];
    expect(await world.refused(office, api.saveBulletin, { params, body: bodyOf(paper, { blocks: invented }) })).toBe(
      '404 bulletin-figure-unknown',
    );
    const lost = edited(paper).filter(({ id }) => id !== 'ranking.table');
    expect(await world.refused(office, api.saveBulletin, { params, body: bodyOf(paper, { blocks: lost }) })).toBe(
      '422 bulletin-table-missing',
    );
    expect(await world.refused(office, api.saveBulletin, { params, body: bodyOf(paper, { revision: 7 }) })).toBe(
      '409 bulletin-changed',
    );
    expect(await world.refused(office, api.saveBulletin, { params, body: bodyOf(paper, { title: ' ' }) })).toBe(
      '422 bulletin-title-empty',
    );
    expect((await world.as(office, api.readBulletin, { params })).revision).toBe(1);
  });
});

describe('the life of a paper', () => {
  test('written by one, signed by another, numbered, sent, answered for good; then nothing changes', async () => {
    const paper = await compose();
    const params = paramsOf(paper);
    expect(await world.refused(chief, api.signBulletin, { params, body: { revision: 1 } })).toBe('409 bulletin-state');
    const submitted = await world.as(office, api.submitBulletin, { params, body: { revision: 1 } });
    expect(submitted).toMatchObject({ state: 'review', can: { sign: false, edit: false, takeBack: true } });
    expect(await world.refused(office, api.signBulletin, { params, body: { revision: 2 } })).toBe(
      '403 bulletin-second-person',
    );
    expect(await world.refused(office, api.saveBulletin, { params, body: bodyOf(submitted) })).toBe(
      '409 bulletin-state',
    );
    expect(await world.refused(chief, api.returnBulletin, { params, body: { revision: 2 } })).toBe(
      '422 bulletin-reason',
    );
    const back = await world.as(chief, api.returnBulletin, { params, body: { revision: 2, reason: '补一句。' } });
    expect(back).toMatchObject({ state: 'draft', steps: [{}, {}, { step: 'return', words: '补一句。' }] });
    const number = await signed(back);
    const year = new Date().getFullYear();
    expect(number.number).toMatch(new RegExp(`^临链办通〔${year}〕[1-9]\\d*号$`, 'u'));
    expect(await world.refused(clerk, api.readBulletin, { params })).toBe('404 bulletin-unknown');
    const sent = await sendTo(number, [units.below, units.beside]);
    expect(sent).toMatchObject({ state: 'sent', can: { edit: false, withdraw: false, correct: true } });
    expect(
      await world.refused(office, api.withdrawBulletin, { params, body: { revision: sent.revision, reason: '错' } }),
    ).toBe('409 bulletin-state');
    expect(await world.as(clerk, api.readBulletin, { params })).toMatchObject({
      state: 'sent',
      can: { archive: false },
    });
    expect(await world.refused(office, api.archiveBulletin, { params, body: { revision: sent.revision } })).toBe(
      '422 bulletin-files-missing',
    );
    await world.as(office, api.makeFile, { params, body: { kind: 'docx' } });
    await expect
      .poll(async () => (await world.as(office, api.readFiles, { params })).files.map(({ state }) => state), {
        timeout: 60_000,
      })
      .toEqual(['ready']);
    const archived = await world.as(office, api.archiveBulletin, {
      params,
      body: { revision: sent.revision, withoutPdf: true },
    });
    expect(archived.state).toBe('archived');
    const [file] = archived.files;
    const url = addressOf('', api.downloadFile, { ...params, kind: 'docx' }, undefined);
    const answer = await world.api.app.inject({
      url,
      headers: { 'x-post': office, 'x-person': 'person-chain-office' },
    });
    expect(sm3(answer.rawPayload)).toBe(file?.digest);
    expect(answer.headers['content-disposition']).toContain('attachment');
    await expect(
      sql`update bulletin set title = 'x' where id = ${paper.id}`.execute(world.database.owner),
    ).rejects.toThrow(/not changed/);
    await expect(
      sql`update bulletin_file set content = 'x' where bulletin_id = ${paper.id}`.execute(world.database.owner),
    ).rejects.toThrow(/not changed/);
    await expect(sql`delete from bulletin where id = ${paper.id}`.execute(world.database.owner)).rejects.toThrow(
      /not changed/,
    );
  });

  test('many signed at once get numbers one after another, none twice; what is given up keeps its own', async () => {
    const papers = await Promise.all(Array.from({ length: 6 }, () => compose({ sign: '并发字' })));
    const all = await Promise.all(papers.map((paper) => signed(paper)));
    const numbers = all.map(({ number }) => Number(/〕(\d+)号/u.exec(number ?? '')?.[1])).sort((a, b) => a - b);
    expect(numbers).toEqual([1, 2, 3, 4, 5, 6]);
    const last = all.find(({ number }) => number?.endsWith('〕6号'));
    if (last === undefined) throw new Error('no sixth');
    const gone = await world.as(office, api.withdrawBulletin, {
      params: paramsOf(last),
      body: { revision: last.revision, reason: '不发了。' },
    });
    expect(gone).toMatchObject({ state: 'withdrawn', number: last.number });
    expect((await signed(await compose({ sign: '并发字' }))).number).toMatch(/〕7号$/u);
  });

  test('a letter that was sent with a task under the same sign has taken its number', async () => {
    const year = new Date().getFullYear();
    const numberOf = async () =>
      Number(/〕(\d+)号/u.exec((await signed(await compose({ sign: '同一字' }))).number ?? '')?.[1]);
    expect(await numberOf()).toBe(1);
    await world.database.db.transaction().execute((db) =>
      insideAsSystem(db, async () => {
        expect(await takeLetterNumber(db as never, '同一字', year)).toEqual({
          ok: true,
          value: `同一字〔${year}〕2号`,
        });
      }),
    );
    expect(await numberOf()).toBe(3);
  });

  test('a number that differs from the frozen one is signed only with a reason', async () => {
    const paper = await compose();
    const blocks = [{ id: 'n1', kind: 'paragraph', text: ['今年办了 999 件。'] }, ...edited(paper)];
    const saved = await world.as(office, api.saveBulletin, {
      params: paramsOf(paper),
      body: bodyOf(paper, { blocks }),
    });
    expect(saved.faults).toBe(1);
    const sent = await world.as(office, api.submitBulletin, { params: paramsOf(paper), body: { revision: 2 } });
    const body = { revision: sent.revision };
    expect(await world.refused(chief, api.signBulletin, { params: paramsOf(paper), body })).toBe(
      '422 bulletin-figures-differ',
    );
    const done = await world.as(chief, api.signBulletin, {
      params: paramsOf(paper),
      body: { ...body, reason: '另有台账。' },
    });
    expect(done.state).toBe('signed');
  });

  test('a mistake is put right by a new paper that names the old one', async () => {
    const out = await sendTo(await signed(await compose()), [units.below]);
    const params = paramsOf(out);
    expect(await world.refused(office, api.correctBulletin, { params, body: { revision: out.revision } })).toBe(
      '422 bulletin-reason',
    );
    const body = { revision: out.revision, reason: '漏了一个单位。' };
    const correction = await world.as(office, api.correctBulletin, { params, body });
    expect(correction).toMatchObject({ state: 'draft', corrects: { id: out.id, number: out.number } });
    const [first] = correction.blocks;
    expect(JSON.stringify(first)).toContain(out.number);
    expect((await world.as(office, api.readBulletin, { params })).correctedBy.map(({ id }) => id)).toEqual([
      correction.id,
    ]);
  });
});

describe('a supervision letter', () => {
  test('is on the workbench of its unit until it is answered, once', async () => {
    const letter = await compose({ kind: 'letter', unitId: units.own, sign: '临链督', replyBy: '2099-01-05' });
    expect(letter.blocks.map(({ id }) => id)).toContain('letter.reply');
    const sent = await sendTo(await signed(letter), [units.beside]);
    const params = paramsOf(sent);
    expect(sent.recipients.map(({ id, mustAnswer }) => [id, mustAnswer])).toEqual([
      [units.own, true],
      [units.beside, false],
    ]);
    const work = await sql<{ state: string; due_on: string }>`
      select state, due_on::text from work_item where origin_id = ${letter.id} and kind = 'handle'`.execute(
      world.database.owner,
    );
    expect(work.rows).toEqual([{ state: 'open', due_on: '2099-01-05' }]);
    expect((await world.as(clerk, api.readBulletin, { params })).can.answer).toBe(true);
    const answered = await world.as(clerk, api.answerBulletin, { params, body: { words: '已经办结。' } });
    expect(answered.recipients.find(({ id }) => id === units.own)?.answer).toMatchObject({ words: '已经办结。' });
    expect(await world.refused(clerk, api.answerBulletin, { params, body: { words: '再说一次。' } })).toBe(
      '409 bulletin-answer-none',
    );
    const after = await sql<{ state: string }>`
      select state from work_item where origin_id = ${letter.id} and kind = 'handle'`.execute(world.database.owner);
    expect(after.rows).toEqual([{ state: 'done' }]);
  });
});

describe('who sees what', () => {
  test('a draft is its office’s; what is out is read above and below, and changed by nobody else', async () => {
    const draft = await compose();
    const params = paramsOf(draft);
    expect(await world.refused(clerk, api.readBulletin, { params })).toBe('404 bulletin-unknown');
    expect((await world.as(cityOffice, api.readBulletin, { params })).state).toBe('draft');
    expect(await world.refused(null, api.readBulletin, { params })).toBe('401 not-signed-in');
    const listed = await world.as(clerk, api.listBulletins, { query: {} });
    expect(listed.rows.every(({ state }) => state === 'sent' || state === 'archived')).toBe(true);
    const own = await world.as(office, api.listBulletins, { query: { box: 'draft', text: '通报' } });
    expect(own.rows.map(({ id }) => id)).toContain(draft.id);
    const counts = await world.as(office, api.countBulletins, {});
    expect(counts.counts.find(({ state }) => state === 'draft')?.count).toBe(
      (await world.as(office, api.listBulletins, { query: { box: 'draft' } })).total,
    );
  });

  test('a unit elsewhere reads what was sent to it, and cannot make it its own', async () => {
    const out = await sendTo(await signed(await compose()), [units.foreign]);
    const params = paramsOf(out);
    await sql`insert into person (id, name, created_at) values ('foreign-office', '望江链办', now())`.execute(
      world.database.owner,
    );
    await sql`insert into post (id, person_id, unit_id, title) values ('foreign-office', 'foreign-office', ${units.foreign}, '链办')`.execute(
      world.database.owner,
    );
    await sql`insert into post_grant (post_id, role_id, region_id, chains, state, changed_at, changed_by)
      values ('foreign-office', 'chain-office', ${regions.sister}, '{}', 'granted', now(), '@system')`.execute(
      world.database.owner,
    );
    const seen = await world.as('foreign-office', api.readBulletin, { params });
    expect(seen.can).toMatchObject({ archive: false, correct: false, compare: false });
    expect(
      await world.refused('foreign-office', api.archiveBulletin, { params, body: { revision: out.revision } }),
    ).toBe('403 bulletin-not-own');
    const draft = await compose();
    expect(await world.refused('foreign-office', api.readBulletin, { params: paramsOf(draft) })).toBe(
      '404 bulletin-unknown',
    );
  });
});
