import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { asAsking, asSystem } from '../../../platform/db/index.ts';
import { type Actor, loadActor } from '../../../src/access/index.ts';
import { putAside } from '../../../src/indicator/commands/watch/put-aside.ts';
import { watchApi } from '../../../src/indicator/contract.ts';
import { workApi } from '../../../src/work/contract.ts';
import { personOf, postOf, regions, units } from '../../access/organisation.ts';
import { openWatchWorld, threeFirms, type WatchWorld } from './world.ts';

/** What people do with warnings: seen within reach, put aside, given to others, and when rules speak. Through both walls. */
let world: WatchWorld;
const office = postOf('chain-office');
const reviewer = postOf('reviewer');
const finance = postOf('finance');
const clerk = postOf('reporting-clerk');
const lead = postOf('lead-unit');
const all = { query: {} };

const idOf = async (rule: string, region: string, unit = ''): Promise<string> => {
  const found = (await world.warnings()).find(
    (each) => each.rule === rule && each.region_id === region && each.unit_id === unit,
  );
  if (found === undefined) throw new Error(`no warning ${rule} ${region} ${unit}`);
  return found.id;
};
const params = (warningId: string) => ({ params: { warningId } });
const read = (post: string, id: string) => world.as(post, watchApi.readWarning, params(id));

beforeAll(async () => {
  world = await openWatchWorld();
  await world.target({ indicator: 'revenue', region: regions.district, value: 120_000 });
  await world.target({ indicator: 'revenue', region: regions.sister, value: 120_000 });
  await world.target({ indicator: 'signed', region: regions.town, value: 90_000, chain: 'lj-textile' });
  await world.report(
    ...threeFirms({ indicator: 'revenue', unit: units.below }, '2026', 4, 5000),
    ...threeFirms({ indicator: 'revenue', unit: units.foreign }, '2026', 4, 5000),
    ...[1, 2, 3, 4].map((month) => ({
      ...{ indicator: 'signed', unit: units.below, enterprise: 'only', chain: 'lj-textile', period: `2026-0${month}` },
      value: 1001 + month,
    })),
    ...[1, 2, 3, 4].map((month) => ({
      ...{ indicator: 'signed', unit: units.own, enterprise: 'copies', period: `2026-0${month}`, value: 2345 },
    })),
  );
  await world.watch('2026-05-20T04:00:00Z');
});
afterAll(async () => {
  expect(world.faults).toEqual([]);
  await world.close();
});

