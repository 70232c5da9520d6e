import { crc32 } from 'node:zlib';
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { limits } from '../limits.ts';
import { refuseFile } from '../refusals.ts';

/** A zip package (docx, odt) whose directory has been found harmless. Nothing is unpacked before it is asked for. */
export interface Package {
  has(name: string): boolean;
  /** Every entry, in the order of the directory. */
  readonly names: readonly string[];
  /** The unpacked bytes of one entry, piece by piece. Refuses entries that are not what the directory said. */
  read(name: string): AsyncGenerator<Uint8Array>;
}

/**
 * Checks the directory of a package before anything is unpacked: number of entries, unpacked sizes alone and together,
 * how far they were packed, names that point outside, names that occur twice, entries that share bytes, passwords.
 */
export async function openPackage(bytes: Uint8Array): Promise<Package> {
  const entries = new Map<string, Entry>();
  const zip = await guarded(() => fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)));
  if (zip.entryCount > limits.entries) refuseFile('too-many-entries', zip.entryCount, limits.entries);
  await guarded(async () => {
    for await (const entry of zip.eachEntry()) {
      if (entries.has(entry.fileName)) refuseFile('duplicate-entry', entry.fileName);
      if (entry.isEncrypted()) refuseFile('encrypted');
      entries.set(entry.fileName, entry);
    }
  });
  checkSizes([...entries.values()]);
  checkOverlap([...entries.values()], bytes.length);
  return {
    has: (name) => entries.has(name),
    names: [...entries.keys()],
    read: (name) => readEntry(zip, entries.get(name)),
  };
}

function checkSizes(entries: readonly Entry[]): void {
  let total = 0;
  for (const entry of entries) {
    total += entry.uncompressedSize;
    const ratio = entry.uncompressedSize / Math.max(1, entry.compressedSize);
    if (entry.uncompressedSize > limits.ratioFloorBytes && ratio > limits.ratio) {
      refuseFile('zip-bomb', entry.uncompressedSize, limits.ratio);
    }
  }
  if (total > limits.unpackedBytes) refuseFile('zip-bomb', total, limits.unpackedBytes);
}

/** Entries that share bytes are how a small file claims to hold a huge amount; no writer of documents makes them. */
function checkOverlap(entries: readonly Entry[], fileBytes: number): void {
  const LOCAL_HEADER = 30;
  const byPlace = [...entries].sort((a, b) => a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader);
  let free = 0;
  for (const entry of byPlace) {
    if (entry.relativeOffsetOfLocalHeader < free) refuseFile('zip-bomb', entry.fileName, 'overlap');
    free = entry.relativeOffsetOfLocalHeader + LOCAL_HEADER + entry.fileNameLength + entry.compressedSize;
    if (free > fileBytes) refuseFile('truncated', entry.fileName);
  }
}

async function* readEntry(zip: ZipFile, entry: Entry | undefined): AsyncGenerator<Uint8Array> {
  if (entry === undefined) return;
  const stream = await guarded(() => zip.openReadStreamPromise(entry));
  let sum = 0;
  try {
    for await (const chunk of stream as AsyncIterable<Uint8Array>) {
      sum = crc32(chunk, sum);
      yield chunk;
    }
  } catch (error) {
    explain(error);
  } finally {
    stream.destroy();
  }
  if (sum !== entry.crc32) refuseFile('damaged', `checksum of ${entry.fileName}`);
}

async function guarded<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    return explain(error);
  }
}

const explanations: readonly (readonly [RegExp, Parameters<typeof refuseFile>[0]])[] = [
  [/too many bytes in the stream/, 'zip-bomb'],
  [/End of central directory record signature not found|unexpected EOF|overflows file bounds/, 'truncated'],
  [/^(?:invalid relative path|absolute path|invalid characters in fileName)/, 'unsafe-entry'],
  [/encrypt/, 'encrypted'],
];

/** Turns what the zip reader or the decompressor threw into a refusal; everything unknown is a damaged file. */
function explain(error: unknown): never {
  if (!(error instanceof Error) || error.name === 'RefusalError') throw error;
  for (const [pattern, code] of explanations) if (pattern.test(error.message)) return refuseFile(code);
  return refuseFile('damaged', error.message);
}
