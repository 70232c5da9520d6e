import type { AccountDb } from '../store.ts';

export interface StoredRules {
  readonly secondFactorRoles: readonly string[];
  readonly passwordDays: number | null;
  readonly demoSince: string | null;
}

export async function readRules(db: AccountDb): Promise<StoredRules> {
  const row = await db.selectFrom('account_rule').selectAll().executeTakeFirstOrThrow();
  return {
    secondFactorRoles: row.second_factor_roles,
    passwordDays: row.password_days,
    demoSince: row.demo_since,
  };
}

export async function setRules(
  db: AccountDb,
  rules: { readonly secondFactorRoles: readonly string[]; readonly passwordDays: number | null },
): Promise<void> {
  const fields = { second_factor_roles: [...rules.secondFactorRoles], password_days: rules.passwordDays };
  await db.updateTable('account_rule').set(fields).execute();
}

export async function markDemo(db: AccountDb, now: string): Promise<void> {
  await db.updateTable('account_rule').set({ demo_since: now }).where('demo_since', 'is', null).execute();
}
