import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readWorkbook } from '../../platform/files/index.ts';
import { addressOf } from '../../platform/http/client.ts';
import { chainApi as api } from '../../src/chain/contract.ts';
import { chainPost, chains, postOf, regions } from '../access/organisation.ts';
import { openPolicyWorld, type PolicyWorld } from '../policy/world.ts';

/** What is kept of a chain: by the office of its place, seen by those who work there and below, by nobody elsewhere. */
let world: PolicyWorld;
const office = postOf('chain-office');
const clerk = postOf('reporting-clerk');
const here = 'district-textile';
const there = 'sister-textile';
const params = { chainId: here };
const content = {
  ...{ chiefs: [{ name: '区长', title: '链长' }], leadUnit: { id: 'beside', name: '随便写的名字' } },
  ...{ office: '区工信局三楼', association: { name: '区纺织行业协会', contact: '秘书处' } },
  ...{ places: ['柳浦镇'], note: null },
};
const act = { kind: 'visit', on: '2026-03-05', place: '柳浦镇', by: '区长', subject: '了解用工', found: '缺熟练工' };

beforeAll(async () => {
  world = await openPolicyWorld();
  for (const [id, region] of [
    [here, regions.district],
    [there, regions.sister],
  ]) {
    await sql`insert into chain (id, name, region_id, parent) values (${id}, ${id}, ${region}, null)`.execute(
      world.database.owner,
    );
    await sql`insert into chain_closure (ancestor, descendant) values (${id}, ${id})`.execute(world.database.owner);
  }
});
afterAll(async () => {
  expect(world.faults).toEqual([]);
  await world.close();
});

async function send(post: string, mapId: string, name: string, bytes: Buffer) {
  const form = new FormData();
  form.set('file', new Blob([new Uint8Array(bytes)]), name);
  const sent = new Response(form);
  const answer = await world.api.app.inject({
    ...{ method: 'POST', url: addressOf('', api.putMap, { chainId: here, mapId }, undefined) },
    headers: {
      'content-type': sent.headers.get('content-type') ?? '',
      ...{ 'x-post': post, 'x-person': post.replace(/^post-/u, 'person-') },
    },
    payload: Buffer.from(await sent.arrayBuffer()),
  });
  return { status: answer.statusCode, body: answer.json<{ refusals?: { code: string }[] }>() };
}

