import { constants, open } from 'node:fs/promises';
import type { SourceFormat, SourceText } from '../../src/document/index.ts';
import { readIsolated } from './isolate/read-isolated.ts';
import { agreeOnKind, formatByName } from './kinds/extension.ts';
import type { Kind } from './kinds/signature.ts';
import { limits } from './limits.ts';
import { readThroughOffice } from './office/read-through-office.ts';
import { nameTheFile, refuseFile } from './refusals.ts';
import { readPlain } from './text/read-plain.ts';

export interface ReadOptions {
  /**
   * The LibreOffice program for `.doc`, `.wps`, `.odt` and `.rtf`: a path, `null` for “there is none”. Left out, it is
   * looked for in `JINGWEI_SOFFICE`, on the PATH and where it is usually installed.
   */
  readonly soffice?: string | null;
}

/**
 * Reads a file of any accepted kind into its text. Refuses, with the codes of `fileRefusalCodes`, whatever is too
 * large, broken, hostile, protected or something else than its name says; nothing of a refused file is kept.
 */
export async function readSource(path: string, options: ReadOptions = {}): Promise<SourceText> {
  return nameTheFile(baseName(path), async () => {
    const format = formatByName(path);
    return readChecked(baseName(path), format, await readBytes(path), options);
  });
}

/** The same for an upload: `name` is the file name that the sender gave, `bytes` the whole content. */
export async function readSourceBuffer(
  name: string,
  bytes: Uint8Array,
  options: ReadOptions = {},
): Promise<SourceText> {
  return nameTheFile(baseName(name), async () => {
    const format = formatByName(name);
    if (bytes.length > limits.fileBytes) refuseFile('too-large', bytes.length, limits.fileBytes);
    return readChecked(baseName(name), format, bytes, options);
  });
}

async function readChecked(
  name: string,
  format: SourceFormat,
  bytes: Uint8Array,
  options: ReadOptions,
): Promise<SourceText> {
  if (bytes.length === 0) refuseFile('empty');
  const kind = agreeOnKind(name, format, bytes);
  return { ...(await readKind(format, kind, bytes, options)), format };
}

async function readKind(
  format: SourceFormat,
  kind: Kind,
  bytes: Uint8Array,
  options: ReadOptions,
): Promise<SourceText> {
  if (format === 'txt' || format === 'md') return readPlain(bytes, format);
  if (format === 'html' || format === 'pdf') return readIsolated(format, bytes);
  if (kind === 'docx') return readIsolated('docx', bytes);
  return readThroughOffice(format, kind, bytes, options.soffice);
}

/** Reads a regular file whole, looking at its size before and never taking more than the limit. */
async function readBytes(path: string): Promise<Uint8Array> {
  // Without O_NONBLOCK the opening of a named pipe would wait for ever.
  const flags = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);
  const file = await open(path, flags).catch((error: NodeJS.ErrnoException) => {
    return refuseFile(error.code === 'ENOENT' || error.code === 'ENOTDIR' ? 'not-found' : 'not-readable');
  });
  try {
    const stat = await file.stat();
    if (!stat.isFile()) refuseFile('not-a-file');
    if (stat.size > limits.fileBytes) refuseFile('too-large', stat.size, limits.fileBytes);
    const buffer = Buffer.alloc(stat.size);
    let filled = 0;
    while (filled < buffer.length) {
      const { bytesRead } = await file.read(buffer, filled, buffer.length - filled, filled);
      if (bytesRead === 0) break;
      filled += bytesRead;
    }
    return buffer.subarray(0, filled);
  } finally {
    await file.close();
  }
}

const baseName = (path: string): string => path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
