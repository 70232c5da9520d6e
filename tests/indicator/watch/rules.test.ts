import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { asSystem } from '../../../platform/db/index.ts';
import { keepWarnings } from '../../../src/indicator/routes.ts';
import { regions, units } from '../../access/organisation.ts';
import { openWatchWorld, threeFirms, type WatchWorld } from './world.ts';

/** Each rule from real figures: raised once, silent when another explains it, over when it is mended. */
let world: WatchWorld;
const noon = (day: string) => `${day}T04:00:00Z`;
const brief = async () =>
  (await world.warnings()).map(({ rule, light, about, region_id, unit_id, chain_id, since, period, state }) =>
    [rule, light, about, region_id, unit_id, chain_id, since, period, state].join(' '),
  );

beforeAll(async () => {
  world = await openWatchWorld();
  const { owner } = world.database;
  for (const code of ['990104', '990105', '990106', '990107']) {
    await sql`insert into region (code, level) values (${code}, 'county')`.execute(owner);
    await sql`insert into region_term (code, name, parent) values (${code}, ${`区${code}`}, ${regions.city})`.execute(
      owner,
    );
    await sql`insert into region_closure (ancestor, descendant)
      select a, ${code} from unnest(${[code, regions.city, regions.province]}::text[]) a`.execute(owner);
    await sql`insert into unit (id, name, kind, region_id) values (${`u${code}`}, ${`单位${code}`}, 'town', ${code})`.execute(
      owner,
    );
    await sql`insert into unit_closure values (${`u${code}`}, ${`u${code}`})`.execute(owner);
  }
});
afterAll(async () => {
  expect(world.faults).toEqual([]);
  await world.close();
});

describe('pace and streak', () => {
  test('half of what was expected is red since the light came on; the streak that it explains is silent', async () => {
    await world.target({ indicator: 'revenue', region: regions.district, value: 120_000 });
    await world.report(...threeFirms({ indicator: 'revenue', unit: units.below }, '2026', 4, 5000));
    await world.watch(noon('2026-05-20'));
    expect(await brief()).toEqual(['pace red revenue 990103   2026-02 2026-04 open']);
  });

  test('looked at again nothing is raised, and nobody is told again', async () => {
    const told = await world.notices();
    expect(told.length).toBeGreaterThan(0);
    await world.watch(noon('2026-05-21'));
    await world.watch(noon('2026-05-22'));
    expect(await brief()).toHaveLength(1);
    expect(await world.notices()).toEqual(told);
  });

  test('mended it is over; wrong again it comes back, and nobody is told twice', async () => {
    const told = await world.notices();
    await world.report(...threeFirms({ indicator: 'revenue', unit: units.below }, '2026', 4, 11_000));
    await world.watch(noon('2026-05-23'));
    expect(await brief()).toEqual(['pace red revenue 990103   2026-02 2026-04 over']);
    await world.report(...threeFirms({ indicator: 'revenue', unit: units.below }, '2026', 4, 5000));
    await world.watch(noon('2026-05-24'));
    expect(await brief()).toEqual(['pace red revenue 990103   2026-02 2026-04 open']);
    expect(await world.notices()).toEqual(told);
  });

  test('a little behind for months is a streak of its own', async () => {
    await world.report(...threeFirms({ indicator: 'revenue', unit: units.below }, '2026', 4, 9300));
    await world.watch(noon('2026-05-25'));
    expect(await brief()).toEqual([
      'pace red revenue 990103   2026-02 2026-04 over',
      'streak yellow revenue 990103   2026-01 2026-04 open',
    ]);
  });

  test('a month that nobody has reported yet is not one more; a new target is seen', async () => {
    await world.watch(noon('2026-06-05'));
    expect((await brief()).at(-1)).toBe('streak yellow revenue 990103   2026-01 2026-04 open');
    await world.report(...threeFirms({ indicator: 'revenue', unit: units.below }, '2026', 4, 11_000));
    await world.watch(noon('2026-06-06'));
    expect((await brief()).every((line) => line.endsWith('over'))).toBe(true);
  });
});

