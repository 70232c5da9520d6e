import type { ColumnType, Generated } from 'kysely';
import type { HookAlgorithm } from '../../../platform/outbound/index.ts';
import type { AuditTables } from '../../audit/index.ts';
import type { Audience, Channel, DeliveryState, Importance, NoticeKind } from '../domain/index.ts';

/** JSON goes in as text and comes out as a value. */
type Json<T> = ColumnType<T, string, string>;

/** What a message says, in both the outbox and the reader's copy. */
interface Said {
  kind: NoticeKind;
  importance: Importance;
  title: string;
  body: string;
  link: string | null;
  origin_slice: string | null;
  origin_kind: string | null;
  origin_id: string | null;
  at: string;
}

export interface NoticeTable extends Said {
  id: string;
  key: string;
  audience: Json<readonly Audience[]>;
  except_person: string | null;
  spread_at: string | null;
}

export interface MessageTable extends Said {
  notice_id: string;
  person_id: string;
  read_at: string | null;
}

export interface DeliveryTable {
  id: string;
  notice_id: string;
  kind: NoticeKind;
  channel: Channel;
  person_id: string | null;
  hook_id: string | null;
  target: string;
  state: DeliveryState;
  tries: number;
  created_at: string;
  next_at: string;
  claim: string | null;
  claimed_until: string | null;
  fault_code: string | null;
  fault_answer: string | null;
  sent_at: string | null;
}

interface HookTable {
  id: string;
  name: string;
  url: string;
  algorithm: HookAlgorithm;
  /** Sealed. */
  secret: string;
  kinds: NoticeKind[];
  active: boolean;
  removed_at: string | null;
}

/** The mail server as it is kept. */
export interface StoredMail {
  readonly on: boolean;
  readonly host: string;
  readonly port: number;
  readonly security: 'tls' | 'starttls' | 'none';
  readonly user: string;
  readonly senderName: string;
  readonly senderAddress: string;
  /** Sealed; null: none. */
  readonly password: string | null;
}

interface SettingTable {
  one: Generated<boolean>;
  revision: number;
  mail: ColumnType<StoredMail | null, string | null, string | null>;
  base_url: string | null;
  private_hooks: boolean;
}

interface PreferenceTable {
  person_id: string;
  kind: NoticeKind;
  mail: boolean;
}

export interface NoticeTables extends AuditTables {
  notice: NoticeTable;
  message: MessageTable;
  delivery: DeliveryTable;
  notice_hook: HookTable;
  notice_setting: SettingTable;
  notice_preference: PreferenceTable;
}
