import { readPackFiles } from '../../../platform/pack-loader/files.ts';
import { skimPackLibrary } from '../../../platform/pack-loader/library.ts';
import { wordCutter } from '../../../platform/words/index.ts';
import {
  type ChainMap,
  mapPack,
  mapsOfPacks,
  type PlaceColumn,
  type Placement,
  type Placer,
  placeColumnsOf,
  placerOf,
} from '../../../src/chain/index.ts';
import { industriesOf, industryPack } from '../../../src/enterprise/index.ts';
import { dayAt, isDayText, RefusalError } from '../../../src/kernel/index.ts';
import { packsFolder } from '../../packs-folder.ts';
import { rowsOf, writerTo } from '../enterprise/table.ts';
import type { Terminal } from '../terminal/terminal.ts';

interface Asked {
  readonly wanted: string;
  readonly file: string;
  readonly out: string | undefined;
  readonly on: string | undefined;
}

/** Places every enterprise of a list on a map and writes where it stands and why. */
export async function placeHere({ wanted, file, out, on }: Asked, terminal: Terminal): Promise<void> {
  const placer = await placerFor(wanted, on);
  const writer = writerTo(out, terminal);
  let [rows, placed] = [0, 0];
  try {
    await writer.line(['id', 'node', 'name', 'score', 'reason', 'second', 'stage', 'stage_name']);
    let columns: ReadonlyMap<PlaceColumn, number> | null = null;
    for await (const batch of rowsOf(file)) {
      for (const { line, cells } of batch) {
        if (columns === null) {
          columns = placeColumnsOf(cells);
          if (!columns.has('name')) throw new RefusalError({ code: 'chain-place-columns', field: file });
          continue;
        }
        const placement = placer.place(enterpriseOf(cells, columns));
        await writer.line(lineOf(placer.map, cellOf(cells, columns, 'id') || String(line), placement));
        rows += 1;
        if (placement.nodeId !== null) placed += 1;
        if (rows % 20_000 === 0) terminal.progress(`放了 ${rows} 户……`);
      }
    }
    if (columns === null) throw new RefusalError({ code: 'chain-place-columns', field: file });
    await writer.done();
  } catch (cause) {
    await writer.giveUp();
    throw cause;
  }
  terminal.progress('');
  await terminal.note(`${placer.map.name}：共 ${rows} 户，放进环节 ${placed} 户，不属于本链 ${rows - placed} 户。`);
}

async function placerFor(wanted: string, on: string | undefined): Promise<Placer> {
  if (on !== undefined && !isDayText(on))
    throw new RefusalError({ code: 'option-value-unknown', field: '--on', given: on, limit: '2025-12-31' });
  const day = on ?? dayAt(new Date().toISOString());
  const library = skimPackLibrary(readPackFiles(packsFolder), [mapPack, industryPack]);
  const maps = mapsOfPacks(library).filter(({ from, to }) => from <= day && (to === null || day < to));
  const map = maps.find(({ id, name, chains }) => id === wanted || name === wanted || chains.includes(wanted));
  if (map === undefined)
    throw new RefusalError({
      ...{ code: 'option-value-unknown', field: '--chain', given: wanted, limit: maps.map(({ id }) => id).join('、') },
    });
  return placerOf(map, industriesOf(library), await wordCutter());
}

const cellOf = (cells: readonly string[], columns: ReadonlyMap<PlaceColumn, number>, column: PlaceColumn): string =>
  (cells[columns.get(column) ?? -1] ?? '').trim();

const enterpriseOf = (cells: readonly string[], columns: ReadonlyMap<PlaceColumn, number>) => ({
  name: cellOf(cells, columns, 'name'),
  industry: cellOf(cells, columns, 'industry') || null,
  products: [cellOf(cells, columns, 'products')].filter((each) => each !== ''),
  scope: cellOf(cells, columns, 'scope'),
});

function lineOf(map: ChainMap, id: string, { nodeId, score, reason, secondId }: Placement) {
  const node = map.nodes.find((each) => each.id === nodeId);
  const stage = map.stages.find((each) => each.id === node?.stage);
  return [id, nodeId, node?.name ?? null, score, reason, secondId, stage?.id ?? null, stage?.name ?? null];
}
