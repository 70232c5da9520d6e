import { type Dirent, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { RefusalError } from '../../src/kernel/index.ts';
import { packLimits } from './limits.ts';

export interface PackFile {
  /** Path from the root, with `/`. */
  readonly file: string;
  readonly text: string;
}

/**
 * Every `*.yaml` below `root`, sorted by path so that refusals and hashes come out the same everywhere.
 * Refused: a missing root, files over the size limit, bytes that are not UTF-8, links, more files than the limit.
 */
export function readPackFiles(root: string): PackFile[] {
  const files = listYaml(root, '', 0);
  if (files.length > packLimits.files)
    throw new RefusalError({ code: 'pack-too-many', field: root, given: files.length, limit: packLimits.files });
  return files.sort().map((file) => ({ file, text: readText(join(root, file), file) }));
}

function listYaml(root: string, below: string, depth: number): string[] {
  if (depth > packLimits.folders)
    throw new RefusalError({ code: 'pack-too-deep', field: below, given: depth, limit: packLimits.folders });
  return entriesOf(join(root, below)).flatMap((entry) => {
    const path = below === '' ? entry.name : `${below}/${entry.name}`;
    if (entry.isDirectory()) return listYaml(root, path, depth + 1);
    return entry.isFile() && entry.name.endsWith('.yaml') ? [path] : [];
  });
}

function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    throw new RefusalError({ code: 'pack-folder-missing', field: folder, given: null });
  }
}

function readText(path: string, file: string): string {
  const { size } = statSync(path);
  if (size > packLimits.bytes)
    throw new RefusalError({ code: 'pack-too-large', field: file, given: size, limit: packLimits.bytes });
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path));
  } catch {
    throw new RefusalError({ code: 'pack-not-utf8', field: file, given: null, limit: 'UTF-8' });
  }
}
