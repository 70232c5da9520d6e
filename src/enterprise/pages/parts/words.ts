import { dayAt, wallMoment } from '../../../kernel/index.ts';
import {
  type EnterpriseContentJson,
  type EnterpriseHistoryJson,
  type EnterpriseWordsJson,
  partNames,
} from '../../contract.ts';
import { type EnterprisePart, scaleNames, stateNames } from '../../domain/index.ts';

/** `2026-03-01 10:00` of an instant. */
export const momentWords = (instant: string): string => wallMoment(instant).replace('T', ' ');

/** The day that it is in Beijing, by the clock of this computer. */
export const today = (): string => dayAt(new Date().toISOString());

const isPart = (part: string): part is EnterprisePart => Object.hasOwn(partNames, part);
export const partName = (part: string): string => (isPart(part) ? partNames[part] : part);

/** A part as words, where no register has to be asked for a name; money as 万元. */
export function partWords(part: string, value: unknown): string {
  if (value === null || value === undefined || value === '') return '没有写';
  if (Array.isArray(value)) return value.length === 0 ? '没有写' : value.join('、');
  if (part === 'capitalFen' && typeof value === 'number')
    return `${(value / 1_000_000).toLocaleString('zh-CN', { maximumFractionDigits: 6 })} 万元`;
  if (part === 'scale') return scaleNames[value as keyof typeof scaleNames] ?? String(value);
  if (part === 'state') return stateNames[value as keyof typeof stateNames] ?? String(value);
  return typeof value === 'string' || typeof value === 'number' ? String(value) : JSON.stringify(value);
}

/** Parts whose value is an id of a register. */
export const partRegisters = { regionId: 'region', parkId: 'unit', unitId: 'unit', chainId: 'chain' } as const;

const same = (one: unknown, two: unknown): boolean => JSON.stringify(one) === JSON.stringify(two);

/** What is other in `next` than in `before`. */
export function changedParts(
  before: EnterpriseContentJson,
  next: Partial<EnterpriseContentJson>,
): Partial<EnterpriseContentJson> {
  const parts = Object.entries(next).filter(
    ([part, value]) => !same(value, before[part as keyof EnterpriseContentJson]),
  );
  return Object.fromEntries(parts);
}

/** What a change was about, beside the entry itself: which figures, which title, whom. */
export function aboutChange(
  { kind, parts, before, after }: Pick<EnterpriseHistoryJson, 'kind' | 'parts' | 'before' | 'after'>,
  words: Pick<EnterpriseWordsJson, 'titles' | 'figures'>,
): string {
  const told = { ...before, ...after };
  const named = (all: readonly { readonly id: string; readonly name: string }[], id: unknown): string =>
    all.find((each) => each.id === id)?.name ?? String(id ?? '');
  if (kind === 'figures') {
    const period = typeof told.period === 'string' ? `${told.period} 年的` : '';
    const names = parts.filter((part) => part !== 'period').map((part) => named(words.figures, part));
    return `${period}${names.slice(0, 5).join('、')}${names.length > 5 ? `等 ${names.length} 项` : ''}`;
  }
  if (kind === 'title') return named(words.titles, told.kind);
  if (kind === 'grant') return typeof told.title === 'string' ? told.title : '';
  if (kind === 'promise') return typeof told.words === 'string' ? told.words : '';
  if (kind === 'contact' || kind === 'paper') return typeof told.name === 'string' ? told.name : '';
  return parts.map(partName).join('、');
}
