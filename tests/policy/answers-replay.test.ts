import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { packLibrary } from '../../apps/packs.ts';
import { readRows } from '../../src/policy/commands/rows.ts';
import { compileLibrary, explainer } from '../../src/policy/index.ts';
import { type Answers, knownOf, readAnswers, writeAnswers } from '../../src/policy/pages/entitlements/answers.ts';
import { answersCsv, ownId } from '../../src/policy/pages/entitlements/answers-csv.ts';

const folder = mkdtempSync(join(tmpdir(), 'answers-'));
afterAll(() => rmSync(folder, { recursive: true }));
const { policies, facts } = compileLibrary(packLibrary(), '2025-12-31');

const answers: Answers = {
  ...{ audience: 'firm', on: '2025-12-31' },
  values: {
    ...{ city: 0, chain: 0, dishonest_3y: 0, accident_3y: 0, digital_level: 5, domestic_fair: 1, booths: 3 },
    ...{ booth_fee: 15_001, revenue: 5_000_000_001, revenue_growth_pct: -825_000_000, city_growth_pct: null },
    ...{ house_contract_date: 20_240_315, deed_tax_paid: 1_234_567 },
  },
};

test('answers that were kept are replayed by the command line: the same facts, the same bytes of explanation', async () => {
  const path = join(folder, '回答.csv');
  writeFileSync(path, answersCsv(answers, facts));
  const rows: { readonly id: string; readonly known: readonly number[] }[] = [];
  for await (const { id, known } of readRows(path, policies, facts)) rows.push({ id, known: Array.from(known) });
  const [row] = rows;
  if (row === undefined) throw new Error('no row');
  expect(row.id).toBe(ownId);
  const linked = knownOf(readAnswers(writeAnswers(answers), facts), facts);
  for (const policy of policies) {
    const kept = JSON.stringify(explainer(policy)(row.known));
    expect(kept, policy.id).toBe(JSON.stringify(explainer(policy)(linked)));
  }
  const nanchang = policies.find(({ id }) => id === 'nanchang-textile-2025');
  if (nanchang === undefined) throw new Error('no policy');
  // 4万 for the fifth level and 30 % of two booths at 15 001 元.
  expect(explainer(nanchang)(row.known).total).toBe(40_000 + 9_001);
});
