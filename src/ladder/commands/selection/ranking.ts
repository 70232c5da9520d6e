import { sm3 } from '../../../../platform/digest/index.ts';
import { canonicalText } from '../../../diagnosis/index.ts';
import type { SelectionRankedJson, SelectionRankingJson } from '../../contract.ts';
import {
  type Entry,
  pointText,
  type Ranked,
  ranking,
  type SelectionScheme,
  type Sheet,
  sensitivity,
  shownPoints,
  type TieBreak,
  type Variation,
} from '../../domain/selection/index.ts';
import type { RankingInput } from '../../store/selection/index.ts';

export const entriesOf = (input: RankingInput): Entry[] =>
  input.entries.map(({ id, quantitative, sheets }) => ({ id, quantitative, sheets: [...sheets], out: false }));

export const orderOf = (input: RankingInput): Ranked[] => ranking(entriesOf(input), input.scheme);

/** SM3 over what a ranking was made of and what came out: made again of the same it is the same. */
export const fingerprint = (input: RankingInput): string =>
  sm3(
    canonicalText({
      input,
      order: orderOf(input).map(({ id, place, chosen, undecided, total }) => ({
        ...{ id, place, chosen, undecided, total: shownPoints(total) },
      })),
    }),
  );

interface Names {
  readonly entry: (id: string) => string;
  readonly expert: (id: string) => string;
  readonly remark: (entryId: string, expertId: string) => string;
}

/** A ranking made again of what it was made of, with what it hangs on. */
export function rankingJson(
  { input, sm3: kept, at, by_name }: { input: RankingInput; sm3: string; at: string; by_name: string },
  names: Names,
): SelectionRankingJson {
  const order = orderOf(input);
  const { variations, places, margin } = sensitivity(entriesOf(input), input.scheme);
  const sheets = new Map(input.entries.map((entry) => [entry.id, entry.sheets]));
  return {
    ...{ at, by: by_name, sm3: kept, intact: fingerprint(input) === kept },
    margin: margin === null ? null : shownPoints(margin),
    rows: order.map((each) => rankedJson(each, input.scheme, sheets.get(each.id) ?? [], places.get(each.id), names)),
    variations: variations
      .filter(({ enter, leave }) => enter.length + leave.length > 0)
      .map((each) => ({
        words: variationWords(each, names),
        ...{ enter: each.enter.map(names.entry), leave: each.leave.map(names.entry) },
      })),
  };
}

function rankedJson(
  each: Ranked,
  scheme: SelectionScheme,
  sheets: readonly Sheet[],
  span: { readonly best: number; readonly worst: number } | undefined,
  names: Names,
): SelectionRankedJson {
  return {
    ...{ entryId: each.id, name: names.entry(each.id), place: each.place, total: shownPoints(each.total) },
    ...{ quantitative: shownPoints(each.quantitative), experts: shownPoints(each.experts) },
    items: scheme.items.map(({ id }) => {
      const points = each.items.get(id);
      return { id, points: points === undefined ? 0 : shownPoints(points) };
    }),
    ...{ chosen: each.chosen, undecided: each.undecided, apart: each.apart },
    by: each.by === null ? null : tieWords(each.by, scheme),
    ...{ best: span?.best ?? each.place, worst: span?.worst ?? each.place },
    sheets: sheets.map(({ expertId, points }) => ({
      name: names.expert(expertId),
      total: scheme.items.reduce((sum, { id }) => sum + (points[id] ?? 0), 0),
      points: scheme.items.map(({ id }) => points[id] ?? 0),
      remark: names.remark(each.id, expertId),
      leftOut: each.leftOut.includes(expertId),
    })),
  };
}

export function tieWords(tie: TieBreak, { items }: Pick<SelectionScheme, 'items'>): string {
  if (tie === 'quantitative') return '量化分';
  if (tie === 'experts') return '专家分';
  return items.find(({ id }) => tie === `item:${id}`)?.name ?? tie;
}

const variationWords = ({ kind, of }: Variation, names: Names): string =>
  kind === 'share' ? `量化分占比改为 ${of}%` : `不算${names.expert(String(of))}的评分`;

/** `专家分差 25 分（张某 90，李某 65）` is not said while marks are hidden: only how far apart. */
export const apartWords = (name: string, apart: number): string => `${name}（差 ${pointText(apart)} 分）`;
