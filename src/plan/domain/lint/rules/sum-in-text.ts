import type { LintContext } from '../context.ts';
import type { Figure } from '../figure/figure.ts';
import type { Finding, Severity } from '../model.ts';
import { findingAt, here } from '../report.ts';
import type { Rule } from '../rule.ts';
import { plain, quote } from '../text/words.ts';

const id = 'sum-in-text';

/** A total in a sentence beside the parts that follow it: “64家，其中甲区18家、乙区16家……”. */
export const sumInText: Rule = {
  id,
  severity: 'error',
  title: '正文里的分项与总数',
  check: (context) => {
    const sentences = Map.groupBy(
      context.figures.filter((f) => f.sentence >= 0 && f.item.mode !== 'growth'),
      (f) => f.sentence,
    );
    return [...sentences.values()].flatMap((figures) =>
      figures.flatMap((f, i) => (i > 0 && OPENS.test(f.own) ? check(context, figures[i - 1]!, figures.slice(i)) : [])),
    );
  },
};

const OPENS = /其中|分别(?:为|是)|包括|即/;

function check(context: LintContext, total: Figure, following: readonly Figure[]): Finding[] {
  const parts = runOfParts(following, total);
  if (parts.length < 3 || total.item.op !== '=' || parts.some((p) => p.item.op !== '=')) return [];
  const sum = Number(parts.reduce((s, p) => s + p.value, 0).toPrecision(12));
  const slack = parts.reduce((s, p) => s + p.half, total.half);
  const gap = sum - total.value;
  const counted = total.dimension === 'count';
  if (Math.abs(gap) <= (counted ? 0 : slack)) return [];
  const severity = severityOf(gap, total.value, /分别(?:为|是)/.test(parts[0]!.own));
  if (severity === null) return [];
  const unit = total.item.unit;
  const factor = total.value / total.item.value;
  return [
    findingAt(context, id, total.item, {
      severity,
      path: total.item.path,
      message: `${quote(total.item.text)}，后面各项（${parts.map((p) => `${p.place || p.metric}${plain(p.item.value)}`).join('、')}）相加得${plain(sum / factor)}${unit}，${gap > 0 ? '多' : '少'}${plain(Math.abs(gap) / factor)}${unit}。请核对总数和各项；还有没列出的，请写明。`,
      arithmetic: `${parts.map((p) => plain(p.value / factor)).join('+')}=${plain(sum / factor)}≠${plain(total.item.value)}`,
      related: parts.map((p) => here(p.item)),
    }),
  ];
}

/** Parts that exclude each other: places, one after the other, in the unit of the total. */
function runOfParts(figures: readonly Figure[], total: Figure): Figure[] {
  const parts: Figure[] = [];
  for (const f of figures) {
    const joins = parts.length === 0 || /^[、，和及]/.test(f.own);
    if (!joins || f.place === '' || f.place === total.place || f.dimension !== total.dimension) break;
    if (parts.some((p) => p.place === f.place)) break;
    parts.push(f);
  }
  return parts;
}

/** More than the whole is impossible; a little less is most likely a slip, much less means that others are left out. */
function severityOf(gap: number, total: number, complete: boolean): Severity | null {
  if (gap > 0 || complete) return 'error';
  return -gap <= total * 0.15 ? 'warning' : null;
}
