import type {
  AmountJson,
  ChangeJson,
  GapJson,
  IndicatorHeadJson,
  ReadingJson,
  TargetReadingJson,
} from '../../contract/reading-api.ts';
import { figureWords, millionthsWords, rangeWords, roughWords, signedWords } from '../../domain/wording/figure.ts';
import { forecastSentences } from '../../domain/wording/forecast.ts';
import { type GapContext, gapSentences } from '../../domain/wording/gap.ts';
import { changeSentences } from '../../domain/wording/growth.ts';
import { hiddenWords } from '../../domain/wording/hidden.ts';
import { lightWords, paceWords } from '../../domain/wording/pace.ts';
import { targetWords, verdictSentences } from '../../domain/wording/target.ts';
import { amountRemarks } from '../../domain/wording/vintage.ts';
import { changeOf, forecastOf, gapOf, paceOf, targetOf, verdictOf } from './from-json.ts';

/** What a reading says, from what the server answers. */

type Head = IndicatorHeadJson;

export const figureText = (total: string | null, head: Head): string =>
  total === null ? '—' : figureWords(BigInt(total), head);

export const rateText = (millionths: number | null): string =>
  millionths === null ? '—' : millionthsWords(millionths);

/** A rate of growth with its sign; of a ratio the difference in its own unit. */
export function changeText({ of, rate, difference }: ChangeJson, head: Head): string {
  if (of === 'ratio') return difference === null ? '—' : signedWords(BigInt(difference), head);
  return rate === null ? '—' : `${rate > 0 ? '+' : ''}${millionthsWords(rate)}`;
}

/** The year's end as far as it can be told, without a word too many. */
export function forecastText({ forecast }: ReadingJson, head: Head): string {
  const { value, low, high } = forecast;
  if (value === null) return '—';
  if (low === null || high === null) return roughWords(BigInt(value), head);
  return rangeWords(BigInt(low), BigInt(high), head);
}

const measuredOf = (head: Head) => ({ ...head, of: { kind: head.kind } });

/** `黄灯：进度是应有的 90%，不到 95%`. */
export const lightText = ({ light, main }: ReadingJson): string =>
  lightWords(light, main === null ? null : (paceOf(main)?.pace ?? null));

/** Light, pace, forecast and what the figure lacks, a sentence each. */
export function readingSentences(reading: ReadingJson, head: Head): string[] {
  const { main, path, actual } = reading;
  const pace = main === null ? null : paceOf(main);
  const known =
    path === null
      ? null
      : {
          kind: path.kind,
          years: path.years.map((year) => ({ year, byStep: [], total: 0n })),
          shares: path.shares,
          between: path.between,
        };
  const paced = main === null || pace === null ? null : paceWords(verdictOf(main, head), pace, known, measuredOf(head));
  return [
    `${lightText(reading)}。`,
    ...(paced === null ? [] : [`${paced}。`]),
    ...forecastSentences(forecastOf(reading), head),
    ...amountRemarks(actual),
  ];
}

/** `2026 年达到 500 亿元以上`. */
export const targetText = (reading: TargetReadingJson, head: Head): string =>
  targetWords(targetOf({ indicatorId: head.id, reading }), measuredOf(head));

/** How a target stands, with what is missing; a sentence each. */
export const verdictSaid = (reading: TargetReadingJson, head: Head): string[] =>
  verdictSentences(verdictOf(reading, head), measuredOf(head));

/** What an amount lacks, in words; none when it is whole. */
export const lacks = (amount: AmountJson): string[] => amountRemarks(amount);

/** Why a figure is not shown. */
export const hiddenText = (because: 'small' | 'other' | 'reach'): string =>
  because === 'reach' ? '不在授权范围内，不显示' : hiddenWords(because);

/** A change with its base, its basis and everything that is to be known of it; a sentence each. */
export const changeSaid = (change: ChangeJson, head: Head): string[] => changeSentences(changeOf(change, head), head);

/** Which cells explain the gap, a sentence each. */
export const gapSaid = (gap: GapJson, head: Head, names: Omit<GapContext, 'written'>): string[] =>
  gapSentences(gapOf(gap), { ...names, written: head });
