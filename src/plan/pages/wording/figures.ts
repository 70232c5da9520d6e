import { type MoneyChoice, moneyText } from '../../../../platform/web/money/money.ts';
import type { ClauseItem, IndicatorItem } from '../../../document/index.ts';
import { comparatorSign } from './words.ts';

const plain = new Intl.NumberFormat('zh-CN', { maximumFractionDigits: 4 });
const YUAN_IN_WAN = 10_000;
const WAN_IN_YI = 10_000;
const FEN_IN_WAN = 1_000_000;

/** A figure with thousands apart and at most four decimals. */
export const figure = (value: number): string => plain.format(value);

/** Some units stand at the figure, words stand apart: `10%`, `5 亿元`. */
const withUnit = (value: string, unit: string): string =>
  /^[%％‰°]/.test(unit) ? `${value}${unit}` : `${value} ${unit}`;

/** The target of an indicator: `≥ 250 家`, `2–3 家`, `10%`. */
export function targetOf({ op, value, value2, unit }: IndicatorItem): string {
  const range = op === 'range' && value2 !== null;
  return comparatorSign[op] + withUnit(range ? `${figure(value)}–${figure(value2)}` : figure(value), unit).trim();
}

/** Money kept in 万元, in the unit that people say it in, or in the one that was chosen: 3 元, 8 万元, 1.2 亿元. */
export function money(wan: number, choice: MoneyChoice = 'auto'): string {
  if (choice !== 'auto') return moneyText(Math.round(wan * FEN_IN_WAN), choice);
  const size = Math.abs(wan);
  if (size >= WAN_IN_YI) return `${figure(wan / WAN_IN_YI)} 亿元`;
  return size > 0 && size < 1 ? `${figure(wan * YUAN_IN_WAN)} 元` : `${figure(wan)} 万元`;
}

/** What a clause gives: `8%，封顶 200 万元`; an empty text when no figure was read. */
export function benefitOf(clause: ClauseItem, choice: MoneyChoice = 'auto'): string {
  const { per, cap, floor } = clause;
  const parts = [
    ratesOf(clause),
    amountsOf(clause, choice),
    cap === null ? '' : `封顶 ${money(cap, choice)}`,
    floor === null ? '' : `${money(floor, choice)}起付`,
  ].filter((part) => part !== '');
  return parts.join('，') + (per === null ? '' : `（每${per.replace(/^每/, '')}）`);
}

const percent = (value: number): string => `${figure(value)}%`;

function ratesOf({ rate, rateMin, rateMax }: ClauseItem): string {
  if (rateMin !== null && rateMax !== null) return `${figure(rateMin)}%–${percent(rateMax)}`;
  if (rate !== null) return percent(rate);
  if (rateMax !== null) return `至多 ${percent(rateMax)}`;
  return rateMin === null ? '' : `至少 ${percent(rateMin)}`;
}

function amountsOf({ amount, amountMin, amountMax }: ClauseItem, choice: MoneyChoice): string {
  if (amountMin !== null && amountMax !== null) return `${money(amountMin, choice)}–${money(amountMax, choice)}`;
  if (amount !== null) return money(amount, choice);
  if (amountMax !== null) return `至多 ${money(amountMax, choice)}`;
  return amountMin === null ? '' : `至少 ${money(amountMin, choice)}`;
}

/** `2025-09` → `2025年9月`. */
export function monthOf(text: string): string {
  const parts = /^(\d{4})-(\d{2})$/.exec(text);
  return parts === null ? text : `${parts[1]}年${Number(parts[2])}月`;
}

/** What people write for a month, in the form that is kept: `2025年9月`, `2025.9`, `2025/09` → `2025-09`. */
export function monthTyped(text: string): string {
  const parts = /^\s*(\d{4})\s*[年.\-/]\s*(\d{1,2})\s*月?\s*(?:底|前|底前)?\s*$/.exec(text);
  return parts === null ? text : `${parts[1]}-${parts[2]!.padStart(2, '0')}`;
}

/** `2025-03-12` → `2025年3月12日`. */
export function dayOf(text: string | null): string {
  const parts = /^(\d{4})-(\d{2})-(\d{2})/.exec(text ?? '');
  return parts === null ? '' : `${parts[1]}年${Number(parts[2])}月${Number(parts[3])}日`;
}

const moments = new Intl.DateTimeFormat('zh-CN', { dateStyle: 'medium', timeStyle: 'short' });
/** A moment as the reader's clock shows it. */
export const momentOf = (text: string): string => moments.format(new Date(text));

/** A whole confidence in percent. */
export const sureness = (confidence: number): string => `${Math.round(confidence * 100)}%`;
