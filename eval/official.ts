import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const tools = join(root, '../shared/tools/score-extraction.mjs');
const gold = join(root, '../shared/corpus/gold');

/** The arguments that run the scoring program kept beside the repository; null when it is not there. */
export function officialScoring(verbose: boolean): readonly string[] | null {
  if (!existsSync(tools) || !existsSync(gold)) return null;
  const files = readdirSync(gold)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => join(gold, name));
  if (files.length === 0) return null;
  return [tools, ...(verbose ? ['-v'] : []), '--run', './jingwei extract {} --json', ...files];
}

/** Runs the scoring program under this Node and gives what it prints. Rejects when it ends with an error. */
export function runOfficialScoring(args: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
    const chunks: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve(Buffer.concat(chunks).toString('utf8'));
      else reject(new Error(`score-extraction: exit ${code}`));
    });
  });
}
