import type { Block } from './document.ts';

/** “表1 各单位按时办结率排名”, “图2 …”, by the id of the block: tables and charts are counted as they stand. */
export function captions(blocks: readonly Block[]): ReadonlyMap<string, string> {
  const counts = { table: 0, chart: 0 };
  const found = new Map<string, string>();
  for (const block of blocks) {
    if (block.kind !== 'table' && block.kind !== 'chart') continue;
    counts[block.kind] += 1;
    found.set(block.id, `${block.kind === 'table' ? '表' : '图'}${counts[block.kind]} ${block.caption}`);
  }
  return found;
}