describe('what looks wrong', () => {
  test('a district that grows unlike five others, compared over those of which there are enough', async () => {
    const districts = [
      ['990104', 'u990104', 1.08],
      ['990105', 'u990105', 1.09],
      ['990106', 'u990106', 1.1],
      ['990107', 'u990107', 1.11],
      [regions.sister, units.foreign, 1.9],
      [regions.district, units.below, 1.12],
    ] as const;
    for (const [, unit, growth] of districts)
      await world.report(
        ...threeFirms({ indicator: 'signed', unit }, '2025', 4, 3000),
        ...threeFirms({ indicator: 'signed', unit }, '2026', 4, 3000 * growth),
      );
    await world.watch(noon('2026-06-07'));
    const found = (await brief()).filter((line) => line.startsWith('outlier'));
    expect(found).toEqual([`outlier blue signed ${regions.sister}   2026 2026-04 open`]);
  });

  test('own report and sum of the parts differ; a thousandth does not', async () => {
    const own = (period: string, value: number) =>
      ({ indicator: 'revenue', unit: units.own, period, value, role: 'own' }) as const;
    await world.report(own('2026-03', 50_000), own('2026-04', 44_020));
    await world.watch(noon('2026-06-08'));
    const wrong = (await brief()).filter((line) => line.startsWith('mismatch'));
    expect(wrong).toEqual([]);
    await world.report(own('2026-04', 60_000));
    await world.watch(noon('2026-06-09'));
    expect((await brief()).filter((line) => line.startsWith('mismatch'))).toEqual([
      `mismatch yellow revenue ${regions.district} own  2026-03 2026-04 open`,
    ]);
    // The parts are mended, not the report: that is seen as well.
    await world.report(...threeFirms({ indicator: 'revenue', unit: units.below }, '2026', 4, 14_990));
    await world.watch(noon('2026-06-10'));
    expect((await brief()).filter((line) => line.startsWith('mismatch') && line.endsWith('open'))).toEqual([]);
  });

  test('a unit that writes round numbers, and one that copies the last month', async () => {
    const round = Array.from({ length: 4 }, (_, month) =>
      ['x', 'y', 'z', 'w'].map((firm, at) => ({
        ...{ indicator: 'staff', unit: units.beside, enterprise: `beside-${firm}`, period: `2026-0${month + 1}` },
        value: 500 + at * 300 + month * 100,
      })),
    ).flat();
    const copied = Array.from({ length: 4 }, (_, month) => ({
      ...{ indicator: 'signed', unit: units.beside, enterprise: 'beside-x', period: `2026-0${month + 1}` },
      value: month === 0 ? 4321 : 1234,
    }));
    await world.report(...round, ...copied);
    await world.watch(noon('2026-06-11'));
    const found = (await brief()).filter((line) => line.includes(` ${units.beside} `));
    expect(found).toEqual([
      `copy-forward blue signed ${regions.district} beside  2026-02 2026-04 open`,
      `heaping blue staff ${regions.district} beside  2026 2026-04 open`,
    ]);
    await world.report({
      indicator: 'signed',
      unit: units.beside,
      enterprise: 'beside-x',
      period: '2026-04',
      value: 1777,
    });
    await world.watch(noon('2026-06-12'));
    expect((await brief()).filter((line) => line.startsWith('copy-forward'))).toEqual([
      `copy-forward blue signed ${regions.district} beside  2026-02 2026-04 over`,
    ]);
  });

  test('a sheet that did not come in is one warning for all its periods, and over when it comes', async () => {
    const { owner } = world.database;
    const content = JSON.stringify({
      name: '月报',
      frequency: 'month',
      rows: 'unit',
      firstPeriod: '2026-01',
      columns: [],
    });
    await sql`insert into form (id, revision, state, content, content_revision, created_at, created_by, changed_at, changed_by)
      values ('form1', 1, 'open', ${content}::jsonb, 1, now(), 'p', now(), 'p')`.execute(owner);
    await sql`insert into form_unit values ('form1', ${units.below}, null)`.execute(owner);
    for (const [period, opens, due] of [
      ['2026-04', '2026-05-01', '2026-05-10'],
      ['2026-05', '2026-06-01', '2026-06-10'],
      ['2026-06', '2026-07-01', '2026-07-10'],
    ]) {
      await sql`insert into form_period (form_id, period, last_day, content_revision, opens_on, due_on)
        values ('form1', ${period}, ${opens}::date - 1, 1, ${opens}, ${due})`.execute(owner);
      await sql`insert into sheet (id, revision, form_id, content_revision, period, unit_id, region_id, state, opens_on, due_on)
        values (${`s${period}`}, 1, 'form1', 1, ${period}, ${units.below}, ${regions.town}, 'open', ${opens}, ${due})`.execute(
        owner,
      );
    }
    await world.watch(noon('2026-06-13'));
    const missing = async () => (await brief()).filter((line) => line.startsWith('missing'));
    expect(await missing()).toEqual([`missing red form1 ${regions.town} below  2026-04 2026-05 open`]);
    const [row] = (
      await world.as('city-office', (await import('../../../src/indicator/contract.ts')).watchApi.listWarnings, {
        query: { filter: JSON.stringify({ rule: { in: ['missing'] } }) },
      })
    ).rows;
    expect(row).toMatchObject({ about: { name: '月报' }, reason: expect.stringContaining('已逾期 34 天') });
    await sql`update sheet set state = 'submitted', activity_at = '2026-06-13T05:00:00Z'
      where period in ('2026-04', '2026-05')`.execute(owner);
    await world.watch('2026-06-13T05:10:00Z');
    expect(await missing()).toEqual([`missing red form1 ${regions.town} below  2026-04 2026-05 over`]);
  });
});

