import { expect, test } from 'vitest';
import { fateOfEntry, type KnownEntry, type RosterEntry } from './roster.ts';

const entry = (changes: Partial<RosterEntry> = {}): RosterEntry => ({
  ...{ unitId: 'u', enterpriseId: 'e', name: '甲', chainId: 'c', from: '2026-01', until: null, ...changes },
});
const known = (changes: Partial<RosterEntry> = {}): KnownEntry => ({ ...entry(changes), id: 'k' });
const fate = (given: RosterEntry, ...some: KnownEntry[]) => {
  const found = fateOfEntry(given, some);
  return found.fate === 'wrong' ? found.refusal.code : found.fate;
};

test('new, the same, another name, an end, an end taken back', () => {
  expect(fate(entry())).toBe('added');
  expect(fate(entry(), known())).toBe('same');
  expect(fate(entry({ name: '乙' }), known())).toBe('changed');
  expect(fate(entry({ until: '2026-06' }), known())).toBe('ended');
  expect(fate(entry(), known({ until: '2026-06' }))).toBe('changed');
});
test('one enterprise stands once at any time, of one chain', () => {
  expect(fate(entry({ from: '2026-03' }), known())).toBe('roster-overlaps');
  expect(fate(entry({ from: '2026-07', chainId: 'd' }), known({ until: '2026-06' }))).toBe('added');
  expect(fate(entry({ from: '2025-01', until: '2026-01' }), known())).toBe('roster-overlaps');
  expect(fate(entry({ chainId: 'd' }), known())).toBe('roster-chain');
  expect(fate(entry({ until: '2025-12' }))).toBe('roster-months');
  expect(fate(entry({ unitId: 'v', from: '2026-03' }), known())).toBe('added');
});
