/** What only a stated reason opens; everywhere else it shows masked. */
export const sensitiveFields = { phone: '电话', idNumber: '证件号', bankAccount: '银行账号' } as const;
export type SensitiveField = keyof typeof sensitiveFields;

const heads: Readonly<Record<SensitiveField, number>> = { phone: 3, idNumber: 3, bankAccount: 4 };
const TAIL = 4;

/**
 * The form in which a sensitive value shows: `138****1234`, `360***********1234`. A value too short to keep its ends apart
 * is masked whole. Null stays null.
 */
export function masked(field: SensitiveField, value: string | null): string | null {
  if (value === null) return null;
  const head = heads[field];
  const hidden = value.length - head - TAIL;
  if (hidden < TAIL) return '*'.repeat(Math.max(value.length, TAIL));
  return value.slice(0, head) + '*'.repeat(hidden) + value.slice(-TAIL);
}

/** True for a value that has come back as it was shown: nobody typed it. */
export const isMasked = (value: string): boolean => value.includes('*');
