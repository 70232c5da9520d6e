import { canonicalJson } from './canonical.ts';
import { type Head, origin } from './chain.ts';
import { endsEarly, type Verdict, type VerifyOptions, verifyChain } from './verify.ts';

/** The last line of an exported chain: without it the file was cut off. */
export interface Closing {
  readonly count: number;
  readonly last: Head | null;
  /** When it was exported. */
  readonly at: string;
}

/** The closing line of a file. */
export const closingLine = (closing: Closing): string => canonicalJson({ closing, v: 1 });

/**
 * Checks the lines of an exported file like `verifyChain`, and that nothing is missing at its end: the closing line must
 * be there, be the last one, and agree with what it closes. A file that begins in the middle of the log is checked from
 * there on.
 */
export async function verifyFile(
  lines: AsyncIterable<string>,
  options: Omit<VerifyOptions, 'after'>,
): Promise<Verdict> {
  let closing: Closing | null = null;
  let entries = 0;
  let behind = 0;
  async function* withoutClosing(): AsyncGenerator<string> {
    for await (const line of lines) {
      if (closing !== null) behind += 1;
      const read = closingOf(line);
      if (read === null) {
        entries += 1;
        yield line;
      } else closing = read;
    }
  }
  const verdict = await verifyChain(withoutClosing(), { ...options, after: null });
  return verdict.ok ? closed(verdict, closing, behind > 0 ? -1 : entries) : verdict;
}

function closed(verdict: Verdict & { ok: true }, closing: Closing | null, entries: number): Verdict {
  const { count } = verdict;
  const last = verdict.last ?? origin;
  const said = closing?.last ?? origin;
  if (closing?.count === entries && said.hash === last.hash) return verdict;
  if (closing !== null && said.seq > last.seq) return endsEarly(count, last.seq, said.seq);
  return { ok: false, count, seq: last.seq + 1, broken: { code: 'audit-file-cut', field: String(last.seq + 1) } };
}

function closingOf(line: string): Closing | null {
  if (!line.startsWith('{"closing":')) return null;
  try {
    const { closing } = JSON.parse(line) as { closing: Closing };
    return closingLine(closing) === line ? closing : null;
  } catch {
    return null;
  }
}
