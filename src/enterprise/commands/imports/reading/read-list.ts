import { Buffer } from 'node:buffer';
import { ascendingIds } from '../../../../../platform/ids/index.ts';
import type { Reach } from '../../../../access/index.ts';
import { type Day, RefusalError } from '../../../../kernel/index.ts';
import {
  columnsOf,
  figureColumns,
  type ImportNames,
  type RowFault,
  type RowRules,
  readImportRow,
} from '../../../domain/import/index.ts';
import type { FigureKind, TagRule } from '../../../domain/index.ts';
import { isReached } from '../../reached.ts';
import { rowsOf, type SentList } from '../rows.ts';
import { stagedLine } from './stage-row.ts';

/** Everything that rows are read by; goes to a thread as it is. */
export interface Reading {
  readonly list: SentList;
  readonly names: ImportNames;
  readonly reach: Reach;
  readonly regionId: string;
  readonly today: Day;
  readonly figures: readonly FigureKind[];
  readonly tags: readonly TagRule[];
  /** From where the ids of new enterprises go on. */
  readonly firstId: string;
}

/** Some rows of a list that were read: those that are sound as COPY takes them, as long as all are. */
export interface ReadPart {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Read so far. */
  readonly rows: number;
  /** How much of the file that is, of one. */
  readonly share: number;
  readonly faults: readonly RowFault[];
}

/** That many faults are told; a list with more is the wrong file. */
export const mostFaults = 1000;

/** Reads and checks a list part by part. After the first fault only faults are looked for, up to as many as are told. */
export async function* readList(reading: Reading): AsyncGenerator<ReadPart> {
  const { list, names, reach, regionId, today, figures, tags, firstId } = reading;
  const nextId = ascendingIds(firstId);
  let rules: RowRules | null = null;
  let [rows, told] = [0, 0];
  for await (const { rows: batch, share } of rowsOf(list)) {
    const faults: RowFault[] = [];
    let text = '';
    for (const { line, cells } of batch) {
      if (rules === null) {
        const columns = columnsOf(cells);
        if (!columns.has('name'))
          throw new RefusalError({ code: 'enterprise-import-name-column', field: list.fileName });
        rules = { columns, figures: figureColumns(cells, figures), width: cells.length, names, regionId, today };
        continue;
      }
      rows += 1;
      const { row, faults: wrong } = readImportRow(line, cells, rules);
      if (row !== null && !isReached(reach, { ...row.content, unitId: null }))
        faults.push({ line, column: '地区', code: 'enterprise-row-beyond', given: row.content.regionId, limit: null });
      faults.push(...wrong);
      if (row !== null && told + faults.length === 0) text += stagedLine(row, nextId(), tags, today);
    }
    faults.splice(mostFaults - told);
    told += faults.length;
    yield { bytes: Buffer.from(told === 0 ? text : ''), rows, share, faults };
    if (told >= mostFaults) return;
  }
}
