import { say } from '../../../platform/messages/index.ts';
import {
  answersOfRow,
  formFor,
  judgedCells,
  judgedHeading,
  type KeptForm,
  questionsOf,
  type SheetColumns,
  type SheetHead,
  sheetColumnsOf,
} from '../../../src/diagnosis/index.ts';
import { RefusalError } from '../../../src/kernel/index.ts';
import type { DiagnosisOptions } from '../commands/diagnosis.ts';
import { rowsOf, writerTo } from '../enterprise/table.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { formsAsked, isTable, usualQuestionnaire } from './forms.ts';

/** Scores every row of a list of answers and writes what it comes to and why. A row that cannot be read says so in its line. */
export async function scoreHere(file: string, options: DiagnosisOptions, terminal: Terminal): Promise<void> {
  const asked = formsAsked(options);
  const [first] = asked.forms;
  if (first === undefined) return;
  const writer = writerTo(options.out, terminal);
  let [rows, faulty] = [0, 0];
  try {
    const heading = judgedHeading(first);
    await writer.line(heading);
    let columns: SheetColumns | null = null;
    for await (const batch of rowsOf(file))
      for (const { line, cells } of batch) {
        if (columns === null) {
          columns = columnsOf(cells, asked.forms, file);
          if (columns.unknown.length > 0) await terminal.note(`没有用到的列：${columns.unknown.join('、')}。`);
          continue;
        }
        if (cells.every((cell) => cell.trim() === '')) continue;
        const scored = scoredLine(cells, columns, line, asked, options);
        await writer.line([...scored.cells, ...blanks(heading.length - 1 - scored.cells.length), scored.faults]);
        rows += 1;
        if (scored.faults !== '') faulty += 1;
      }
    await writer.done();
  } catch (cause) {
    await writer.giveUp();
    throw cause;
  }
  const { questionnaireName, editionName } = first;
  const left = faulty === 0 ? '' : `，其中 ${faulty} 户的回答有错，没有打分，见 faults 列`;
  await terminal.note(`${questionnaireName}${editionName}：共 ${rows} 户${left}。`);
  if (first.isOwnWording) await terminal.note(first.open.join('\n'));
}

const blanks = (count: number): null[] => Array.from({ length: Math.max(0, count) }, () => null);

function columnsOf(cells: readonly string[], forms: readonly KeptForm[], file: string): SheetColumns {
  const questions = [...new Map(forms.flatMap((form) => questionsOf(form).map((each) => [each.id, each]))).values()];
  const columns = sheetColumnsOf(cells, questions);
  if (columns.questions.size === 0) throw new RefusalError({ code: 'diagnosis-sheet-columns', field: file });
  return columns;
}

/** GB/T 4754, with or without the letter of its section. */
const industryCode = /^[A-T]?\d{2,4}$/iu;

/** The cells of one row as far as it could be scored, and what is wrong with it in words. */
function scoredLine(
  cells: readonly string[],
  columns: SheetColumns,
  line: number,
  { forms, on }: ReturnType<typeof formsAsked>,
  { table, questionnaire = usualQuestionnaire }: DiagnosisOptions,
): { readonly cells: readonly (string | number | null)[]; readonly faults: string } {
  const at = (index: number | undefined): string => (index === undefined ? '' : (cells[index] ?? '').trim());
  const head = (each: SheetHead): string => at(columns.heads.get(each));
  const [industry, named] = [head('industry'), head('table')];
  const form =
    named !== ''
      ? forms.find((each) => isTable(each, named))
      : table !== undefined
        ? forms[0]
        : industryCode.test(industry)
          ? formFor(forms, { questionnaireId: questionnaire, industry: industry.replace(/^[A-T]/iu, ''), on })
          : undefined;
  const names = [head('id') || String(line), head('name')];
  if (form === undefined) {
    const given = named || industry;
    const limit = forms.map(({ tableId }) => tableId).join('、');
    return { cells: names, faults: say({ code: 'diagnosis-sheet-table', field: names[0] ?? '', given, limit }) };
  }
  const { answers, faults } = answersOfRow(form, (id) => at(columns.questions.get(id)));
  const begun = [...names, form.tableId];
  if (faults.length > 0) return { cells: begun, faults: faults.map(say).join('') };
  return { cells: [...begun, ...judgedCells(form, answers)], faults: '' };
}
