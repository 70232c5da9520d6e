import type { LintContext } from '../context.ts';
import { type Figure, figureName } from './figure.ts';
import { isPart } from './same.ts';

/** What is to be done of one thing: year by year, every year, and in all up to some year. */
export interface Steps {
  readonly metric: string;
  /** Done within one named year. */
  readonly yearly: readonly Figure[];
  /** 每年…. */
  readonly everyYear: Figure | null;
  /** Up to the end of a year, earliest year first. */
  readonly totals: readonly Figure[];
}

/** Gathers the steps of each thing within one paragraph, where words such as 累计 certainly refer to them. */
export function stepsOf(context: LintContext): Steps[] {
  const groups = Map.groupBy(
    context.figures.filter((f) => f.paragraph >= 0 && f.metric !== '' && f.item.mode !== 'growth' && !isPart(f)),
    (f) => `${f.paragraph}|${f.metric}|${f.place}|${f.dimension}`,
  );
  return [...groups.values()].flatMap((group) => {
    const totals = group.filter((f) => isTotal(f) && f.item.year !== null).sort((a, b) => a.item.year! - b.item.year!);
    const yearly = group.filter((f) => isStep(f) && f.item.year !== null);
    const everyYear = group.find((f) => isStep(f) && /每年|逐年/.test(f.own) && !/每年.*20\d\d年/.test(f.own)) ?? null;
    return totals.length > 0 ? [{ metric: figureName(group[0]!), yearly, everyYear, totals }] : [];
  });
}

/** “到2027年累计30个”, “三年累计20个”, “到2027年新增55家”. A bare level (达到30家) is the stock, not what was done. */
const isTotal = (f: Figure): boolean =>
  f.item.mode === 'cumulative' ||
  (f.item.mode === 'increment' && !/再新?增/.test(f.own) && (/累计/.test(f.own) || reachesAYear(f)));

const isStep = (f: Figure): boolean => f.item.mode === 'annual' || (f.item.mode === 'increment' && !isTotal(f));

/** The last year in front of the figure is one that is reached: 到2027年, not 2027年. */
const reachesAYear = (f: Figure): boolean => /[到至]20\d\d年(?!.*20\d\d年)/.test(f.before);
