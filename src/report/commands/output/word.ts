import {
  type FieldValue,
  type FieldValues,
  fillTemplate,
  type OfficialDocument,
  type RedHead,
  type TellProgress,
  writeDocx,
} from '../../../../platform/docx/index.ts';
import { dayWords, periodWords } from '../../../task/index.ts';
import {
  type Around,
  type Block,
  type BulletinKind,
  type Figure,
  figureText,
  type Piece,
  type TemplateValue,
  templateFields,
  templateValues,
} from '../../domain/index.ts';
import { type ReportDb, readVersionContent, type StoredBulletin } from '../../store.ts';
import { blocksOf, factsOf, numberOf } from '../paper/load.ts';
import { inline, wordBlocks } from './word-blocks.ts';

/** The Word document of a paper: by the office's template that it keeps, else as GB/T 9704-2012 wants it. */
export async function wordOf(row: StoredBulletin, day: string, db: ReportDb, tell?: TellProgress): Promise<Buffer> {
  const blocks = blocksOf(row);
  const { figures } = row.composed;
  if (row.template_id === null || row.template_version === null)
    return writeDocx(officialOf(row, blocks, figures, day), tell);
  const template = await readVersionContent(db, row.template_id, row.template_version);
  if (template === undefined) throw new Error(`no version ${row.template_version} of template ${row.template_id}`);
  return fillTemplate(template.content, templateFields, fieldValues(row, day), tell);
}

function officialOf(
  row: StoredBulletin,
  blocks: readonly Block[],
  figures: readonly Figure[],
  day: string,
): OfficialDocument {
  const number = numberOf(row);
  const signed = row.signed_on ?? day;
  const { addressee, copies, issuer } = row;
  const head = headOf(row.kind, issuer);
  return {
    ...{ title: row.title, blocks: wordBlocks(blocks, figures), signature: { units: [issuer], date: signed } },
    ...(head !== null && { head }),
    ...(number !== null && { number }),
    ...(addressee !== null && { addressee }),
    imprint: { printedBy: issuer, printedOn: signed, ...(copies !== null && { copies }) },
  };
}

/** Ledgers and lists are papers within an office: they have no red head. */
function headOf(kind: BulletinKind, issuer: string): RedHead | null {
  if (kind === 'bulletin') return { kind: 'document', mark: `${issuer}文件` };
  if (kind === 'briefing') return { kind: 'document', mark: `${issuer}简报` };
  return kind === 'letter' ? { kind: 'letter', mark: issuer } : null;
}

/** What every field of a template stands for in this paper. */
export function valuesOf(row: StoredBulletin, day: string): Readonly<Record<string, TemplateValue>> {
  const around: Around = {
    ...{ title: row.title, number: numberOf(row), addressee: row.addressee, copies: row.copies, issuer: row.issuer },
    day: dayWords(row.signed_on ?? day),
  };
  const written = { figure: figureText, day: dayWords, period: periodWords };
  return templateValues(factsOf(row), row.composed.figures, blocksOf(row), around, written);
}

function fieldValues(row: StoredBulletin, day: string): FieldValues {
  const entries = Object.entries(valuesOf(row, day)).map(([name, value]): [string, FieldValue] => [
    name,
    valueFor(value, row.composed.figures),
  ]);
  return Object.fromEntries(entries);
}

function valueFor(value: TemplateValue, figures: readonly Figure[]): FieldValue {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (isBlocks(value)) return wordBlocks(value, figures);
  return isPieces(value) ? inline(value) : (value as readonly Readonly<Record<string, string | null>>[]);
}

const isBlocks = (value: readonly unknown[]): value is readonly Block[] =>
  value.length > 0 && value.every((each) => typeof each === 'object' && each !== null && 'kind' in each);
const isPieces = (value: readonly unknown[]): value is readonly Piece[] =>
  value.length > 0 &&
  value.every(
    (each) =>
      typeof each === 'string' || (typeof each === 'object' && each !== null && ('figure' in each || 'taken' in each)),
  );

/** The template that comes with the program, with its fields in braces: an office can begin with it. */
export function usualTemplate(kind: BulletinKind): Promise<Buffer> {
  const head = headOf(kind, '{发文单位}');
  return writeDocx({
    ...(head !== null && { head }),
    ...{ title: '{标题}', number: '{文号}', addressee: '{主送}' },
    blocks: [
      { kind: 'paragraph', text: '{正文}', align: 'left' },
      { kind: 'paragraph', text: '{发文单位}', align: 'right' },
      { kind: 'paragraph', text: '{成文日期}', align: 'right' },
    ],
    imprint: { copies: '{抄送}', printedBy: '{发文单位}' },
  });
}
