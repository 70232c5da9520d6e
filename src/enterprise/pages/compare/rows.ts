import type { EnterpriseJson } from '../../contract.ts';
import { figureVintageNames } from '../../contract.ts';
import { scaleNames, stateNames } from '../../domain/index.ts';
import { type FigureWords, figureOf, figureText, growthText, yearsOf } from '../parts/figures.ts';
import { partWords } from '../parts/words.ts';

/** One line of the comparison; a cell for each enterprise, in their order. */
export interface CompareRow {
  readonly key: string;
  readonly title: string;
  readonly group: string;
  readonly cells: readonly string[];
  /** Figures stand at the right. */
  readonly end: boolean;
  /** Not all cells say the same. */
  readonly differs: boolean;
  /** Which cell has the most, of figures that not all have alike; null: no one alone. */
  readonly most: number | null;
}

const none = '—';

/** Everything that can be set beside each other, by groups: who they are, their last figures and how they grew, titles. */
export function compareRows(all: readonly EnterpriseJson[], kinds: readonly FigureWords[]): readonly CompareRow[] {
  const line = (group: string, key: string, title: string, of: (one: EnterpriseJson) => string): CompareRow => {
    const cells = all.map(of);
    return { key, title, group, cells, end: false, differs: new Set(cells).size > 1, most: null };
  };
  const who = '基本情况';
  return [
    line(who, 'code', '统一社会信用代码', ({ code }) => code ?? none),
    line(who, 'region', '地区', ({ region }) => region.name),
    line(who, 'park', '园区', ({ park }) => park?.name ?? none),
    line(who, 'chain', '产业链', ({ chain }) => chain?.name ?? none),
    line(who, 'industry', '行业', ({ industry }) => industry ?? none),
    line(who, 'scale', '规模', ({ scale }) => (scale === null ? none : scaleNames[scale])),
    line(who, 'state', '状态', ({ state }) => stateNames[state]),
    line(who, 'foundedOn', '成立日期', ({ foundedOn }) => foundedOn ?? none),
    line(who, 'capital', '注册资本', ({ content }) =>
      content.capitalFen === null ? none : partWords('capitalFen', content.capitalFen),
    ),
    line(who, 'products', '产品', ({ content }) => content.products.join('、') || none),
    line('称号', 'titles', '现在有效的称号', ({ titles }) => titles.map(({ name }) => name).join('、') || none),
    line('数据', 'year', '哪一年', ({ figures }) => yearsOf(figures).at(-1) ?? none),
    line('数据', 'vintage', '数据来源', (one) => vintageOf(one)),
    ...kinds.filter(({ period }) => period !== 'month').flatMap((kind) => figureRows(all, kind)),
  ];
}

const vintageOf = ({ figures }: EnterpriseJson): string => {
  const last = yearsOf(figures).at(-1);
  const vintage = figures.find(({ period }) => period === last)?.vintage;
  return vintage === undefined ? none : figureVintageNames[vintage];
};

function figureRows(all: readonly EnterpriseJson[], kind: FigureWords): readonly CompareRow[] {
  const lasts = all.map(({ figures }) => {
    const last = yearsOf(figures).at(-1) ?? '';
    return { now: figureOf(figures, last, kind.id), before: figureOf(figures, String(Number(last) - 1), kind.id) };
  });
  if (lasts.every(({ now }) => now === null)) return [];
  const grown = lasts.map(({ now, before }) => growthText(before, now) ?? none);
  const numbers = lasts.map(({ now }) => now);
  const row = (key: string, title: string, cells: readonly string[], most: number | null): CompareRow => ({
    ...{ key, title, group: '数据', cells, end: true, most },
    differs: new Set(cells).size > 1,
  });
  return [
    row(
      kind.id,
      kind.name,
      numbers.map((now) => (now === null ? none : figureText(now, kind))),
      greatest(numbers),
    ),
    ...(grown.some((cell) => cell !== none) ? [row(`${kind.id}-growth`, `${kind.name}比上年`, grown, null)] : []),
  ];
}

/** Where the greatest is, if it is greater than all others and there are others. */
function greatest(values: readonly (number | null)[]): number | null {
  const known = values.filter((value): value is number => value !== null);
  if (known.length < 2) return null;
  const top = Math.max(...known);
  return known.filter((value) => value === top).length === 1 ? values.indexOf(top) : null;
}
