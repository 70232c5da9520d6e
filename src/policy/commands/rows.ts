import { chunkBytes, FactsFile, openSource, RowParser } from '../../../platform/facts/index.ts';
import { batchProgram, type CompiledPolicy, type FactTable } from '../domain/index.ts';
import { readingOf } from './fields.ts';
import { idText, nextRows, readKnown } from './row-reader.ts';

/** One enterprise of a file. */
export interface EnterpriseRow {
  readonly id: string;
  /** As the file says; empty where it does not. */
  readonly region: string;
  /** By the number of the fact, NaN where it is missing. The next row is written over it. */
  readonly known: Float64Array;
}

/**
 * The enterprises of a file one after another, with what the policies turn on; a column that the file lacks is missing in
 * every row; `also` are numbers of facts that are wanted besides. Refuses a file that is wrong, as a run does, when it
 * comes to the place.
 */
export async function* readRows(
  path: string,
  policies: readonly CompiledPolicy[],
  facts: FactTable,
  also: readonly number[] = [],
): AsyncGenerator<EnterpriseRow> {
  const program = batchProgram(policies);
  const wanted = [...new Set([...program.facts, ...also])].toSorted((a, b) => a - b);
  const reading = readingOf({ ...program, facts: wanted }, facts);
  const file = new FactsFile(await openSource(path), reading.fields, facts.names);
  const parser = new RowParser(file.layout, reading.fields);
  const buffer = new Uint8Array(chunkBytes);
  const known = new Float64Array(facts.facts.length);
  try {
    for (;;) {
      const length = nextRows(file, buffer);
      if (length === 0) return;
      const parsed = parser.parse(buffer, length);
      const { rows, columns, lines, faults, idFrom, idTo } = parsed;
      file.advance(lines, faults);
      const region = regionReader(reading.divisions.region, columns, parser);
      for (let row = 0; row < rows; row++) {
        readKnown(parsed, reading, row, known);
        yield { id: idText(buffer, idFrom[row] ?? 0, idTo[row] ?? 0), region: region(row), known };
      }
    }
  } finally {
    file.close();
  }
}

function regionReader(field: number | null, columns: readonly unknown[], parser: RowParser): (row: number) => string {
  const codes = field === null ? undefined : (columns[field] as Int32Array | undefined);
  if (field === null || codes === undefined) return () => '';
  return (row) => parser.wordsOf(field)[codes[row] ?? 0] ?? '';
}