test('a month for which too few have handed in is waited for', async () => {
  const { owner } = world.database;
  const columns = [{ indicatorId: 'signed', required: true }];
  const content = JSON.stringify({
    ...{ name: '签约月报', frequency: 'month', rows: 'unit', role: 'part', firstPeriod: '2026-04', columns },
  });
  await sql`insert into form (id, revision, state, content, content_revision, created_at, created_by, changed_at, changed_by)
    values ('form2', 1, 'open', ${content}::jsonb, 1, now(), 'p', now(), 'p')`.execute(owner);
  for (const [id, unit, submitted] of [
    ['signed-a', units.foreign, '2026-06-01T00:00:00Z'],
    ['signed-b', 'u990104', null],
  ])
    await sql`insert into sheet (id, revision, form_id, content_revision, period, unit_id, region_id, state, opens_on, due_on,
        submitted_at)
      values (${id}, 1, 'form2', 1, '2026-04', ${unit}, ${regions.sister}, ${submitted === null ? 'open' : 'submitted'},
        '2026-05-01', '2026-12-31', ${submitted}::timestamptz)`.execute(owner);
  await world.target({ indicator: 'signed', region: regions.sister, value: 900_000 });
  await world.watch(noon('2026-06-14'));
  const pace = async () => (await brief()).filter((line) => line.startsWith('pace red signed'));
  expect(await pace()).toEqual([`pace red signed ${regions.sister}   2026-02 2026-03 open`]);
  await sql`update sheet set state = 'submitted', submitted_at = '2026-06-14T05:00:00Z' where id = 'signed-b'`.execute(
    owner,
  );
  await world.watch(noon('2026-06-15'));
  expect(await pace()).toEqual([`pace red signed ${regions.sister}   2026-02 2026-04 open`]);
});

test('two servers at once raise and tell each cause once', async () => {
  await world.target({ indicator: 'staff', region: regions.district, value: 90_000 });
  await world.target({ indicator: 'staff', region: regions.sister, value: 90_000 });
  await world.report(
    ...threeFirms({ indicator: 'staff', unit: units.foreign }, '2025', 12, 10),
    ...threeFirms({ indicator: 'staff', unit: units.foreign }, '2026', 5, 10),
  );
  const before = (await world.notices()).length;
  const deps = world.at(noon('2026-06-20'));
  const server = async () => {
    let idle = 0;
    while (idle < 3) idle = (await keepWarnings(deps)) > 0 ? 0 : idle + 1;
  };
  await asSystem(() => Promise.all([server(), server(), server()]));
  // Each may have found the turn taken three times and left; whoever is alone finishes what is left.
  await asSystem(server);
  const found = (await world.warnings()).filter(({ about, rule }) => about === 'staff' && rule === 'pace');
  expect(found.map(({ region_id, told }) => [region_id, told])).toEqual([[regions.sister, true]]);
  const keys = (await world.notices()).map(({ key }) => key);
  expect(new Set(keys).size).toBe(keys.length);
  const newest = (await world.notices()).slice();
  expect(newest.length).toBeGreaterThan(before);
  const people = newest.filter(({ key }) => key.includes(found[0]?.id ?? '-')).map(({ audience }) => audience[0]?.id);
  expect(new Set(people).size).toBe(people.length);
});
