import type { AnnexItem } from '../../../../document/index.ts';
import { type ListedAnnex, listedAnnexes } from '../annex/listed.ts';
import type { LintContext } from '../context.ts';
import type { Finding } from '../model.ts';
import { nameSlips } from '../name/slips.ts';
import { findingAt, findingIn, here } from '../report.ts';
import type { Rule } from '../rule.ts';
import { hanDigits } from '../text/han.ts';
import { quote } from '../text/words.ts';

const id = 'annexes';

/** Annexes as the list under the text names them, and as they stand behind it. */
export const annexes: Rule = {
  id,
  severity: 'warning',
  title: '附件与附件清单',
  check(context) {
    const listed = listedAnnexes(context.text);
    const actual = context.document.annexes.filter(
      (a) => numberOf(a.label) > 0 || context.document.annexes.length === 1,
    );
    if (listed.length === 0 || actual.length === 0) return [];
    return [
      ...missing(context, listed, actual),
      ...unlisted(context, listed, actual),
      ...renamed(context, listed, actual),
    ];
  },
};

const numberOf = (label: string): number => hanDigits(/([\d一二三四五六七八九十]+)$/.exec(label)?.[1] ?? '零');

function missing(context: LintContext, listed: readonly ListedAnnex[], actual: readonly AnnexItem[]): Finding[] {
  const numbers = new Set(actual.map((a) => numberOf(a.label)));
  if (listed.length === 1) return [];
  return listed
    .filter((l) => !numbers.has(l.number))
    .map((l) =>
      findingIn(context, id, l, {
        severity: 'warning',
        message: `附件清单列了附件${l.number}${quote(l.title)}，文后没有。请补上，或从清单里去掉。`,
      }),
    );
}

function unlisted(context: LintContext, listed: readonly ListedAnnex[], actual: readonly AnnexItem[]): Finding[] {
  const numbers = new Set(listed.map((l) => l.number));
  return actual
    .filter((a) => numberOf(a.label) > 0 && !numbers.has(numberOf(a.label)))
    .map((a) =>
      findingAt(context, id, a, {
        severity: 'warning',
        message: `文后有${a.label}${quote(a.title)}，附件清单里没有。请补进清单。`,
      }),
    );
}

function renamed(context: LintContext, listed: readonly ListedAnnex[], actual: readonly AnnexItem[]): Finding[] {
  // A misspelt place in the title is spoken of by the rule for names.
  const slips = nameSlips(context);
  return listed.flatMap((l) => {
    const annex = actual.find((a) => numberOf(a.label) === l.number) ?? (listed.length === 1 ? actual[0] : undefined);
    if (annex === undefined) return [];
    const [named, titled] = [core(l.title), core(annex.title)];
    // The printed title may go on in a line that was not read with it.
    if (named === titled || titled.length < 4 || named.startsWith(titled) || titled.startsWith(named)) return [];
    if (slips.some((slip) => titled.replace(slip.written, slip.meant) === named)) return [];
    return [
      findingAt(context, id, annex, {
        severity: 'warning',
        message: `附件${l.number}的标题是${quote(annex.title)}，清单里写的是${quote(l.title)}。请改一致。`,
        related: [here(context.text.place(l))],
      }),
    ];
  });
}

/** A title without marks, units and blanks: those differ without meaning anything. */
const core = (title: string): string =>
  title
    .replace(/[（(](?:单位[：:])?[^（()）]*?[元%户家个吨亩][)）]$/, '')
    .replace(/[\s《》“”"（）()：:、，,.\-—–－~～]/g, '');
