import type { IndicatorItem } from '../../src/document/index.ts';
import { overlaps } from '../../src/kernel/index.ts';
import type { Gold, GoldIndicator } from '../gold.ts';
import { pairUp } from './pairing.ts';
import { agreement, type Part } from './part.ts';
import type { Passage } from './passage.ts';
import { likeness, sameFigure, unitWord } from './wording.ts';

/** Names are free wording: this share of character pairs in common makes them the same. */
const SAME_NAME = 0.6;

/**
 * Indicators of running text: right when value, range, unit and year are right and the snippets overlap; comparator,
 * mode and name are reported apart, over those that were found.
 */
export function scoreIndicators(given: readonly IndicatorItem[], gold: Gold, passage: Passage): Part[] {
  if (gold.indicators === undefined) return [];
  const wanted = gold.indicators.filter((indicator) => indicator.table !== true);
  const places = new Map(wanted.map((indicator) => [indicator, passage.placesOf(indicator.text)]));
  const result = pairUp(
    given.filter((indicator) => !indicator.table),
    wanted,
    (g, w) =>
      sameFigure(g.value, w.value) &&
      sameFigure(g.value2, w.value2) &&
      sameFigure(g.year, w.year) &&
      unitWord(g.unit) === unitWord(w.unit) &&
      (places.get(w) ?? []).some((place) => overlaps(place, g))
        ? 1 + likeness(g.name, w.name)
        : 0,
  );
  return [
    {
      name: 'indicators',
      right: result.pairs.length,
      given: result.given,
      wanted: result.wanted,
      faults: [
        ...result.missed.map((w) => `漏指标：${tellWanted(w)}`),
        ...result.extra.map((g) => `多指标：${tellGiven(g)}`),
      ],
    },
    agreement(
      'op',
      result.pairs,
      ([g, w]) => g.op === w.op,
      ([g, w]) => `读作 ${g.op}，应为 ${w.op}：${w.text}`,
    ),
    agreement(
      'mode',
      result.pairs,
      ([g, w]) => g.mode === w.mode,
      ([g, w]) => `读作 ${g.mode}，应为 ${w.mode}：${w.text}`,
    ),
    agreement(
      'name',
      result.pairs,
      ([g, w]) => likeness(g.name, w.name) >= SAME_NAME,
      ([g, w]) => `读作「${g.name}」，应为「${w.name}」`,
    ),
  ];
}

/** Totals of target tables: right when value and year are right and the wording of name and scope is alike. */
export function scoreTableTotals(given: readonly IndicatorItem[], gold: Gold): Part[] {
  const totals = (gold.indicators ?? []).filter((indicator) => indicator.table === true);
  if (totals.length === 0) return [];
  const cells = (gold.cells ?? []).map((cell) => ({ ...cell, optional: true }));
  const result = pairUp(
    given.filter((indicator) => indicator.table),
    [...totals, ...cells],
    (g, w) => {
      const alike = likeness(`${g.name}${g.scope ?? ''}`, `${w.name}${w.scope ?? ''}${w.chain ?? ''}`);
      return sameFigure(g.value, w.value) && sameFigure(g.year, w.year) && alike >= 0.5
        ? 1 + likeness(g.scope, w.scope)
        : 0;
    },
  );
  return [
    {
      name: 'table totals',
      right: result.pairs.length,
      given: result.given,
      wanted: result.wanted,
      faults: [
        ...result.missed.map((w) => `漏表格合计：${w.name} ${w.value}（${w.year ?? '无年份'}）`),
        ...result.extra.map((g) => `多表格合计：${tellGiven(g)}`),
      ],
    },
  ];
}

const figure = (i: { value: number; value2?: number | null; unit: string; year?: number | null }): string =>
  `${i.value}${i.value2 === null || i.value2 === undefined ? '' : `—${i.value2}`}${i.unit}（${i.year ?? '无年份'}）`;
const tellWanted = (w: GoldIndicator): string => `${w.name} ${w.op} ${figure(w)} ${w.mode}：${w.text}`;
const tellGiven = (g: IndicatorItem): string => `${g.name} ${g.op} ${figure(g)} ${g.mode}：${g.text}`;
