import type { Forecast } from '../forecast/forecast.ts';
import type { ForecastReading } from '../reading/model.ts';
import { figureWords, rangeWords, roughWords } from './figure.ts';
import type { InUnit } from './unit.ts';

/** `预计全年 480 亿至 510 亿元（90% 的把握）；只有两年数据，范围较宽`. */
export function forecastWords({ method, value, low, high, level, years }: Forecast, written: InUnit): string {
  if (method === 'over') return `全年 ${figureWords(value, written)}，已经报齐`;
  const about = `预计全年约 ${roughWords(value, written)}`;
  if (method === 'line') return `${about}；往年数据不足两年，按每月平均推算，不给范围`;
  if (low === null || high === null) return `${about}；往年同期的数太少，不给范围`;
  const wide = years.length === 2 ? '；只有两年数据，范围较宽' : '';
  return `预计全年 ${rangeWords(low, high, written)}（${level}% 的把握）${wide}`;
}

/** Why there is no forecast. */
export const forecastReasons: Readonly<Record<NonNullable<ForecastReading['why']>, string>> = {
  kind: '这类指标不是逐月累加的，不作预计',
  'nothing-reported': '还没有报数，不能预计',
  'months-missing': '中间有月份没有报数，不能预计',
  'reporters-missing': '还有太多单位没有报数，不能预计',
  'start-unknown': '上年末的数没有报，不能预计',
  'nothing-expected': '往年这时还没有数，不能预计',
};
/** What the interval of a forecast means for the target. */
export const outlookWords = {
  met: '照此能完成目标',
  'not-met': '照此完不成目标',
  open: '能不能完成目标还说不准',
} as const;

/** The forecast with what it means for the target, or why there is none; a sentence each. */
export function forecastSentences({ forecast, why, outlook }: ForecastReading, written: InUnit): string[] {
  if (forecast === null) return why === null ? [] : [`${forecastReasons[why]}。`];
  const means = outlook === null || forecast.method === 'over' ? [] : [`${outlookWords[outlook]}。`];
  return [`${forecastWords(forecast, written)}。`, ...means];
}
