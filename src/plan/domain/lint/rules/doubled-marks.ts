import { findingIn } from '../report.ts';
import type { Rule } from '../rule.ts';
import { quote } from '../text/words.ts';

const id = 'doubled-marks';
const PAIR = /[，。；：、][，。；：、]+/g;

/** ，， 。。 、， : two stops where one belongs. */
export const doubledMarks: Rule = {
  id,
  severity: 'warning',
  title: '标点重叠',
  check: (context) =>
    context.text.paragraphs.flatMap((p) => {
      const words = context.text.text.slice(p.start, p.end);
      return [...words.matchAll(PAIR)]
        .filter((m) => !/^。{3,}$/.test(m[0]))
        .map((m) => {
          const start = p.start + m.index;
          return findingIn(
            context,
            id,
            { start, end: start + m[0].length },
            {
              severity: 'warning',
              message: `${quote(words.slice(Math.max(0, m.index - 8), m.index + m[0].length + 4))}里标点“${m[0]}”叠在一起。请留一个。`,
            },
          );
        });
    }),
};
