import { canonicalJson } from './canonical.ts';
import type { AuditEntry, Unlinked } from './entry.ts';

/** Digest of a text, `sm3:` and 64 hex digits (GB/T 32905). */
export type Digest = (text: string) => string;

/** Number and hash of an entry: the end of the chain so far. */
export interface Head {
  readonly seq: number;
  readonly hash: string;
}

/** What the first entry is linked to. */
export const origin: Head = { seq: 0, hash: `sm3:${'0'.repeat(64)}` };

/** Fields that hold canonical JSON as text; in a line they stand as what they are. */
const jsonFields: ReadonlySet<string> = new Set(['changes', 'refusals']);

/** Puts entries behind a head, in order and all at one moment. Gives them linked. */
export function link(head: Head, at: string, entries: readonly Unlinked[], digest: Digest): AuditEntry[] {
  let last = head;
  return entries.map((entry) => {
    const content = { ...entry, v: 1, seq: last.seq + 1, at, prevHash: last.hash } as const;
    last = { seq: content.seq, hash: digest(textOf(content)) };
    return { ...content, hash: last.hash };
  });
}

/** An entry as its line in an export: one object of canonical JSON with everything that its row has. */
export const lineOf = (entry: AuditEntry): string => textOf(entry);

/** The text that an entry's hash is over (version 1): canonical JSON of every field but the hash itself. */
export const hashedText = ({ hash: _hash, ...content }: Readonly<Record<string, unknown>>): string =>
  canonicalJson(content);

/** The same from the columns of an entry, whose JSON is taken as it stands there. */
function textOf(entry: Omit<AuditEntry, 'hash'> & { readonly hash?: string }): string {
  const fields = Object.entries(entry)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `"${name}":${jsonFields.has(name) ? value : JSON.stringify(value)}`);
  return `{${fields.join(',')}}`;
}
