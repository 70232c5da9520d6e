import type { LintContext } from '../context.ts';
import { type Figure, figureWords } from '../figure/figure.ts';
import { compatible, differ, isPart, sameThing, sameYear } from '../figure/same.ts';
import type { Finding } from '../model.ts';
import { findingAt, here } from '../report.ts';
import type { Rule } from '../rule.ts';
import { inYear } from '../text/words.ts';

const id = 'value-conflict';

/** The same indicator of the same year with two values in one document. */
export const valueConflict: Rule = {
  id,
  severity: 'error',
  title: '同一指标前后不一致',
  check(context) {
    const groups = Map.groupBy(
      context.figures.filter((f) => f.metric.length >= 2 && !isPart(f)),
      (f) => `${f.metric}|${f.subject}|${f.dimension}|${f.item.year}|${f.item.mode}`,
    );
    return [...groups.values()].flatMap((group) => check(context, group));
  },
};

/** Each value is held against the first mention only, so that one slip gives one finding. */
function check(context: LintContext, group: readonly Figure[]): Finding[] {
  const first = group[0]!;
  const other = group
    .slice(1)
    .find((f) => sameThing(first, f) && sameYear(first, f) && !inOneList(first, f) && differ(first, f));
  if (other === undefined || compatible(first, other)) return [];
  const certain = first.item.op === '=' && other.item.op === '=' && alike(first, other);
  return [
    findingAt(context, id, other.item, {
      severity: certain ? 'error' : 'warning',
      path: other.item.path,
      message: `${inYear(other.item.year)}“${first.metric}”这里写的是${figureWords(other)}，前面${where(first)}写的是${figureWords(first)}，两处不一致。请核对后统一。`,
      arithmetic: `${first.item.value}${first.item.unit}≠${other.item.value}${other.item.unit}`,
      related: [here(first.item)],
    }),
  ];
}

/**
 * Two figures of one sentence are mostly set beside each other on purpose: two things that only look like one. Not so when
 * both write the name out: then one of them has lost its year.
 */
function inOneList(a: Figure, b: Figure): boolean {
  if (a.item.table && b.item.table) return true;
  if (a.sentence < 0 || a.sentence !== b.sentence) return false;
  return !(a.item.name === b.item.name && a.metric.length >= 5 && b.own.includes(b.metric.slice(-4)));
}

/** Names that were written alike word for word leave no doubt that one thing is meant. */
const alike = (a: Figure, b: Figure): boolean =>
  a.metric.length >= 6 && a.item.path[0] !== undefined && a.item.year !== null && a.item.table === b.item.table;

const where = (figure: Figure): string => {
  const heading = figure.item.path.at(-1);
  return heading === undefined ? '' : `（${heading.length > 20 ? `${heading.slice(0, 19)}…` : heading}）`;
};
