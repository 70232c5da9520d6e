import { type SheetContent, writeWorkbook } from '../../../platform/workbook/index.ts';
import { type Actor, permit } from '../../access/index.ts';
import { entriesOf } from '../store.ts';
import type { ChainDeps } from './deps.ts';
import { mapSheets } from './map/sheets.ts';
import { readChainFile } from './read-chains.ts';
import { schemeOf, seenChain } from './seen.ts';

/** The file of a chain as one workbook: who runs it, what was held, which maps there are, what the map of the
 * chain says, and a sheet for every list. */
export async function chainWorkbook(
  actor: Actor,
  chainId: string,
  deps: ChainDeps,
): Promise<{ readonly name: string; readonly bytes: Buffer }> {
  permit(actor, 'chain.read');
  const chain = await seenChain(actor, chainId, deps.db);
  const file = await readChainFile(actor, { chainId }, deps);
  const { content } = file;
  const head: SheetContent = {
    name: '基本情况',
    columns: columns(['项目', 20], ['内容', 80]),
    rows: [
      ['产业链', file.name],
      ['地区', file.regionName],
      ['链长', content.chiefs.map(({ name, title }) => `${name} ${title}`.trim()).join('；')],
      ['牵头单位', content.leadUnit?.name ?? ''],
      ['链长制办公室', content.office ?? ''],
      [
        '行业协会',
        content.association === null ? '' : `${content.association.name} ${content.association.contact}`.trim(),
      ],
      ['主要承载地', content.places.join('、')],
      ['说明', content.note ?? ''],
    ],
  };
  const acts: SheetContent = {
    name: `${file.year}年活动`,
    columns: columns(
      ['日期', 12],
      ['种类', 16],
      ['主持', 16],
      ['地点', 24],
      ['主题', 40],
      ['了解和议定', 60],
      ['撤销', 20],
    ),
    rows: file.held.map((act) => [act.on, act.kindName, act.by, act.place, act.subject, act.found, act.struck]),
  };
  const maps: SheetContent = {
    name: '图',
    columns: columns(['图', 20], ['最新一版', 40], ['上传', 16], ['时间', 22], ['共几版', 10]),
    rows: file.maps.map(({ name, versions: [newest, ...older] }) => [
      ...[name, newest?.name ?? '还没有', newest?.by ?? null, newest?.at ?? null],
      newest === undefined ? 0 : older.length + 1,
    ]),
  };
  const lists: SheetContent[] = [];
  for (const list of schemeOf(chain, deps).lists) lists.push(await sheetOf(actor, chainId, list, deps));
  const drawn = await mapSheets(actor, chain, deps);
  return { name: `${file.name}图和清单`, bytes: await writeWorkbook([head, acts, maps, ...drawn, ...lists]) };
}

const columns = (...wanted: readonly (readonly [string, number])[]) =>
  wanted.map(([title, width]) => ({ title, width }));

async function sheetOf(
  actor: Actor,
  chainId: string,
  { id, name, of }: ReturnType<typeof schemeOf>['lists'][number],
  deps: ChainDeps,
): Promise<SheetContent> {
  if (of !== 'entries') {
    const made = await deps.sheetOf(actor, of, chainId);
    return { name, ...(made ?? { columns: columns(['说明', 60]), rows: [['还没有登记这类数据。']] }) };
  }
  const entries = await entriesOf(deps.db, chainId, id);
  return {
    name,
    columns: columns(['名称', 30], ['说明', 60], ['负责', 24], ['时限', 12], ['办结', 12]),
    rows: entries.map(({ name: title, words, owner, dueOn, settledOn }) => [title, words, owner, dueOn, settledOn]),
  };
}
