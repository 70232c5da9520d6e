import type { Day } from '../../../kernel/index.ts';
import { type Column, columnOf, formOf, missingIn } from '../../../policy/index.ts';
import { countBlocks, putBlock, readBlocks, staleBlocks, takeStale } from '../../store/facts/blocks.ts';
import { registeredBlock } from '../../store/facts/registered.ts';
import { blockSize } from '../../store.ts';
import type { FactDeps } from './deps.ts';

/** Stands for the column that says which rows there are. */
const present = '';

/**
 * Makes anew the columns of the blocks that are not as the register stands on a day, one transaction each. On the platform's
 * own behalf. Gives how many.
 */
export async function refreshColumns(
  deps: FactDeps,
  day: Day,
  told: (done: number, of: number) => void = () => undefined,
): Promise<number> {
  const { db, facts } = deps;
  const blocks = await countBlocks(db);
  const stale = blocks === 0 ? [] : await staleBlocks(db, blocks, facts.digest, day);
  for (const [done, block] of stale.entries()) {
    await db.transaction().execute(async (inside) => {
      await takeStale(inside, block);
      const rows = await registeredBlock(inside, block);
      await putBlock(inside, { block, digest: facts.digest, day }, columnsOf(rows, day, facts));
    });
    told(done + 1, stale.length);
  }
  return stale.length;
}

/** Columns of which nothing is known are left out. */
function columnsOf(
  rows: Awaited<ReturnType<typeof registeredBlock>>,
  day: Day,
  { table, makers }: FactDeps['facts'],
): Map<string, Buffer> {
  const there = columnOf('byte', blockSize);
  for (const { row } of rows) there[row] = 1;
  const columns = new Map([[present, bytesOf(there)]]);
  for (const [at, make] of makers.entries()) {
    const fact = table.at(at);
    const form = formOf(fact);
    const column = columnOf(form, blockSize).fill(missingIn[form]);
    let isKnown = false;
    for (const { row, about } of rows) {
      const { value } = make(about, day);
      if (Number.isNaN(value)) continue;
      column[row] = value;
      isKnown = true;
    }
    if (isKnown) columns.set(fact.id, bytesOf(column));
  }
  return columns;
}

const bytesOf = (column: Column): Buffer => Buffer.from(column.buffer, column.byteOffset, column.byteLength);

/** Some blocks one after another: the columns of the facts asked for, by their numbers, and which rows there are. */
export interface BlockColumns {
  readonly block: number;
  readonly there: Int8Array;
  /** undefined: of nobody known. */
  readonly columns: readonly (Column | undefined)[];
}

/** Blocks that are read at once: a few megabytes. */
const together = 4;

/** Reads the columns of all blocks in their order; the next are on their way while these are looked at. */
export async function* readColumns(deps: FactDeps, facts: readonly number[]): AsyncGenerator<BlockColumns> {
  const { table } = deps.facts;
  const ids = facts.map((fact) => table.at(fact).id);
  const blocks = await countBlocks(deps.db);
  const ask = (from: number) => readBlocks(deps.db, { from, to: from + together }, [present, ...ids]);
  let next = blocks > 0 ? ask(0) : null;
  for (let from = 0; from < blocks; from += together) {
    const rows = await next;
    next = from + together < blocks ? ask(from + together) : null;
    next?.catch(() => undefined);
    const byBlock = Map.groupBy(rows ?? [], ({ block }) => block);
    for (const [block, own] of byBlock) {
      const columns: (Column | undefined)[] = [];
      let there: Int8Array = new Int8Array(blockSize);
      for (const { fact, content } of own) {
        if (fact === present) there = new Int8Array(content.buffer, content.byteOffset, content.byteLength);
        else {
          const number = table.numberOf(fact) ?? -1;
          columns[number] = columnFrom(content, formOf(table.at(number)));
        }
      }
      yield { block, there, columns };
    }
  }
}

function columnFrom(bytes: Buffer, form: ReturnType<typeof formOf>): Column {
  if (form === 'byte') return new Int8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const size = form === 'short' ? 2 : 8;
  const buffer =
    bytes.byteOffset % size === 0
      ? { of: bytes.buffer, from: bytes.byteOffset }
      : { of: Uint8Array.from(bytes).buffer, from: 0 };
  return form === 'short'
    ? new Int16Array(buffer.of, buffer.from, bytes.byteLength / 2)
    : new Float64Array(buffer.of, buffer.from, bytes.byteLength / 8);
}
