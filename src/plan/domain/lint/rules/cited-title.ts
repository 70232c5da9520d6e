import type { LintContext } from '../context.ts';
import type { Finding } from '../model.ts';
import { findingIn } from '../report.ts';
import type { Rule } from '../rule.ts';
import { quote } from '../text/words.ts';

const id = 'cited-title';

/** The document that a notice issues is called alike in the title of the notice, in its text and above itself. */
export const citedTitle: Rule = {
  id,
  severity: 'warning',
  title: '印发件标题前后不一致',
  check(context) {
    const title = context.document.title;
    if (title === null || title.length < 8) return [];
    const own = core(title);
    const seen = new Set<string>();
    return context.text.paragraphs.slice(0, 16).flatMap((p) => {
      const words = context.text.raw.slice(p.start, p.end);
      if (isHeadline(words) && core(words) !== own && !seen.has(core(words)) && isVariant(core(words), own))
        return [report(context, title, words, p)];
      return [...words.matchAll(/《((?:[^《》]|《[^》]*》){8,90})》/g)].flatMap((m) => {
        const cited = m[1]!;
        const issued = /已经|同意|印发|通过/.test(words.slice(m.index + m[0].length, m.index + m[0].length + 40));
        if (!issued || core(cited) === own || seen.has(core(cited)) || !isVariant(core(cited), own)) return [];
        seen.add(core(cited));
        return [report(context, title, cited, { start: p.start + m.index, end: p.start + m.index + m[0].length })];
      });
    });
  },
};

/** The title as it stands above the text that is issued. */
const isHeadline = (words: string): boolean =>
  words.length >= 8 && words.length <= 90 && !/印发|通知|[。；]|^附件/.test(words);

const core = (title: string): string =>
  title
    .replace(/的?通知$/, '')
    .replace(/的/g, '')
    .replace(/[#\s《》〈〉“”"（）()：:、，,.\-—–－~～]/g, '');

/** Near enough to be meant for the same, by the characters that both begin and end with. */
function isVariant(a: string, b: string): boolean {
  // A title that runs over two lines begins like the other.
  if (a.startsWith(b) || b.startsWith(a) || a.endsWith(b) || b.endsWith(a)) return false;
  let front = 0;
  while (front < Math.min(a.length, b.length) && a[front] === b[front]) front++;
  let back = 0;
  while (back < Math.min(a.length, b.length) - front && a.at(-1 - back) === b.at(-1 - back)) back++;
  return front + back >= 0.7 * Math.max(a.length, b.length);
}

function report(
  context: LintContext,
  title: string,
  cited: string,
  span: { readonly start: number; readonly end: number },
): Finding {
  return findingIn(context, id, span, {
    severity: 'warning',
    message: `这里引的标题是${quote(cited, 60)}，印发的文件标题是${quote(title, 60)}，两处不一样。请改一致。`,
  });
}