describe('seen', () => {
  test('by whoever has it in reach, the red ones first, and by nobody else', async () => {
    const { rows } = await world.as('city-office', watchApi.listWarnings, all);
    expect(rows.map(({ rule, region, light }) => [rule, region.id, light])).toEqual([
      ['pace', expect.any(String), 'red'],
      ['pace', expect.any(String), 'red'],
      ['pace', expect.any(String), 'red'],
      ['copy-forward', regions.district, 'blue'],
    ]);
    const district = await world.as(office, watchApi.listWarnings, all);
    expect(district.rows.map(({ region }) => region.id)).not.toContain(regions.sister);
    expect(district.total).toBe(3);
    const foreign = await idOf('pace', regions.sister);
    expect(await world.refused(office, watchApi.readWarning, params(foreign))).toBe('404 warning-unknown');
    expect((await read('city-office', foreign)).region.name).toBe('望江区');
    const chief = await world.as('chain-chief-textile', watchApi.listWarnings, all);
    expect(chief.rows.map(({ chain }) => chain?.id)).toEqual(['lj-textile']);
    const mine = await world.as(clerk, watchApi.listWarnings, all);
    expect(mine.rows.map(({ rule, unit }) => [rule, unit?.id])).toEqual([['copy-forward', units.own]]);
    expect(await world.refused(postOf('enterprise'), watchApi.listWarnings, all)).toBe('403 not-allowed');
  });

  test('the database says the same', async () => {
    const { rows } = await asAsking({ postId: office, personId: personOf('chain-office') }, () =>
      sql<{ region_id: string }>`select distinct region_id from warning order by 1`.execute(world.database.db),
    );
    expect(rows.map(({ region_id }) => region_id)).toEqual([regions.district, regions.town]);
    const nobody = await asAsking({ postId: postOf('enterprise'), personId: personOf('enterprise') }, () =>
      sql`select from warning`.execute(world.database.db),
    );
    expect(nobody.rows).toEqual([]);
  });

  test('filtered by rule, light, indicator, region with all below, chain, state and words', async () => {
    const count = async (filter: object, text = '') =>
      (await world.as('city-office', watchApi.listWarnings, { query: { filter: JSON.stringify(filter), text } })).total;
    expect(await count({ rule: { in: ['pace'] } })).toBe(3);
    expect(await count({ light: { in: ['blue', 'yellow'] } })).toBe(1);
    expect(await count({ indicator: { has: '新签' } })).toBe(2);
    expect(await count({ region: { in: [regions.district] } })).toBe(3);
    expect(await count({ chain: { in: ['lj-textile'] } })).toBe(1);
    expect(await count({ state: { in: ['over'] } })).toBe(0);
    expect(await count({}, '望江')).toBe(1);
    expect(
      await world.refused('city-office', watchApi.listWarnings, { query: { filter: '{"rule":{"in":["x"]}}' } }),
    ).toMatch(/^4/u);
  });

  test('exported as it is listed', async () => {
    const { status, body } = await world.text('city-office', '/warnings/export?format=csv&columns=light,region,reason');
    expect(status).toBe(200);
    expect(body.split('\n').filter((line) => line !== '')).toHaveLength(5);
    expect(body).toContain('望江区');
  });

  test('with its reason, the figures behind it, and what to do', async () => {
    const warning = await read(reviewer, await idOf('pace', regions.district));
    expect(warning.title).toBe('芦洲区 营业收入 进度落后');
    expect(warning.reason).toMatch(/^2026 年 4 月红灯，进度是应有的 50%，与应有进度相差 .*万元，已连续 3 期。$/u);
    expect(warning.behind.map(({ period, light }) => [period, light])).toEqual([
      ['2026-02', 'red'],
      ['2026-03', 'red'],
      ['2026-04', 'red'],
    ]);
    expect(warning.behind.at(-1)).toMatchObject({ value: '20004', other: '40000' });
    expect(warning.can).toEqual({ aside: true, takeBack: false, task: false, help: true });
  });

  test('numbers of one enterprise are not told to whoever may not see them', async () => {
    const small = await idOf('pace', regions.town);
    const hidden = await read(finance, small);
    expect(hidden).toMatchObject({ hidden: true, behind: [] });
    expect(hidden.reason).toBe('这里或者相邻的格子不足三家企业，数字不显示。');
    expect(JSON.stringify(hidden)).not.toMatch(/4014|4,014/u);
    expect((await read(reviewer, small)).behind.at(-1)).toMatchObject({ value: '4014' });
    // The unit that has reported them itself sees them.
    const copied = await idOf('copy-forward', regions.district, units.own);
    expect((await read(clerk, copied)).reason).toContain('2,345 万元');
    expect((await read(finance, copied)).reason).not.toContain('2,345');
    const exported = await world.text(finance, '/warnings/export?format=csv&columns=reason');
    expect(exported.body).not.toContain('2,345');
  });

  test('messages say no number of one enterprise either', async () => {
    const notices = await world.notices();
    expect(notices.length).toBeGreaterThan(2);
    for (const { body } of notices) expect(body).not.toMatch(/2,345|4,014/u);
  });
});

