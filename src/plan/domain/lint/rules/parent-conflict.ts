import { liesWithin } from '../../register/index.ts';
import type { LintContext, LintParent } from '../context.ts';
import { type Figure, figureWords } from '../figure/figure.ts';
import { isVague } from '../figure/metric.ts';
import { compatible, differ, isPart, sameYear } from '../figure/same.ts';
import type { Finding, Severity } from '../model.ts';
import { findingAt } from '../report.ts';
import type { Rule } from '../rule.ts';
import { inYear } from '../text/words.ts';

const id = 'parent-conflict';

/** What a plan above says of the same thing in the same year. */
export const parentConflict: Rule = {
  id,
  severity: 'warning',
  title: '与上位方案不一致',
  check: (context) =>
    context.parents
      .filter((parent) => !isEarlierEdition(context, parent))
      .flatMap((parent) =>
        context.figures.filter((f) => !isPart(f)).flatMap((figure) => checkFigure(context, parent, figure)),
      ),
};

/** A revision is meant to differ from what it revises. */
function isEarlierEdition(context: LintContext, parent: LintParent): boolean {
  const core = (title: string | null): string =>
    (title ?? '').replace(/[（(][^（()）]*(?:修订|版|修正)[^（()）]*[)）]/g, '').replace(/[\s—–-]/g, '');
  return core(context.document.title) === core(parent.document.title);
}

/** equal: one region in both. share: the parent gives our region a figure of its own. below: we are part of its region. */
type Relation = 'equal' | 'share' | 'below';

function checkFigure(context: LintContext, parent: LintParent, figure: Figure): Finding[] {
  if (isVague(figure.metric) || (figure.item.repeat && !figure.item.table)) return [];
  for (const above of parent.figures) {
    if (!comparable(figure, above) || isPart(above)) continue;
    const relation = relationOf(context, parent, figure, above);
    const found = relation === null ? null : judge(relation, figure, above, parent.title);
    if (found) {
      return [
        findingAt(context, id, figure.item, {
          severity: found.severity,
          path: figure.item.path,
          message: found.message,
          arithmetic: found.arithmetic,
          related: [{ start: above.item.start, end: above.item.end, document: parent.title }],
        }),
      ];
    }
  }
  return [];
}

/** Chain, thing, mode and year agree; the place is looked at by `relationOf`. */
const comparable = (a: Figure, b: Figure): boolean =>
  a.metric === b.metric &&
  a.dimension === b.dimension &&
  a.item.mode === b.item.mode &&
  a.subject.split('|')[1] === b.subject.split('|')[1] &&
  sameYear(a, b);

function relationOf(context: LintContext, parent: LintParent, figure: Figure, above: Figure): Relation | null {
  const mine = context.home;
  const theirs = parent.home;
  if (mine === null || theirs === null) return figure.place === above.place && mine === theirs ? 'equal' : null;
  if (mine.code === theirs.code) return figure.place === above.place ? 'equal' : null;
  if (figure.place !== '') return null;
  if (above.place === mine.name || mine.aliases.includes(above.place)) return 'share';
  return above.place === '' && liesWithin(mine.code, theirs.code, context.register.regions) ? 'below' : null;
}

function judge(
  relation: Relation,
  figure: Figure,
  above: Figure,
  title: string,
): { severity: Severity; message: string; arithmetic: string } | null {
  const name = `${inYear(figure.item.year)}“${figure.metric}”`;
  const [ours, theirs] = [figureWords(figure), figureWords(above)];
  const pair = `${figure.item.value}${figure.item.unit}`;
  const other = `${above.item.value}${above.item.unit}`;
  const surpasses = /^>/.test(above.item.op) && /^>/.test(figure.item.op) && figure.value > above.value;
  if (relation === 'equal' && differ(figure, above) && !compatible(figure, above) && !surpasses)
    return {
      severity: 'warning',
      message: `${name}本文写的是${ours}，《${title}》写的是${theirs}，两份文件不一致。请核对；确要调整的，在文中说明。`,
      arithmetic: `${pair}≠${other}`,
    };
  const counts = figure.dimension !== '%' && figure.dimension !== 'point' && figure.item.mode !== 'growth';
  if (relation === 'below' && counts && figure.value > above.value && above.item.op !== '>=' && above.item.op !== '>')
    return {
      severity: 'warning',
      message: `${name}本文写的是${ours}，比《${title}》全域的${theirs}还多，局部大于整体。请核对范围和口径。`,
      arithmetic: `${pair}>${other}`,
    };
  if (relation === 'share' && figure.value < above.value && figure.item.op !== '<=' && figure.item.op !== '<')
    return {
      severity: 'notice',
      message: `${name}本文写的是${ours}，低于《${title}》给本地的${theirs}。请看是否要与上位方案衔接。`,
      arithmetic: `${pair}<${other}`,
    };
  return null;
}
