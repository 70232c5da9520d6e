import { nearest, type PackFault } from '../../kernel/index.ts';
import {
  type CompiledPolicy,
  compilePolicy,
  type ExampleSource,
  evaluate,
  type Fact,
  type FactTable,
  type GivenValue,
} from '../domain/index.ts';
import { storedFigure } from './fact-table.ts';
import type { PolicyContent } from './policy-schema.ts';

type Given = Readonly<Record<string, GivenValue>>;
type Row = (number | null)[];

/** Every worked example, calculated by the program itself: one that comes out differently refuses the pack. */
export function checkExamples(policy: PolicyContent, facts: FactTable, hash: string, on: string): PackFault[] {
  const days = new Map<string, CompiledPolicy | null>();
  const compiled = (day: string): CompiledPolicy | null => {
    const known = days.get(day);
    if (known !== undefined) return known;
    const made = compilePolicy(policy, facts, { hash, on: day }).policy;
    days.set(day, made);
    return made;
  };
  const about = rowOf(policy.examplesAbout, facts, ['examplesAbout']);
  if (about.faults.length > 0) return about.faults;
  return policy.clauses.flatMap(({ examples }, clause) =>
    examples.flatMap((example, at) => {
      const path = ['clauses', clause, 'examples', at];
      const own = rowOf(example.facts, facts, [...path, 'facts'], about.row);
      const program = compiled(example.on ?? on);
      if (own.faults.length > 0 || program === null) return own.faults;
      return wrong(example, paid(program, clause, own.row), path);
    }),
  );
}

function wrong({ title, pays }: ExampleSource, out: number | null, path: PackFault['path']): PackFault[] {
  if (out === pays) return [];
  const said = (amount: number | null) => (amount === null ? '还不能断定' : `${amount}元`);
  return [
    { code: 'policy-example-wrong', path: [...path, 'pays'], given: said(out), limit: `${said(pays)}（${title}）` },
  ];
}

/** What one clause by itself pays, before stacking but not to those who are left out; null: cannot be told yet. */
function paid(policy: CompiledPolicy, clause: number, row: Row): number | null {
  const { excluded, clauses } = evaluate(policy, row);
  const outcome = clauses[clause];
  if (outcome === undefined || outcome.state === 'no' || excluded === 'yes') return 0;
  return outcome.state === 'unknown' || excluded === 'unknown' ? null : outcome.amount;
}

/** What is known in an example of a pack that passed its checks: stored numbers in the order of the table. */
export function rowOfExample(policy: PolicyContent, example: ExampleSource, facts: FactTable): Row {
  const about = rowOf(policy.examplesAbout, facts, []).row;
  return rowOf(example.facts, facts, [], about).row;
}

/** Given facts as stored numbers in the order of the table, over those that were there before. */
export function rowOf(
  given: Given,
  facts: FactTable,
  path: PackFault['path'],
  before?: Row,
): { row: Row; faults: PackFault[] } {
  const row: Row = before === undefined ? facts.facts.map(() => null) : [...before];
  const faults: PackFault[] = [];
  for (const [name, value] of Object.entries(given)) {
    const number = facts.numberOf(name);
    if (number === undefined) {
      const limit = nearest(name, facts.names) ?? '';
      faults.push({ code: 'policy-unknown-name', path: [...path, name], given: name, limit });
      continue;
    }
    const stored = storedValue(facts.at(number), value);
    if (stored === undefined)
      faults.push({
        code: 'policy-example-value',
        path: [...path, name],
        given: String(value),
        limit: wanted(facts.at(number)),
      });
    else row[number] = stored;
  }
  return { row, faults };
}

/** A value as an example gives it as its stored number; undefined for what the fact cannot be. */
function storedValue(fact: Fact, value: GivenValue): number | null | undefined {
  if (value === null) return null;
  switch (fact.type) {
    case 'flag':
      return value === true || value === 1 ? 1 : value === false || value === 0 ? 0 : undefined;
    case 'choice': {
      const option = fact.options.findIndex(({ id, name }) => id === value || name === value);
      return option < 0 ? undefined : option;
    }
    case 'number': {
      if (typeof value !== 'number') return undefined;
      const stored = storedFigure(value, fact.decimals, fact.scale);
      return stored === null || stored < fact.low || stored > fact.high ? undefined : stored;
    }
  }
}

function wanted(fact: Fact): string {
  if (fact.type === 'flag') return '0 或 1';
  if (fact.type === 'choice') return fact.options.map(({ id }) => id).join('、');
  const { low, high, scale, written, decimals } = fact;
  return `${low / scale}至${high / scale}${written}，最多${decimals}位小数`;
}
