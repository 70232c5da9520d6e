import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Register } from '../../src/plan/index.ts';

const root = join(import.meta.dirname, '../..');
const base = join(root, 'packs/base');
const cache = join(root, 'node_modules/.cache/registers');

/**
 * The registers of packs/base (regions, units, chains) that the lint compares names with. Checking the packs takes a
 * third of a second, so that what came of it is kept, under the hash of the packs, for the next run.
 */
export async function loadRegister(): Promise<Register> {
  const file = join(cache, `${hashOfPacks()}.json`);
  return readKept(file) ?? keep(file, await readPacks());
}

async function readPacks(): Promise<Register> {
  const [{ packLibrary }, { registersOf }] = await Promise.all([
    import('../packs.ts'),
    import('../../src/plan/index.ts'),
  ]);
  return registersOf(packLibrary(base));
}

/** Over the packs and over the code that makes registers of them. */
function hashOfPacks(): string {
  const packs = readdirSync(base, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => join(base, name));
  const code = ['src/organisation/pack.ts', 'src/organisation/pack/register-schema.ts'].map((path) => join(root, path));
  const hash = createHash('sha256');
  for (const path of [...packs.sort(), ...code]) hash.update(readFileSync(path)).update('\0');
  return hash.digest('hex').slice(0, 32);
}

function readKept(file: string): Register | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}

/** Nothing is lost when it cannot be kept (a read-only checkout): the next run reads the packs again. */
function keep(file: string, register: Register): Register {
  try {
    mkdirSync(cache, { recursive: true });
    writeFileSync(`${file}.${process.pid}`, JSON.stringify(register));
    renameSync(`${file}.${process.pid}`, file);
  } catch {
    return register;
  }
  return register;
}