describe('put aside', () => {
  test('with a reason until a day, and taken back', async () => {
    const id = await idOf('pace', regions.district);
    const { revision } = await read(reviewer, id);
    const body = { revision, reason: '已经约谈，等下月数', until: '2999-01-01' };
    expect(await world.refused(finance, watchApi.putWarningAside, { ...params(id), body })).toBe('403 not-allowed');
    expect(
      await world.refused(reviewer, watchApi.putWarningAside, {
        ...params(id),
        body: { ...body, until: '2020-01-01' },
      }),
    ).toBe('422 aside-in-past');
    const aside = await world.as(reviewer, watchApi.putWarningAside, { ...params(id), body });
    expect(aside).toMatchObject({ state: 'aside', aside: { reason: '已经约谈，等下月数', until: '2999-01-01' } });
    expect(await world.refused(reviewer, watchApi.putWarningAside, { ...params(id), body })).toBe(
      '409 warning-changed',
    );
    const again = { ...params(id), body: { revision: aside.revision } };
    const back = await world.as(reviewer, watchApi.takeWarningBack, again);
    expect(back).toMatchObject({ state: 'open', aside: null });
    const third = { ...params(id), body: { revision: back.revision } };
    expect(await world.refused(reviewer, watchApi.takeWarningBack, third)).toBe('422 warning-not-aside');
    const { rows } = await sql<{ action: string; reason: string | null }>`
      select action, reason from audit_entry where record_kind = 'warning' order by seq`.execute(world.database.owner);
    expect(rows).toEqual([
      { action: 'indicator.warning-aside', reason: '已经约谈，等下月数' },
      { action: 'indicator.warning-take-back', reason: null },
    ]);
  });

  test('what lies outside of reach cannot be put aside, whatever is known of it', async () => {
    const body = { revision: 1, reason: '不归我管' };
    const foreign = params(await idOf('pace', regions.sister));
    expect(await world.refused(reviewer, watchApi.putWarningAside, { ...foreign, body })).toBe('404 warning-unknown');
  });

  test('on the day it is open again, and nobody is told a second time', async () => {
    const id = await idOf('pace', regions.district);
    const deps = world.at('2026-05-20T05:00:00Z');
    const actor = await asSystem(() =>
      loadActor(
        world.database.db,
        { personId: personOf('reviewer'), postId: reviewer, sessionId: null, from: 't' },
        '2026-05-20',
      ),
    );
    const { revision } = await read(reviewer, id);
    await asAsking({ postId: reviewer, personId: personOf('reviewer') }, () =>
      putAside(actor as Actor, { warningId: id, revision, reason: '等一等', until: '2026-05-23' }, deps),
    );
    const told = await world.notices();
    const stateOf = async () => (await world.warnings()).find((each) => each.id === id)?.state;
    await world.watch('2026-05-22T04:00:00Z');
    expect(await stateOf()).toBe('aside');
    await world.watch('2026-05-23T04:00:00Z');
    expect(await stateOf()).toBe('open');
    expect(await world.notices()).toEqual(told);
  });
});

