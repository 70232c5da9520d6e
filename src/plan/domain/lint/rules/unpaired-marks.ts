import { findingIn } from '../report.ts';
import type { Rule } from '../rule.ts';
import { findUnpaired, type Unpaired } from '../text/pairs.ts';
import { quote } from '../text/words.ts';

const id = 'unpaired-marks';
const PARTNERS = '（）《》〔〕“”‘’「」';

/** A bracket, quotation mark or title mark without its partner. */
export const unpairedMarks: Rule = {
  id,
  severity: 'warning',
  title: '括号、引号、书名号不成对',
  check(context) {
    const all = context.text.paragraphs.map((p) => findUnpaired(context.text.text.slice(p.start, p.end)));
    return context.text.paragraphs.flatMap((p, i) => {
      const words = context.text.text.slice(p.start, p.end);
      return all[i]!.filter((u) => !runsOn(all, i, u)).map((u) =>
        findingIn(
          context,
          id,
          { start: p.start + u.start, end: p.start + u.end },
          {
            severity: 'warning',
            message: `标点 ${context.text.raw[p.start + u.start]} 没有配对的 ${partnerOf(u.mark)} （在${quote(words.slice(Math.max(0, u.start - 10), u.end + 10))}一处）。请补上或删去。`,
          },
        ),
      );
    });
  },
};

/** A quotation or a title may run over two paragraphs: opened in one, closed in the next. */
function runsOn(all: readonly (readonly Unpaired[])[], i: number, u: Unpaired): boolean {
  const beside = all[u.opens ? i + 1 : i - 1] ?? [];
  return beside.some((v) => v.opens !== u.opens && v.mark === partnerOf(u.mark));
}

const partnerOf = (mark: string): string => {
  const at = PARTNERS.indexOf(mark);
  return PARTNERS[at % 2 === 0 ? at + 1 : at - 1] ?? mark;
};