describe('who runs a chain', () => {
  test('a chain without a file shows what it should have', async () => {
    const file = await world.as(clerk, api.readChainFile, { params, query: { year: 2026 } });
    expect(file).toMatchObject({ revision: 0, mayKeep: false, content: { chiefs: [], leadUnit: null } });
    expect(file.maps.map(({ versions }) => versions.length)).toEqual([0, 0, 0, 0]);
    expect(file.lists).toHaveLength(5);
    expect(file.acts.map(({ id, periods }) => [id, periods.length])).toEqual([
      ['meeting', 1],
      ['visit', 12],
    ]);
  });

  test('the office writes it; the lead unit has its name from the register; whoever saw less is refused', async () => {
    const saved = await world.as(office, api.saveChainFile, { params, body: { revision: 0, content } });
    expect(saved).toMatchObject({ revision: 1, mayKeep: true, content: { leadUnit: { name: '单位beside' } } });
    expect(await world.refused(office, api.saveChainFile, { params, body: { revision: 0, content } })).toBe(
      '409 record-changed',
    );
    const leadless = { ...content, leadUnit: { id: 'nobody', name: '没有这个单位' } };
    expect(
      await world.refused(office, api.saveChainFile, { params, body: { revision: 1, content: leadless } }),
    ).toContain('unit-unknown');
    const again = await world.as(office, api.saveChainFile, { params, body: { revision: 1, content } });
    expect(again.revision).toBe(2);
  });

  test('two at once: one is kept, the other is told', async () => {
    const { revision } = await world.as(office, api.readChainFile, { params, query: {} });
    const both = await Promise.allSettled(
      ['甲', '乙'].map((note) =>
        world.as(office, api.saveChainFile, { params, body: { revision, content: { ...content, note } } }),
      ),
    );
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  test('a clerk only reads; the chain of a sister place is not there, that of the place above is', async () => {
    const { revision } = await world.as(clerk, api.readChainFile, { params, query: {} });
    expect(await world.refused(clerk, api.saveChainFile, { params, body: { revision, content } })).toContain('403');
    const foreign = { chainId: there };
    expect(await world.refused(office, api.readChainFile, { params: foreign, query: {} })).toBe(
      '404 chain-file-unknown',
    );
    expect(await world.refused(office, api.noteAct, { params: foreign, body: act })).toBe('404 chain-file-unknown');
    const above = { chainId: chains.food };
    expect((await world.as(office, api.readChainFile, { params: above, query: {} })).mayKeep).toBe(false);
    expect(await world.refused(office, api.saveChainFile, { params: above, body: { revision: 0, content } })).toBe(
      '404 chain-file-unknown',
    );
    const seen = await world.as(office, api.listChainFiles, { query: {} });
    expect(seen.chains.map(({ id }) => id).sort()).toEqual([here, chains.food, chains.garment, chains.textile].sort());
    const ofChief = await world.as(chainPost, api.listChainFiles, { query: {} });
    expect(ofChief.chains.map(({ id }) => id)).toContain(chains.textile);
    expect(ofChief.chains.map(({ id }) => id)).not.toContain(there);
  });
});

describe('what the chief did', () => {
  test('a visit counts for its month, until it is struck out with a reason', async () => {
    const visits = (file: { acts: { id: string; periods: { held: number; state: string }[] }[] }) =>
      file.acts
        .find(({ id }) => id === 'visit')
        ?.periods.slice(0, 4)
        .map(({ held, state }) => `${held} ${state}`);
    const noted = await world.as(office, api.noteAct, { params, body: act });
    expect(visits(noted)).toEqual(['0 missing', '0 missing', '1 done', '0 missing']);
    const actId = noted.held[0]?.id ?? '';
    const struck = await world.as(office, api.strikeAct, {
      params: { chainId: here, actId },
      body: { reason: '写错了月份' },
    });
    expect(visits(struck)?.[2]).toBe('0 missing');
    expect(struck.held).toMatchObject([{ id: actId, struck: '写错了月份' }]);
    const twice = { params: { chainId: here, actId }, body: { reason: '又撤' } };
    expect(await world.refused(office, api.strikeAct, twice)).toContain('chain-act-struck');
    expect(await world.refused(clerk, api.strikeAct, twice)).toContain('403');
  });

  test('what is still to come, unknown or silent is refused with all its faults', async () => {
    const wrong = { ...act, kind: 'party', on: '2099-01-01', by: '', subject: ' ' };
    const answer = await world.refused(office, api.noteAct, { params, body: wrong });
    for (const code of ['chain-act-unknown', 'chain-act-ahead', 'chain-words-missing']) expect(answer).toContain(code);
  });
});

describe('maps', () => {
  const png = (end: string) => Buffer.from(`\x89PNG\r\n\x1a\n${end}`, 'latin1');

  test('the newest version holds and the older ones can still be had', async () => {
    expect((await send(office, 'chain', '图一.png', png('1'))).status).toBe(200);
    expect((await send(office, 'chain', '../../图二.exe', png('2'))).status).toBe(200);
    const { maps } = await world.as(clerk, api.readChainFile, { params, query: {} });
    const versions = maps.find(({ id }) => id === 'chain')?.versions ?? [];
    expect(versions.map(({ name }) => name)).toEqual(['图二.png', '图一.png']);
    const newest = await world.text(clerk, `/chain-files/${here}/maps/chain`);
    expect(newest).toMatchObject({ status: 200 });
    expect(newest.body).toContain('2');
    const older = await world.text(clerk, `/chain-files/${here}/maps/chain?version=${versions[1]?.id}`);
    expect(older.body.endsWith('1')).toBe(true);
    expect((await world.text(office, `/chain-files/${there}/maps/chain`)).status).toBe(404);
  });

  test('what is no picture, of no known map, or sent by a clerk is refused', async () => {
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>');
    expect((await send(office, 'chain', '图.png', svg)).body.refusals?.[0]?.code).toBe('evidence-kind');
    expect((await send(office, 'nothing', '图.png', png('3'))).body.refusals?.[0]?.code).toBe('chain-map-unknown');
    expect((await send(clerk, 'chain', '图.png', png('3'))).status).toBe(403);
  });
});

describe('lists', () => {
  const weak = { chainId: here, listId: 'weak' };
  const line = { name: '印染后整理', words: '本地没有', owner: '区工信局', dueOn: '2026-12-31' };

  test('a line is written, settled, and stands in the workbook', async () => {
    const added = await world.as(office, api.addEntry, { params: weak, body: line });
    expect(added).toMatchObject({ ...line, revision: 1, settledOn: null });
    const body = { ...line, revision: 1, settledOn: '2026-06-01' };
    const which = { ...weak, entryId: added.id };
    expect((await world.as(office, api.changeEntry, { params: which, body })).revision).toBe(2);
    expect(await world.refused(office, api.changeEntry, { params: which, body })).toBe('409 record-changed');
    const { lists } = await world.as(office, api.readChainFile, { params, query: {} });
    expect(lists.find(({ id }) => id === 'weak')).toMatchObject({ count: 1, open: 0 });
    const answer = await world.api.app.inject({
      url: addressOf('', api.exportChainFile, params, undefined),
      headers: { 'x-post': office, 'x-person': 'person-chain-office' },
    });
    const sheets = await readWorkbook('链.xlsx', answer.rawPayload);
    expect(sheets.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['基本情况', '图', '重点企业清单', '薄弱环节清单']),
    );
    expect(JSON.stringify(sheets)).toContain('印染后整理');
  });

  test('lists made of other data and unknown lines take nothing', async () => {
    const projects = { chainId: here, listId: 'projects' };
    expect(await world.refused(office, api.addEntry, { params: projects, body: line })).toContain('chain-list-unknown');
    const strange = { ...weak, entryId: 'nothing' };
    const body = { ...line, revision: 1, settledOn: null };
    expect(await world.refused(office, api.changeEntry, { params: strange, body })).toContain('chain-entry-unknown');
    expect(await world.refused(clerk, api.addEntry, { params: weak, body: line })).toContain('403');
  });
});
