import type { Fact } from '../../../src/policy/index.ts';
import type { PolicyOptions } from '../commands/policy.ts';
import { table } from '../terminal/table.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { policiesHere } from './library.ts';

const COLUMNS = [
  { title: '编号', max: 32 },
  { title: '名称', max: 32 },
  { title: '怎么填', max: 48 },
  { title: '从哪里来', max: 48 },
];

/** The dictionary of facts: what formulas may speak of, and the columns of a file of enterprises. */
export async function showFacts(options: PolicyOptions, terminal: Terminal): Promise<void> {
  const { facts } = await policiesHere(options, []);
  if (options.json) {
    const list = facts.facts.map((fact) => ({
      ...{ id: fact.id, name: fact.name, type: fact.type, from: fact.from, changes: fact.changes ?? null },
      ...(fact.type === 'choice' && { options: fact.options }),
      ...(fact.type === 'number' && {
        ...{ unit: fact.written, decimals: fact.decimals },
        ...{ least: fact.low / fact.scale, most: fact.high / fact.scale },
      }),
    }));
    return terminal.write(`${JSON.stringify(list, null, 2)}\n`);
  }
  const rows = facts.facts.map((fact) => [fact.id, fact.name, fillText(fact), fact.from]);
  await terminal.write(table(COLUMNS, rows, terminal));
}

function fillText(fact: Fact): string {
  if (fact.type === 'flag') return '1 或 0';
  if (fact.type === 'choice') return fact.options.map(({ id, name }) => `${id}（${name}）`).join('、');
  const places = fact.decimals === 0 ? '整数' : `最多 ${fact.decimals} 位小数`;
  return `${fact.written === '' ? '光数' : fact.written}，${places}`;
}
