import { type Static, Type } from 'typebox';
import { Value } from 'typebox/value';

const count = Type.Integer({ minimum: 0 });
const identifier = Type.String({ pattern: '^[a-z_][a-z0-9_]{0,62}$' });
const sm3 = Type.String({ pattern: '^[0-9a-f]{64}$' });

/** The last part of a backup: what is in it, so that it can be checked without a database and after restoring. */
const manifestSchema = Type.Object({
  format: Type.Literal(1),
  /** Version of the program that made it. */
  program: Type.String({ maxLength: 40 }),
  /** Moment of the snapshot, ISO 8601 in UTC. */
  at: Type.String({ maxLength: 40 }),
  /** Version of PostgreSQL, for people. */
  postgres: Type.String({ maxLength: 80 }),
  /** Migrations that had run, in order. */
  migrations: Type.Array(Type.String({ maxLength: 100 })),
  tables: Type.Array(
    Type.Object({
      name: identifier,
      columns: Type.Array(Type.String({ maxLength: 63 })),
      rows: count,
      /** Bytes and SM3 of its COPY text. */
      bytes: count,
      sm3,
    }),
  ),
  sequences: Type.Array(
    Type.Object({ name: identifier, value: Type.String({ pattern: '^-?\\d+$' }), used: Type.Boolean() }),
  ),
  /** Number and hash of the last audit entry; null where there is none yet. */
  auditHead: Type.Union([Type.Null(), Type.Object({ seq: count, hash: Type.String({ maxLength: 200 }) })]),
});

export type Manifest = Static<typeof manifestSchema>;
export type TablePart = Manifest['tables'][number];
export type SequencePart = Manifest['sequences'][number];

/** The manifest in these bytes, or null when they hold none. */
export function readManifest(bytes: Buffer): Manifest | null {
  try {
    const value: unknown = JSON.parse(bytes.toString('utf8'));
    return Value.Check(manifestSchema, value) ? value : null;
  } catch {
    return null;
  }
}

/** Names in the archive: pieces of tables, then the manifest, then the digest of all before it. */
export const pieceName = (table: string, number: number): string =>
  `tables/${table}/${String(number).padStart(6, '0')}.copy.gz`;
export const manifestName = 'manifest.json';
export const digestName = 'SM3SUM';