describe('given to others', () => {
  test('as a task to a unit, which sees the warning for that reason and answers', async () => {
    const id = await idOf('pace', regions.district);
    expect(await world.refused(lead, watchApi.readWarning, params(id))).toBe('404 warning-unknown');
    const to = [{ kind: 'unit', id: units.own }] as const;
    const body = { to: [...to], detail: '请说明原因', dueOn: '2999-01-01' };
    expect(await world.refused(reviewer, watchApi.makeWarningTask, { ...params(id), body })).toBe('403 not-allowed');
    const given = await world.as(office, watchApi.makeWarningTask, { ...params(id), body });
    expect(given.work).toEqual([
      expect.objectContaining({ kind: 'assignment', state: 'open', assignee: `单位${units.own}`, dueOn: '2999-01-01' }),
    ]);
    expect(await world.refused(office, watchApi.makeWarningTask, { ...params(id), body })).toBe(
      '409 warning-work-stands',
    );
    const far = { ...params(id), body: { to: [{ kind: 'unit', id: units.foreign }] } };
    expect(await world.refused(office, watchApi.makeWarningTask, far)).toBe('422 party-out-of-reach');
    const late = { ...params(id), body: { ...body, dueOn: '2020-01-01' } };
    expect(await world.refused(office, watchApi.makeWarningTask, late)).toBe('422 due-in-past');

    const seen = await read(lead, id);
    expect(seen.can).toEqual({ aside: false, takeBack: false, task: false, help: false });
    const { rows } = await world.as(lead, workApi.listWork, { query: { box: 'todo' } });
    const [item] = rows;
    expect(item).toMatchObject({ title: '处理预警：芦洲区 营业收入 进度落后', link: `/warnings/${id}` });
    await world.as(lead, workApi.finishWork, {
      params: { workId: item?.id ?? '' },
      body: { revision: item?.revision ?? 0, note: '两家企业停产检修，六月恢复' },
    });
    expect((await read(office, id)).work[0]).toMatchObject({ state: 'done', outcome: '两家企业停产检修，六月恢复' });
    // Answered it can be given once more.
    expect((await world.as(office, watchApi.makeWarningTask, { ...params(id), body })).work).toHaveLength(2);
  });

  test('a number of one enterprise does not travel with the task', async () => {
    const id = await idOf('pace', regions.town);
    const body = { to: [{ kind: 'unit' as const, id: units.below }] };
    await world.as(office, watchApi.makeWarningTask, { ...params(id), body });
    const { rows } = await sql<{ detail: string }>`
      select w.detail from work_item w join warning_work g on g.item_id = w.id where g.warning_id = ${id}`.execute(
      world.database.owner,
    );
    expect(rows[0]?.detail).toContain('不足三家企业');
    expect(rows[0]?.detail).not.toMatch(/\d{3} 万元/u);
  });

  test('as a request for help to a unit above, and to no other', async () => {
    const id = await idOf('copy-forward', regions.district, units.own);
    const { units: above } = await world.as(clerk, watchApi.listSuperiors, params(id));
    expect(above.map((unit) => unit.id)).toEqual([units.city]);
    const ask = (unitId: string) => ({ ...params(id), body: { unitId, detail: '企业不肯报实数，请出面' } });
    expect(await world.refused(clerk, watchApi.askWarningHelp, ask(units.beside))).toBe('422 unit-not-above');
    expect(await world.refused(clerk, watchApi.askWarningHelp, ask('no-such'))).toBe('422 unit-not-above');
    const asked = await world.as(clerk, watchApi.askWarningHelp, ask(units.city));
    expect(asked.work).toEqual([
      expect.objectContaining({ kind: 'handle', state: 'open', assignee: `单位${units.city}`, opens: true }),
    ]);
    expect(asked.can.help).toBe(false);
    expect(await world.refused(clerk, watchApi.askWarningHelp, ask(units.city))).toBe('409 warning-work-stands');
    const { rows } = await world.as('city-office', workApi.listWork, { query: { box: 'todo' } });
    expect(rows.map(({ title }) => title)).toContain('请求协助：单位own 新签约额 连续照抄');
  });

  test('what is over asks for nothing any more', async () => {
    await world.report({ indicator: 'signed', unit: units.own, enterprise: 'copies', period: '2026-04', value: 2777 });
    await world.watch('2026-05-25T04:00:00Z');
    const id = await idOf('copy-forward', regions.district, units.own);
    const shown = await read(office, id);
    expect(shown).toMatchObject({ state: 'over', can: { aside: false, takeBack: false, task: false, help: false } });
    const body = { to: [{ kind: 'unit' as const, id: units.below }] };
    expect(await world.refused(office, watchApi.makeWarningTask, { ...params(id), body })).toBe('409 warning-over');
    const aside = { revision: shown.revision, reason: '不用了' };
    expect(await world.refused(reviewer, watchApi.putWarningAside, { ...params(id), body: aside })).toBe(
      '409 warning-over',
    );
  });
});

