import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { stringify } from 'yaml';
import { RefusalError } from '../../../src/kernel/index.ts';
import { type Draft, draftOf } from '../../../src/policy/index.ts';
import { readDocuments } from '../read-documents.ts';
import type { Terminal } from '../terminal/terminal.ts';

/**
 * Reads a document and writes its clauses as a draft pack into a new folder: what was read is filled in, what has to be
 * decided is under `open`. Refuses a folder that is there, and a document without clauses.
 */
export async function draftHere(file: string, output: string, part: number | null, terminal: Terminal): Promise<void> {
  const folder = resolve(output);
  if (existsSync(folder)) throw new RefusalError({ code: 'already-there', given: output });
  const { documents } = await readDocuments(file, part, terminal);
  const read = documents.find(({ clauses }) => clauses.length > 0);
  if (read === undefined) throw new RefusalError({ code: 'policy-no-clauses', field: basename(file) });
  const id = basename(folder);
  const draft = draftOf({
    ...{ id, title: read.title ?? basename(file), docNumber: read.docNumber },
    ...{ issuer: read.issuer ?? '待明确', issuedOn: read.issuedOn, clauses: read.clauses },
  });
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'facts.yaml'), factsText(id, draft));
  writeFileSync(
    join(folder, 'policy.yaml'),
    stringify(withoutEmpty({ kind: 'policy', ...draft.policy }), { lineWidth: 110 }),
  );
  const open = draft.policy.clauses.reduce((sum, clause) => sum + clause.open.length, 0);
  await terminal.write(
    `读出 ${draft.policy.clauses.length} 条，写进 ${output}：policy.yaml（规则，${open} 处要人定）、facts.yaml（要填的事实）。\n` +
      `改好后检查：./jingwei policy check --packs 资料包目录\n`,
  );
}

function factsText(id: string, { facts }: Draft): string {
  return stringify({ kind: 'facts', id: `${id}.facts`, facts }, { lineWidth: 110 });
}

/** What is empty is what the schema takes it for. */
function withoutEmpty(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutEmpty);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key, each]) => each !== null && !(Array.isArray(each) && each.length === 0 && key !== 'examples'))
      .map(([key, each]) => [key, withoutEmpty(each)]),
  );
}
