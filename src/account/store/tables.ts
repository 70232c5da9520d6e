import type { Generated } from 'kysely';
import type { AuditTables } from '../../audit/index.ts';

export interface AccountTable {
  id: string;
  person_id: string;
  login: string;
  login_key: string;
  disabled: Generated<boolean>;
  password_hash: string | null;
  password_set_at: string | null;
  password_must_change: Generated<boolean>;
  totp_secret: string | null;
  totp_bound_at: string | null;
  totp_last_step: number | null;
  totp_pending: string | null;
  sign_on_issuer: string | null;
  sign_on_subject: string | null;
  demo: Generated<boolean>;
  created_at: string;
  last_login_at: string | null;
  last_login_from: string | null;
}

interface PasswordTable {
  account_id: string;
  set_at: string;
  password_hash: string;
}

interface RecoveryCodeTable {
  account_id: string;
  code_hash: string;
  used_at: string | null;
}

interface LinkTable {
  token_hash: string;
  account_id: string;
  created_at: string;
  expires_at: string;
  used_at: string | null;
  voided_at: string | null;
}

export type LoginMethod = 'password' | 'sign-on' | 'link';
export type EndedWhy = 'logout' | 'elsewhere' | 'forced' | 'password' | 'disabled' | 'replaced';

export interface SessionTable {
  id: string;
  token_hash: string;
  account_id: string;
  post_id: string | null;
  method: LoginMethod;
  complete: boolean;
  proven_at: string | null;
  started_at: string;
  seen_at: string;
  expires_at: string;
  ended_at: string | null;
  ended_why: EndedWhy | null;
  from_address: string;
  device: string;
}

interface LimitTable {
  key: string;
  failures: number;
  last_at: string;
  blocked_until: string | null;
}

interface RuleTable {
  one: Generated<boolean>;
  second_factor_roles: string[];
  password_days: number | null;
  demo_since: string | null;
}

/** What this slice reads of people, posts and grants, which the organisation keeps. */
interface PersonTable {
  id: string;
  name: string;
  valid_to: string | null;
}
interface PostTable {
  id: string;
  person_id: string;
  unit_id: string;
  title: string;
  main: boolean;
  valid_from: string | null;
  valid_to: string | null;
}

export interface AccountTables extends AuditTables {
  account: AccountTable;
  account_password: PasswordTable;
  recovery_code: RecoveryCodeTable;
  one_time_link: LinkTable;
  session: SessionTable;
  attempt_limit: LimitTable;
  account_rule: RuleTable;
  person: PersonTable;
  post: PostTable;
}
