import type { SheetText } from '../../src/kernel/index.ts';
import { readSheetsIsolated } from './isolate/read-isolated.ts';
import { detectKind } from './kinds/signature.ts';
import { limits } from './limits.ts';
import { nameTheFile, refuseFile } from './refusals.ts';

/**
 * Reads an uploaded .xlsx file into the text of its cells, in a process of its own. Refuses, with the codes of
 * `fileRefusalCodes`, whatever is no workbook, too large, broken, hostile or protected; nothing of it is kept.
 */
export function readWorkbook(name: string, bytes: Uint8Array): Promise<readonly SheetText[]> {
  const base = name.slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
  return nameTheFile(base, async () => {
    if (bytes.length === 0) refuseFile('empty');
    if (bytes.length > limits.fileBytes) refuseFile('too-large', bytes.length, limits.fileBytes);
    const kind = detectKind(bytes);
    if (kind === 'encrypted-office') refuseFile('encrypted');
    if (kind !== 'xlsx') refuseFile('not-a-workbook', kind);
    return readSheetsIsolated(bytes);
  });
}
