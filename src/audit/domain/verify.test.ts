import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalJson } from './canonical.ts';
import { type Head, lineOf, link, origin } from './chain.ts';
import type { AuditEntry, Unlinked } from './entry.ts';
import { closingLine, verifyFile } from './file.ts';
import { notBeyond, type Verdict, verifyChain } from './verify.ts';

const digest = (text: string) => `sm3:${createHash('sm3').update(text).digest('hex')}`;
const at = '2025-03-01T00:00:00.000Z';

const plain: Unlinked = {
  ...{
    actorId: 'zhang',
    actorName: '张工',
    postId: 'p1',
    postTitle: '科长',
    postUnitId: 'gxj',
    postUnitName: '市工信局',
  },
  ...{ roleId: 'chain-office', roleName: '链办', onBehalfId: null, onBehalfName: null, address: '10.0.0.1' },
  ...{ sessionRef: 'ab', action: 'plan.publish', recordKind: 'plan', recordId: 'p', recordName: '方案' },
  ...{ regionId: '369100', unitId: null, chainId: 'silk', basisPlan: null, basisItem: null, outcome: 'done' },
  ...{ refusals: '[]', changes: '[{"after":"b","before":1.5,"field":"status"}]', reason: null },
};

const chain = (length: number): AuditEntry[] =>
  link(
    origin,
    at,
    Array.from({ length }, (_, number) => ({ ...plain, recordName: `方案 ${number}` })),
    digest,
  );

async function* given(lines: readonly string[]): AsyncGenerator<string> {
  yield* lines;
}
const check = (lines: readonly string[], options = {}) => verifyChain(given(lines), { digest, ...options });
const told = (verdict: Verdict) => (verdict.ok ? `ok ${verdict.count}` : `${verdict.seq} ${verdict.broken.code}`);
const head = (entries: readonly AuditEntry[]): Head => ({ seq: entries.at(-1)!.seq, hash: entries.at(-1)!.hash });

describe('a chain', () => {
  test('that nobody touched is sound, from its beginning or from the middle', async () => {
    const lines = chain(5).map(lineOf);
    expect(await check(lines)).toEqual({ ok: true, count: 5, first: 1, last: head(chain(5)) });
    expect(told(await check(lines.slice(2), { after: head(chain(2)) }))).toBe('ok 3');
    expect(told(await check(lines.slice(2), { after: null }))).toBe('ok 3');
    expect(await check([])).toEqual({ ok: true, count: 0, first: null, last: null });
  });

  test('a line is canonical JSON of the entry', () => {
    const [entry] = chain(1);
    const line = lineOf(entry!);
    expect(canonicalJson(JSON.parse(line))).toBe(line);
    expect(JSON.parse(line)).toEqual({
      ...entry,
      refusals: [],
      changes: [{ field: 'status', before: 1.5, after: 'b' }],
    });
  });

  test('any sign of any line exchanged, added or taken away is found, and the line named', async () => {
    const lines = chain(4).map(lineOf);
    const sign = fc.constantFrom(...'0aZ"{}[],:\\ \u0000张');
    await fc.assert(
      fc.asyncProperty(fc.nat(3), fc.nat(), sign, fc.constantFrom(0, 1), async (row, place, put, taken) => {
        const line = lines[row]!;
        const where = place % line.length;
        const changed = line.slice(0, where) + put + line.slice(where + taken);
        fc.pre(changed !== line);
        const verdict = await check(lines.with(row, changed));
        expect(verdict).toMatchObject({ ok: false, seq: row + 1, count: row });
      }),
      { numRuns: 500 },
    );
  });

  test('any field of any entry changed is found, also where its meaning stays', async () => {
    const entries = chain(3);
    for (const [row, entry] of entries.entries())
      for (const [field, value] of Object.entries(entry)) {
        const other = typeof value === 'number' ? value + 1 : value === null ? '' : `${value} `;
        const lines = entries.with(row, { ...entry, [field]: other }).map(lineOf);
        expect(await check(lines), field).toMatchObject({ ok: false, seq: row + 1 });
      }
    const spelled = { ...entries[1]!, changes: entries[1]!.changes.replace('1.5', '1.50') };
    expect(told(await check(entries.with(1, spelled).map(lineOf)))).toBe('2 audit-line-unreadable');
  });

  test.each<[string, (lines: string[]) => string[], string]>([
    ['one taken away', (lines) => lines.toSpliced(2, 1), '3 audit-entry-missing'],
    ['the first taken away', (lines) => lines.slice(1), '1 audit-entry-missing'],
    ['two exchanged', (lines) => lines.with(1, lines[2]!).with(2, lines[1]!), '2 audit-order-wrong'],
    ['one twice', (lines) => lines.toSpliced(3, 0, lines[2]!), '4 audit-order-wrong'],
  ])('%s', async (_what, touch, expected) => {
    expect(told(await check(touch(chain(5).map(lineOf))))).toBe(expected);
  });

  test('an entry rewritten with a right hash breaks the link of the next', async () => {
    const entries = chain(5);
    const [forged] = link(head(entries.slice(0, 2)), at, [{ ...plain, actorName: '别人' }], digest);
    expect(told(await check(entries.with(2, forged!).map(lineOf)))).toBe('4 audit-link-broken');
  });

  test('from a day on: what came before is followed, not checked', async () => {
    const entries = [...chain(2), ...link(head(chain(2)), '2025-04-01T00:00:00.000Z', [plain, plain], digest)];
    const lines = entries.with(0, { ...entries[0]!, reason: 'x' }).map(lineOf);
    expect(told(await check(lines))).toBe('1 audit-content-changed');
    expect(told(await check(lines, { since: '2025-04-01T00:00:00.000Z' }))).toBe('ok 2');
  });
});

