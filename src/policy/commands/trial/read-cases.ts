import { chunkBytes, FactsFile, type ParsedRows, RowParser, sourceOf } from '../../../../platform/facts/index.ts';
import { RefusalError } from '../../../kernel/index.ts';
import { batchProgram, excludingFacts } from '../../domain/batch/index.ts';
import type { CompiledPolicy, FactTable, TrialCase } from '../../domain/index.ts';
import { unnamed } from '../divisions.ts';
import { readingOf } from '../fields.ts';
import { idText, nextRows, readKnown } from '../row-reader.ts';
import type { ProgressNote } from './progress.ts';

/** The day of a claim, as files call its column. */
const appliedNames = ['applied_on', '申报日期'];
const divisions = ['region', 'chain', 'city'] as const;

export interface CaseFile {
  /** Facts that the file has no column for, by name. */
  readonly absent: readonly string[];
  readonly cases: Generator<TrialCase>;
}

/**
 * The enterprises of an uploaded file. A column that it lacks is missing in every row; refused is a file that has none of
 * what decides, or lacks what leaves people out altogether, and whatever a run refuses, at its line and column.
 */
export async function readCases(
  { name, bytes }: { readonly name: string; readonly bytes: Uint8Array },
  policies: readonly CompiledPolicy[],
  facts: FactTable,
  note: ProgressNote,
): Promise<CaseFile> {
  const program = batchProgram(policies);
  const reading = readingOf(program, facts);
  const applied = reading.fields.length;
  const fields = [...reading.fields, { names: appliedNames, form: { kind: 'words' } as const }];
  const file = new FactsFile(await sourceOf(name, bytes), fields, facts.names);
  const absent = file.layout.absent.flatMap((field) => reading.facts[field] ?? []).filter((fact) => fact >= 0);
  const excluding = excludingFacts(program).filter((fact) => absent.includes(fact));
  const none = program.facts.every((fact) => absent.includes(fact));
  if (none || excluding.length > 0) refuseColumns(file, none ? program.facts : excluding, facts);
  note.all(bytes.length);
  return {
    absent: [...new Set(absent)].filter((fact) => program.facts.includes(fact)).map((fact) => facts.at(fact).name),
    cases: casesOf(file, { parser: new RowParser(file.layout, fields), reading, applied, facts, note }),
  };
}

function refuseColumns(file: FactsFile, wanted: readonly number[], facts: FactTable): never {
  file.close();
  const names = wanted.slice(0, 12).map((fact) => facts.at(fact).id);
  throw new RefusalError({ code: 'facts-column-missing', field: `${file.name}:1`, limit: names.join('、') });
}

interface Reader {
  readonly parser: RowParser;
  readonly reading: ReturnType<typeof readingOf>;
  /** Number of the field with the day of the claim. */
  readonly applied: number;
  readonly facts: FactTable;
  readonly note: ProgressNote;
}

function* casesOf(file: FactsFile, reader: Reader): Generator<TrialCase> {
  const { parser, reading, applied, facts, note } = reader;
  const buffer = new Uint8Array(chunkBytes);
  let read = 0;
  try {
    for (;;) {
      const length = nextRows(file, buffer);
      if (length === 0) return;
      const parsed = parser.parse(buffer, length);
      file.advance(parsed.lines, parsed.faults);
      const days = parser.wordsOf(applied).map((word) => dayOf(word, file.name));
      const wordOf = placesReader(parsed, reading, parser);
      for (let row = 0; row < parsed.rows; row += 1) {
        const day = parsed.columns[applied]?.[row] ?? 0;
        const known = new Float64Array(facts.facts.length);
        readKnown(parsed, reading, row, known);
        yield {
          id: idText(buffer, parsed.idFrom[row] ?? 0, parsed.idTo[row] ?? 0),
          places: wordOf(row),
          known,
          appliedOn: days[day] ?? null,
        };
      }
      read += length;
      note.done(read);
    }
  } finally {
    file.close();
  }
}

/** Region, chain and city of a row, as the file or the dictionary calls them. */
function placesReader({ columns }: ParsedRows, reading: Reader['reading'], parser: RowParser) {
  const readers = divisions.flatMap((name) => {
    const field = reading.divisions[name];
    const codes = field === null ? undefined : columns[field];
    const form = field === null ? undefined : reading.fields[field]?.form;
    if (field === null || codes === undefined || form === undefined) return [];
    const words = form.kind === 'choice' ? form.options.map((option) => option.name) : [...parser.wordsOf(field)];
    return [{ name, codes, words }];
  });
  return (row: number): Record<string, string> =>
    Object.fromEntries(readers.map(({ name, codes, words }) => [name, words[codes[row] ?? -1] || unnamed]));
}

/** `2025-03-10`, `2025/3/10`, `20250310`; nothing for an empty cell. Refuses (`trial-applied-on`) what is no day. */
export function dayOf(word: string, name: string): string | null {
  const given = word.trim();
  if (given === '') return null;
  const [, year = '', month = '', date = ''] =
    /^(\d{4})[-/.年]?(\d{1,2})[-/.月]?(\d{1,2})日?(?:[ T]00:00.*)?$/u.exec(given) ?? [];
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  const read = new Date(`${day}T00:00:00Z`);
  if (!Number.isNaN(read.getTime()) && read.toISOString().slice(0, 10) === day && year >= '1990' && year <= '2199')
    return day;
  throw new RefusalError({ code: 'trial-applied-on', field: `${name} ${appliedNames[0]}`, given: given.slice(0, 60) });
}
