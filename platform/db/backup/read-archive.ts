import { createHash, type Hash } from 'node:crypto';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { RefusalError } from '../../../src/kernel/index.ts';
import { countLines, pieceBytes } from './archive.ts';
import { ByteReader } from './byte-reader.ts';
import { digestName, type Manifest, manifestName, pieceName, readManifest } from './manifest.ts';
import { blockBytes, endOfArchive, headerOf, type Member, paddingOf, readHeader } from './tar.ts';

/** A piece of a table's COPY text, as it comes. */
export interface Piece {
  readonly table: string;
  readonly text: Buffer;
}

const decompress = promisify(gunzip);
/** No piece and no manifest is larger than this; what claims to be is not ours. */
const mostBytes = 2 * pieceBytes + 1024 * 1024;

/**
 * Reads a backup from its first byte to its last and hands over each piece; gives the manifest. Refuses a file that is
 * none (`backup-foreign`), that ends early (`backup-truncated`) or in which anything was changed (`backup-changed`) —
 * the last only at its end, so whoever acts on pieces before that must be able to take it back.
 */
export async function readArchive(
  bytes: AsyncIterable<Buffer>,
  take: (piece: Piece) => Promise<void>,
): Promise<Manifest> {
  const reader = new ByteReader(bytes);
  const whole = createHash('sm3');
  const seen = new Map<string, Seen>();
  let first = true;
  for (;;) {
    const header = await reader.upTo(blockBytes);
    // A text of three lines is no backup that lost its end.
    if (header.length < blockBytes)
      throw new RefusalError({ code: isOurs(header) ? 'backup-truncated' : 'backup-foreign' });
    const read = readHeader(header);
    if (read === null || read.member.size > mostBytes) throw refusal(first ? 'backup-foreign' : 'backup-changed');
    first = false;
    const { member, seconds } = read;
    const content = await reader.exactly(member.size);
    const padding = await reader.exactly(paddingOf(member.size));
    if (padding.some((byte) => byte !== 0)) throw refusal('backup-changed');
    for (const part of [header, content, padding]) whole.update(part);
    if (member.name === manifestName) return finish(reader, whole, seconds, content, seen);
    await take(await openPiece(member, content, seen));
  }
}

const isOurs = (begin: Buffer): boolean =>
  begin.length === 0 || /^(?:tables\/|manifest\.|SM3SUM)/u.test(begin.toString('latin1'));

interface Seen {
  readonly digest: Hash;
  rows: number;
  bytes: number;
  pieces: number;
}

async function openPiece({ name }: Member, content: Buffer, seen: Map<string, Seen>): Promise<Piece> {
  const table = /^tables\/([a-z_][a-z0-9_]{0,62})\/\d{6}\.copy\.gz$/u.exec(name)?.[1];
  if (table === undefined) throw refusal(seen.size === 0 ? 'backup-foreign' : 'backup-changed');
  const sofar = seen.get(table) ?? { digest: createHash('sm3'), rows: 0, bytes: 0, pieces: 0 };
  seen.set(table, sofar);
  sofar.pieces += 1;
  if (name !== pieceName(table, sofar.pieces)) throw refusal('backup-changed');
  const text = await decompress(content, { maxOutputLength: pieceBytes }).catch(() => {
    throw refusal('backup-changed');
  });
  sofar.digest.update(text);
  sofar.rows += countLines(text);
  sofar.bytes += text.length;
  return { table, text };
}

async function finish(
  reader: ByteReader,
  whole: Hash,
  seconds: number,
  content: Buffer,
  seen: ReadonlyMap<string, Seen>,
): Promise<Manifest> {
  const expected = Buffer.from(`${whole.digest('hex')}\n`);
  const digest = Buffer.concat([
    headerOf({ name: digestName, size: expected.length }, seconds),
    expected,
    Buffer.alloc(paddingOf(expected.length)),
    endOfArchive,
  ]);
  const found = await reader.exactly(digest.length);
  if (!found.equals(digest) || !(await reader.isAtEnd())) throw refusal('backup-changed');
  const manifest = readManifest(content);
  if (manifest === null) throw refusal('backup-foreign');
  if (!manifest.tables.every((table) => agrees(table, seen.get(table.name)))) throw refusal('backup-changed');
  if ([...seen.keys()].some((name) => !manifest.tables.some((table) => table.name === name)))
    throw refusal('backup-changed');
  return manifest;
}

const empty = createHash('sm3').digest('hex');

function agrees(table: Manifest['tables'][number], found: Seen | undefined): boolean {
  if (found === undefined) return table.rows === 0 && table.bytes === 0 && table.sm3 === empty;
  return found.rows === table.rows && found.bytes === table.bytes && found.digest.copy().digest('hex') === table.sm3;
}

const refusal = (code: 'backup-foreign' | 'backup-changed'): RefusalError => new RefusalError({ code });
