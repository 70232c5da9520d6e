import {
  type ImportField,
  type Likened,
  loadDoubles,
  loadImportColumns,
  type Prepared,
} from '../../../src/enterprise/index.ts';
import { RefusalError } from '../../../src/kernel/index.ts';
import { loadRegister } from '../register.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { rowsOf, writerTo } from './table.ts';

/** Finds pairs of a list that are likely one enterprise, and writes them with their score and reasons. */
export async function doublesHere(
  file: string,
  out: string | undefined,
  least: number,
  terminal: Terminal,
): Promise<void> {
  const { findDoubles, Places, prepared, reasonWords } = await loadDoubles();
  const places = new Places();
  const levels = { province: 1, city: 2, county: 3 } as const;
  const { regions } = await loadRegister();
  const names = new Map(regions.map(({ code, name }) => [code, name]));
  for (const { code, name, level } of regions)
    if (level in levels)
      places.add(
        name,
        levels[level as keyof typeof levels],
        [`${code.slice(0, 2)}0000`, `${code.slice(0, 4)}00`].flatMap((each) =>
          each === code ? [] : (names.get(each) ?? []),
        ),
      );
  // Where things lie is learned from all addresses before a name is read: a name may stand before the address that explains it.
  for await (const { address } of listed(file)) places.learn(address);
  const ids: string[] = [];
  const list: Prepared[] = [];
  for await (const { id, ...each } of listed(file)) {
    ids.push(id);
    list.push(prepared(each, places));
    if (list.length % 20_000 === 0) terminal.progress(`读了 ${list.length} 户……`);
  }
  terminal.progress(`${list.length} 户，正在比较……`);
  const pairs = findDoubles(list, places, least);
  const writer = writerTo(out, terminal);
  try {
    await writer.line(['first', 'second', 'score', 'reasons']);
    for (const { first, second, likeness, through } of pairs) {
      const joint = through === null ? '' : `；都和 ${ids[through]} 相同`;
      await writer.line([
        ids[first] ?? '',
        ids[second] ?? '',
        likeness.score,
        `${reasonWords(likeness.reasons)}${joint}`,
      ]);
    }
    await writer.done();
  } catch (cause) {
    await writer.giveUp();
    throw cause;
  }
  terminal.progress('');
  await terminal.note(`${list.length} 户，找到 ${pairs.length} 对可能是同一户的。`);
}

async function* listed(file: string): AsyncGenerator<Likened & { readonly id: string }> {
  const { columnsOf } = await loadImportColumns();
  let columns: ReadonlyMap<ImportField, number> | null = null;
  for await (const batch of rowsOf(file))
    for (const { line, cells } of batch) {
      if (columns === null) {
        columns = columnsOf(cells);
        if (!columns.has('name')) throw new RefusalError({ code: 'enterprise-import-name-column', field: file });
        continue;
      }
      const at = (field: ImportField): string => {
        const column = columns?.get(field);
        return column === undefined ? '' : (cells[column] ?? '').trim();
      };
      yield {
        ...{
          id: columns.has('id') ? at('id') : String(line),
          code: at('code'),
          name: at('name'),
          address: at('address'),
        },
        ...{ legalRepresentative: at('legalRepresentative'), phone: at('phone') },
        otherNames: at('otherNames')
          .split(/[、,，;；|/]/u)
          .filter((name) => name.trim() !== ''),
      };
    }
}
