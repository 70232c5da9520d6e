import { possiblePoints, type Question } from '../../../src/diagnosis/index.ts';
import type { DiagnosisOptions } from '../commands/diagnosis.ts';
import { writerTo } from '../enterprise/table.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { formsAsked } from './forms.ts';

const kindNames: Readonly<Record<Question['kind'], string>> = {
  ...{ one: '单选', several: '多选', number: '数', scale: '评分', text: '文字' },
};

/** Lists the questions of each table, with what may be answered and what that brings within its side. */
export async function questionsHere(options: DiagnosisOptions, terminal: Terminal): Promise<void> {
  const { forms } = formsAsked(options);
  const writer = writerTo(options.out, terminal);
  try {
    await writer.line(['table', 'side', 'id', 'text', 'kind', 'points', 'answers', 'shown_when', 'optional']);
    for (const { tableId, sides } of forms)
      for (const side of sides)
        for (const question of side.questions) {
          const { id, text, kind, shownWhen, optional } = question;
          const [points, optionally] = [possiblePoints(question) / 100, optional ? '可以不答' : ''];
          const when = shownWhen?.text ?? '';
          const line = [tableId, side.name, id, text, kindNames[kind], points, answersOf(question), when, optionally];
          await writer.line(line);
        }
    await writer.done();
  } catch (cause) {
    await writer.giveUp();
    throw cause;
  }
}

/** What may be answered, and what it brings. */
function answersOf(question: Question): string {
  switch (question.kind) {
    case 'one':
    case 'several':
      return question.options.map(({ id, text, points }) => `${id}=${text}（${points / 100}）`).join('；');
    case 'number': {
      const bands = question.bands.map(({ from, points }) => `${from} 起（${points / 100}）`);
      return [`${question.least}—${question.most} ${question.unit}`, ...bands].join('；');
    }
    case 'scale':
      return `${question.least}—${question.most}（${question.leastText}—${question.mostText}）`;
    case 'text':
      return `最多 ${question.longest} 字`;
  }
}