describe('the end of a chain', () => {
  test('that was noted apart from it must have been reached', async () => {
    const lines = chain(5).map(lineOf);
    const reached = async (...expected: Head[]) => told(await check(lines, { expect: expected }));
    expect(await reached(head(chain(3)), head(chain(5)), origin)).toBe('ok 5');
    expect(await reached({ seq: 3, hash: origin.hash })).toBe('3 audit-head-differs');
    expect(await reached(head(chain(5)), { seq: 9, hash: 'sm3:' })).toBe('6 audit-end-missing');
    expect(told(await check([], { expect: [head(chain(1))] }))).toBe('1 audit-end-missing');
  });

  test('must not lie behind the head', async () => {
    const verdict = await check(chain(5).map(lineOf));
    expect(told(notBeyond(verdict, head(chain(5))))).toBe('ok 5');
    expect(told(notBeyond(verdict, head(chain(3))))).toBe('4 audit-entry-added');
    expect(told(notBeyond(await check([]), origin))).toBe('ok 0');
  });
});

describe('a file', () => {
  const file = (length: number, from = 0) => {
    const entries = chain(length);
    return [
      ...entries.slice(from).map(lineOf),
      closingLine({ count: length - from, last: length === 0 ? null : head(entries), at }),
    ];
  };
  const checkFile = async (lines: readonly string[]) => told(await verifyFile(given(lines), { digest }));

  test('is sound with its closing line, from wherever it begins', async () => {
    expect(await checkFile(file(4))).toBe('ok 4');
    expect(await checkFile(file(4, 2))).toBe('ok 2');
    expect(await checkFile(file(0))).toBe('ok 0');
  });

  test.each<[string, string[], string]>([
    ['without its closing line', file(4).slice(0, 4), '5 audit-file-cut'],
    ['without its last entry', file(4).toSpliced(3, 1), '4 audit-end-missing'],
    ['without its first entry', file(4).slice(1), '5 audit-file-cut'],
    ['with something behind', [...file(4), ''], '5 audit-line-unreadable'],
    ['of nothing', [], '1 audit-file-cut'],
    [
      'with another beginning',
      [lineOf({ ...chain(1)[0]!, prevHash: 'sm3:' }), ...file(4).slice(1)],
      '1 audit-content-changed',
    ],
    ['with another closing line', [...file(4).slice(0, 4), file(3)[3]!], '5 audit-file-cut'],
  ])('%s is not', async (_what, lines, expected) => {
    expect(await checkFile(lines)).toBe(expected);
  });
});
