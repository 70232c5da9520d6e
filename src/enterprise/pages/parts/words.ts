import { dayAt, wallMoment } from '../../../kernel/index.ts';
import { type EnterpriseContentJson, partNames } from '../../contract.ts';
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
