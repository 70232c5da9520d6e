import type { Refusal } from '../../kernel/index.ts';
import { canonicalJson } from './canonical.ts';
import { type Digest, type Head, hashedText, origin } from './chain.ts';

/** What checking a chain found: all of it good, or the first place where it is not. */
export type Verdict = Sound | Broken;

export interface Sound {
  readonly ok: true;
  /** Entries whose content was checked. */
  readonly count: number;
  /** Null for a chain without entries. */
  readonly first: number | null;
  readonly last: Head | null;
}

export interface Broken {
  readonly ok: false;
  /** Entries that were good before the break. */
  readonly count: number;
  /** Number of the entry at which the chain breaks. */
  readonly seq: number;
  /** What is wrong there, for `say`. */
  readonly broken: Refusal;
}

export interface VerifyOptions {
  readonly digest: Digest;
  /** Where the first line must be linked to; null when what came before is not at hand. */
  readonly after?: Head | null;
  /** Entries that stand before the first of this moment (ISO 8601) or later are only followed, not checked. */
  readonly since?: string | undefined;
  /** Numbers with hashes that were noted apart from the entries: the chain must have reached them all. */
  readonly expect?: readonly Head[] | undefined;
  /** Told now and then how many entries are done. */
  readonly progress?: ((done: number) => void) | undefined;
}

/** An entry read from its line, as far as the chain is concerned. */
interface LineRead {
  readonly seq: number;
  readonly at: string;
  readonly prevHash: string;
  readonly hash: string;
  readonly content: string;
}

const progressEvery = 1000;

/**
 * Checks a chain of lines (`lineOf`) one by one, holding two of them at most: each must be canonical JSON, have the hash
 * of its content, the number after the last one and the last one's hash. Gives the first break that it finds.
 */
export async function verifyChain(lines: AsyncIterable<string>, options: VerifyOptions): Promise<Verdict> {
  const { digest, since, expect = [], progress } = options;
  const rest = lines[Symbol.asyncIterator]();
  let last = options.after === undefined ? origin : options.after;
  let first: number | null = null;
  let count = 0;
  let checked = false;
  try {
    for (let line = await rest.next(); line.done !== true; line = await rest.next()) {
      const expected = last === null ? null : last.seq + 1;
      const entry = readLine(line.value);
      const fault = (code: string, more: Omit<Refusal, 'code'> = {}): Broken => ({
        ...{ ok: false, count, seq: expected ?? entry?.seq ?? 1 },
        broken: { code, field: String(expected ?? entry?.seq ?? 1), ...more },
      });
      if (entry === null) return fault('audit-line-unreadable');
      checked ||= since === undefined || entry.at >= since;
      if (checked && digest(entry.content) !== entry.hash) return fault('audit-content-changed');
      if (last !== null && entry.seq !== last.seq + 1)
        return fault(...gapOf(last.seq + 1, entry.seq, await rest.next()));
      const before = last ?? (entry.seq === origin.seq + 1 ? origin : null);
      if (before !== null && entry.prevHash !== before.hash) return fault('audit-link-broken', { given: before.seq });
      if (expect.some(({ seq, hash }) => seq === entry.seq && hash !== entry.hash)) return fault('audit-head-differs');
      first ??= entry.seq;
      last = { seq: entry.seq, hash: entry.hash };
      if (checked) count += 1;
      if (count % progressEvery === 0) progress?.(count);
    }
  } finally {
    await rest.return?.();
  }
  const end = last ?? origin;
  const missed = expect.find(({ seq }) => seq > end.seq);
  if (missed !== undefined) return endsEarly(count, end.seq, missed.seq);
  return { ok: true, count, first, last: first === null ? null : end };
}

/** The break of a chain whose last entries are not there. */
export const endsEarly = (count: number, last: number, expected: number): Broken => ({
  ...{ ok: false, count, seq: last + 1 },
  broken: { code: 'audit-end-missing', field: String(last + 1), given: last, limit: expected },
});

/** The verdict on a chain that must not go on behind its head: entries put there by hand do. */
export function notBeyond(verdict: Verdict, head: Head): Verdict {
  if (!verdict.ok || verdict.last === null || verdict.last.seq <= head.seq) return verdict;
  const { count, last } = verdict;
  const broken = { code: 'audit-entry-added', field: String(head.seq + 1), given: last.seq, limit: head.seq };
  return { ok: false, count, seq: head.seq + 1, broken };
}

/** Numbers that are left out, unless the next line shows that two stand the wrong way round. */
function gapOf(
  expected: number,
  found: number,
  next: IteratorResult<string>,
): [code: string, more: Omit<Refusal, 'code'>] {
  if (found < expected) return ['audit-order-wrong', { given: found }];
  const following = next.done === true ? null : readLine(next.value);
  const swapped = following !== null && following.seq >= expected && following.seq < found;
  return swapped ? ['audit-order-wrong', { given: found }] : ['audit-entry-missing', { given: found - 1 }];
}

/** Null for what is not an entry of version 1 in canonical form. */
function readLine(line: string): LineRead | null {
  let entry: Readonly<Record<string, unknown>>;
  try {
    entry = JSON.parse(line);
  } catch {
    return null;
  }
  if (typeof entry !== 'object' || entry === null || canonicalJson(entry) !== line) return null;
  const { v, seq, at, prevHash, hash } = entry;
  if (v !== 1 || !Number.isSafeInteger(seq)) return null;
  if (typeof at !== 'string' || typeof prevHash !== 'string' || typeof hash !== 'string') return null;
  return { seq: seq as number, at, prevHash, hash, content: hashedText(entry) };
}
