import { codeFaultWords } from '../../../platform/messages/enterprise-import.ts';
import { loadImportColumns } from '../../../src/enterprise/index.ts';
import { creditCodeKinds, RefusalError, readCreditCode } from '../../../src/kernel/index.ts';
import { loadRegister } from '../register.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { regionCheck } from './regions.ts';
import { rowsOf, writerTo } from './table.ts';

const verdicts = ['accept', 'warn', 'refuse'] as const;

/** Reads each code of a list: cleaned, whether it may be taken, and what speaks against it in words. */
export async function codesHere(file: string, out: string | undefined, terminal: Terminal): Promise<void> {
  const isRegion = regionCheck((await loadRegister()).regions);
  const { columnsOf } = await loadImportColumns();
  const writer = writerTo(out, terminal);
  const counts = { accept: 0, warn: 0, refuse: 0 };
  try {
    await writer.line(['id', 'code', 'cleaned', 'verdict', 'kind', 'region', 'faults']);
    let columns: ReadonlyMap<string, number> | null = null;
    let rows = 0;
    for await (const batch of rowsOf(file)) {
      for (const { line, cells } of batch) {
        if (columns === null) {
          columns = columnsOf(cells);
          if (columns.has('code')) continue;
          // A list of nothing but codes needs no heading.
          if (cells.length > 1) throw new RefusalError({ code: 'enterprise-import-code-column', field: file });
          columns = new Map([['code', 0]]);
        }
        const given = cells[columns.get('code') ?? 0] ?? '';
        const { code, verdict, faults, kind, region } = readCreditCode(given, isRegion);
        counts[verdict] += 1;
        rows += 1;
        const id = columns.has('id') ? (cells[columns.get('id') ?? 0] ?? '') : String(line);
        const words = faults.map(codeFaultWords).join('；');
        await writer.line([id, given, code, verdict, kind === null ? '' : creditCodeKinds[kind], region ?? '', words]);
        if (rows % 50_000 === 0) terminal.progress(`读了 ${rows} 个……`);
      }
    }
    await writer.done();
  } catch (cause) {
    await writer.giveUp();
    throw cause;
  }
  terminal.progress('');
  const names = { accept: '可以用', warn: '要说明理由才能用', refuse: '不能用' };
  await terminal.note(verdicts.map((verdict) => `${names[verdict]} ${counts[verdict]} 个`).join('，'));
}
