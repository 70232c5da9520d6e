import { createReadStream, openAsBlob } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { copyInto } from '../../platform/db/testing/copy-into.ts';
import { openTemporaryFolder } from '../../platform/db/testing/folder.ts';
import { fillTaskCity, type TaskPerson } from '../../platform/db/testing/task-city.ts';
import { addressOf } from '../../platform/http/client.ts';
import { csrfTokenOf } from '../../platform/http/csrf.ts';
import { enterpriseApi } from '../../src/enterprise/contract.ts';
import { type Asked, run } from '../indicator/asks.ts';
import { startEmpty } from '../load/server.ts';
import { listHeading, writeList } from './list.ts';
import { databaseSeconds } from './processor.ts';

export interface EnterprisesOptions {
  readonly enterprises: number;
  /** How long each kind of look is measured. */
  readonly seconds: number;
}

export interface EnterprisesResult {
  readonly options: EnterprisesOptions;
  /** Seconds of a bare COPY of the same file into a table of texts without any index. */
  readonly copySeconds: number;
  readonly importSeconds: number;
  /** Processor seconds of the import, of the server and of its database; null where the system does not tell. */
  readonly processor: { readonly server: number; readonly database: number | null };
  /** Most resident memory of the server in bytes while it brought the list in. */
  readonly peakBytes: number;
  readonly created: number;
  readonly asked: readonly Asked[];
}

const headersOf = ({ token }: TaskPerson) => ({
  accept: 'application/json',
  cookie: `jw_session=${token}`,
  'x-csrf-token': csrfTokenOf(token),
});

/** Brings a list of invented enterprises in through the server's own address, and looks through them as an office does. */
export async function measureEnterprises(
  options: EnterprisesOptions,
  tell: (line: string) => void,
): Promise<EnterprisesResult> {
  const path = join(openTemporaryFolder('enterprises'), 'list.csv');
  const server = await startEmpty(tell);
  try {
    const city = await fillTaskCity(server.ownerAddress, 8);
    tell('写名单……');
    await writeList(
      path,
      options.enterprises,
      city.counties.map(({ regionId }) => regionId),
    );
    const copy = await copyInto(server.ownerAddress, {
      columns: listHeading.length,
      offices: ['enterprise.read', 'enterprise.keep', 'enterprise.review'],
    });
    const copySeconds = await timed(() => pipeline(createReadStream(path), copy.stream()));
    await copy.close();
    let peakBytes = 0;
    let created = 0;
    const before = { server: await server.seconds(), database: await databaseSeconds(server.ownerAddress) };
    const importSeconds = await timed(async () => {
      const id = await sendList(server.address, city.office, path);
      for (let turn = 0; ; turn++) {
        const [{ rss }, found] = await Promise.all([server.memory(), readOne(server.address, city.office, id)]);
        peakBytes = Math.max(peakBytes, rss);
        tell(`${found.state} ${found.rowsRead}……`);
        if (found.state === 'failed') throw new Error(JSON.stringify([found.failure, found.faults.slice(0, 3)]));
        created = found.counts.created;
        if (found.state === 'saved') return;
        await pause(turn < 20 ? 100 : 1000);
      }
    });
    const after = { server: await server.seconds(), database: await databaseSeconds(server.ownerAddress) };
    const processor = {
      server: after.server - before.server,
      database: after.database === null || before.database === null ? null : after.database - before.database,
    };
    await server.settle();
    const asked: Asked[] = [];
    for (const { name, person, paths } of looks(city.office, city.county, city.counties[0]?.regionId ?? '')) {
      tell(`${name}……`);
      const ask = (_: number, turn: number) => look(server.address, person, paths[turn % paths.length] ?? '');
      for (const each of paths) await look(server.address, person, each);
      asked.push(await run({ name, people: 1, seconds: options.seconds, every: 0, ask }));
    }
    return { options, copySeconds, importSeconds, processor, peakBytes, created, asked };
  } finally {
    await server.stop();
  }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}

async function sendList(address: string, person: TaskPerson, path: string): Promise<string> {
  const form = new FormData();
  form.set('file', await openAsBlob(path), 'list.csv');
  const answer = await fetch(`${address}${addressOf('', enterpriseApi.importEnterprises, undefined, undefined)}`, {
    method: 'POST',
    headers: headersOf(person),
    body: form,
  });
  const body = (await answer.json()) as { id?: string };
  if (body.id === undefined) throw new Error(JSON.stringify(body));
  return body.id;
}

interface ImportState {
  readonly state: string;
  readonly rowsRead: number;
  readonly failure: string | null;
  readonly faults: readonly unknown[];
  readonly counts: { readonly created: number };
}

async function readOne(address: string, person: TaskPerson, importId: string): Promise<ImportState> {
  const answer = await fetch(`${address}${addressOf('', enterpriseApi.readImport, { importId }, undefined)}`, {
    headers: headersOf(person),
  });
  return (await answer.json()) as ImportState;
}

async function look(address: string, person: TaskPerson, path: string): Promise<boolean> {
  const answer = await fetch(`${address}${path}`, { headers: headersOf(person) });
  await answer.arrayBuffer();
  return answer.ok;
}

function looks(office: TaskPerson, county: TaskPerson, regionId: string) {
  const list = (query: object): string =>
    addressOf('', enterpriseApi.listEnterprises, undefined, { pageSize: 50, ...query });
  const filter = (conditions: object): string => JSON.stringify(conditions);
  const paths = [
    { name: '名录第 1 页', paths: [list({})] },
    { name: '按名称找', paths: ['瑞华', '锦隆纺织', '青紫', '测量云联', '羽绒服'].map((text) => list({ text })) },
    { name: '按代码找', paths: ['91970101TE5', '91970102TE500A'].map((text) => list({ text })) },
    {
      name: '按条件筛选',
      paths: [
        list({ filter: filter({ scale: { in: ['large'] } }) }),
        list({ filter: filter({ revenue: { from: 8000 } }) }),
        list({ text: '纺织', filter: filter({ scale: { in: ['medium'] } }) }),
      ],
    },
    { name: '按列排序', paths: ['-revenue', 'name', '-changedAt', 'scale', 'code'].map((sort) => list({ sort })) },
    {
      name: '常见的词',
      paths: [
        ...['纺织', '公司', '羽绒服', '纺织 羽绒服'].map((text) => list({ text })),
        ...['name', '-foundedOn', '-employees'].map((sort) => list({ text: '纺织', sort })),
        list({ text: '印染', page: 40 }),
      ],
    },
    {
      name: '几样一起',
      paths: [
        list({ filter: filter({ region: { in: [regionId] } }), sort: 'name' }),
        list({ filter: filter({ region: { in: [regionId] }, scale: { in: ['large'] } }) }),
        list({ text: '印染', filter: filter({ region: { in: [regionId] } }) }),
        list({ filter: filter({ title: { in: ['high-tech'] } }), sort: 'name' }),
        list({ filter: filter({ tag: { in: ['hundred-million'] }, industry: { in: ['17'] } }) }),
        list({ filter: filter({ name: { has: '纺织' }, foundedOn: { from: '2015-01-01' } }) }),
        list({ filter: filter({ chain: { in: ['bc1'] } }) }),
      ],
    },
  ];
  return [
    ...paths.map((each) => ({ ...each, name: `市：${each.name}`, person: office })),
    ...paths.map((each) => ({ ...each, name: `县：${each.name}`, person: county })),
  ];
}
