import type { LintContext } from '../context.ts';
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
  check: (context) => {
    let carried = new Set<string>();
    return context.text.paragraphs.flatMap((p) => {
      const words = context.text.text.slice(p.start, p.end);
      const all = findUnpaired(words);
      // A quotation may run over paragraphs: opened in one, closed in a later one.
      const closedHere = all.filter((u) => !u.opens && carried.has(partnerOf(u.mark)));
      carried = new Set(all.filter((u) => u.opens && spans(context, p.end, u)).map((u) => u.mark));
      return all
        .filter((u) => !closedHere.includes(u) && !carried.has(u.mark))
        .map((u) =>
          findingIn(
            context,
            id,
            { start: p.start + u.start, end: p.start + u.end },
            {
              severity: 'warning',
              message: `${quote(words.slice(Math.max(0, u.start - 10), u.end + 10))}里的“${context.text.raw[p.start + u.start]}”没有配对的“${shown(u)}”。请补上或删去。`,
            },
          ),
        );
    });
  },
};

const partnerOf = (mark: string): string => {
  const at = PARTNERS.indexOf(mark);
  return PARTNERS[at % 2 === 0 ? at + 1 : at - 1] ?? mark;
};

const shown = (u: Unpaired): string => partnerOf(u.mark);

/** Is the mark closed in the next paragraph? Two lines of one title, or a sentence that a page cut. */
function spans(context: LintContext, end: number, u: Unpaired): boolean {
  const next = context.text.paragraphs.find((p) => p.start >= end);
  if (next === undefined) return false;
  return findUnpaired(context.text.text.slice(next.start, next.end)).some(
    (v) => !v.opens && v.mark === partnerOf(u.mark),
  );
}
