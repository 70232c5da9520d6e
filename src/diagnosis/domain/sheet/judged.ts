import { type Exact, floor } from '../exact/exact.ts';
import type { Answers, Form } from '../model/index.ts';
import { levelOf, pathToNext, scoreOf } from '../score/index.ts';
import { completeness, valueWords } from '../shown/index.ts';

/** Headings of the scores of a form's sides and schemes; every table of an edition has the same. */
export const judgedHeading = ({ sides, schemes }: Pick<Form, 'sides' | 'schemes'>): string[] => [
  ...['id', 'name', 'table', 'score'],
  ...sides.map(({ id }) => id),
  ...schemes.flatMap(({ id }) => [id, `${id}_name`, `${id}_next`, `${id}_gap`]),
  ...['answered', 'wanted', 'missing', 'why', 'steps', 'faults'],
];

/** Hundredths as points. */
const points = (exact: Exact): number => floor(exact) / 100;

/** What answers come to, in the order of the heading but for the cells that name the row and its faults. */
export function judgedCells(form: Form, answers: Answers): (string | number | null)[] {
  const score = scoreOf(form, answers);
  const { answered, wanted, missing } = completeness(form, answers);
  const first = form.schemes[0];
  const steps = first === undefined ? [] : pathToNext(form, first, answers).steps;
  return [
    points(score.total),
    ...score.sides.map(({ got }) => points(got)),
    ...form.schemes.flatMap((scheme) => {
      const { level, next } = levelOf(scheme, score.total);
      // The score as it is shown and the gap as it is shown come to the border.
      const gap = next === null ? null : (next.border - floor(score.total)) / 100;
      return [level?.level ?? 0, level?.name ?? '未定级', next?.name ?? null, gap];
    }),
    ...[answered, wanted, missing.map(({ id }) => id).join(';')],
    score.sides
      .flatMap(({ side, questions }) => questions.map((each) => `${side.name}·${each.question.text}${each.why}`))
      .join('\n'),
    steps
      .map(({ question, to, gain }) => `${question.text}做到“${valueWords(question, to)}”，+${points(gain)} 分`)
      .join('\n'),
  ];
}