describe('limits', () => {
  const limitsOf = (post: string, regionId?: string) =>
    world.as(post, watchApi.readWatchLimits, { query: regionId === undefined ? {} : { regionId } });

  test('are the usual ones until somebody sets others; only where he is in charge', async () => {
    const usual = await limitsOf(finance);
    expect(usual).toMatchObject({ region: { id: regions.district }, revision: 0, from: null, changed: null });
    expect(usual.limits).toEqual(usual.usual);
    const body = { regionId: regions.sister, revision: 0, limits: usual.limits, reason: '试一试' };
    expect(await world.refused(office, watchApi.changeWatchLimits, { body })).toBe('422 watch-region-far');
    expect(await world.refused(office, watchApi.changeWatchLimits, { body: { ...body, regionId: '' } })).toBe(
      '422 watch-region-far',
    );
    expect(await world.refused(finance, watchApi.changeWatchLimits, { body })).toBe('403 not-allowed');
    const wrong = { ...body, limits: { ...usual.limits, streak: { months: 0 } } };
    expect(await world.refused(office, watchApi.changeWatchLimits, { body: wrong })).toMatch(/^4/u);
    expect(await world.refused(finance, watchApi.readWatchLimits, { query: { regionId: '999999' } })).toBe(
      '404 region-unknown',
    );
  });

  test('tried out they say how many there would be, and change nothing', async () => {
    const { usual } = await limitsOf(office);
    const limits = { ...usual, pace: null };
    const preview = await world.as(office, watchApi.previewWatchLimits, {
      body: { regionId: regions.district, limits },
    });
    const of = (rule: string) => preview.rules.find((each) => each.rule === rule);
    expect(preview.whole).toBe(true);
    expect(of('pace')).toEqual({ rule: 'pace', now: 2, would: 0 });
    // What the light explained before speaks for itself now.
    expect(of('streak')).toEqual({ rule: 'streak', now: 0, would: 2 });
    const same = await world.as(office, watchApi.previewWatchLimits, {
      body: { regionId: regions.district, limits: usual },
    });
    expect(same.rules.every(({ now, would }) => now === would)).toBe(true);
    expect((await world.warnings()).filter(({ rule }) => rule === 'streak')).toEqual([]);
  });

  test('set for a district they hold there and below and not beside; taken back those of above hold', async () => {
    const { usual } = await limitsOf(office);
    const body = { regionId: regions.district, revision: 0, limits: { ...usual, pace: null }, reason: '先看连续落后' };
    const set = await world.as(office, watchApi.changeWatchLimits, { body });
    expect(set).toMatchObject({ revision: 1, from: { id: regions.district }, changed: { reason: '先看连续落后' } });
    expect(await world.refused(office, watchApi.changeWatchLimits, { body })).toBe('409 watch-limits-changed');
    expect((await limitsOf('city-office', regions.town)).from?.id).toBe(regions.district);
    // Limits are changed by the clock of the server, so that the watch looks by it too.
    await world.watch(new Date(Date.now() + 120_000).toISOString());
    const states = async () =>
      (await world.warnings())
        .filter(({ about, rule }) => about === 'revenue' && rule === 'pace')
        .map(({ region_id, state }) => [region_id, state]);
    expect((await states()).find(([region]) => region === regions.district)).toEqual([regions.district, 'over']);
    const back = { regionId: regions.district, revision: 1, limits: null, reason: '还是看灯' };
    const dropped = await world.as(office, watchApi.changeWatchLimits, { body: back });
    expect(dropped).toMatchObject({ revision: 2, from: null, changed: null });
  });

  test('run now', async () => {
    expect(await world.refused(finance, watchApi.runWatch, {})).toBe('403 not-allowed');
    const run = await world.as(office, watchApi.runWatch, {});
    expect(run).toMatchObject({ due: 0 });
    expect(run.looked).toBeGreaterThan(0);
    const board = await world.as(office, watchApi.readWarningBoard, {});
    expect(board).toMatchObject({ due: 0, watched: expect.arrayContaining(['pace', 'missing']), may: { run: true } });
    expect(board.targets).toBeGreaterThan(0);
  });
});
