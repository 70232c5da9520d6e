import { loadPackLibrary } from '../../../../platform/pack-loader/index.ts';
import { type PackLibrary, type Refusal, RefusalError } from '../../../kernel/index.ts';
import { planPack } from '../../../plan/index.ts';
import { policyPackKinds } from '../../pack.ts';

/** A small dictionary and a small policy that is right, and what a test makes wrong about them. */

export const toyFacts = `kind: facts
id: toy-facts
facts:
  - {id: revenue, name: 营业收入, type: number, unit: 万元, decimals: 4, most: 100000000, from: 报表}
  - {id: growth, name: 增幅, type: number, unit: "%", decimals: 2, least: -1000, most: 1000, from: 报表}
  - {id: staff, name: 职工数, type: number, unit: 人, most: 100000, from: 社保}
  - {id: listed, name: 已上市, type: flag, from: 公告}
  - {id: chain, name: 产业链, type: choice, from: 名单, options: [{id: textile, name: 纺织}, {id: food, name: 食品}]}
`;

const clause = {
  id: 'growth',
  title: '增长奖励',
  place: '"一"',
  for: '纺织企业',
  when: '[chain = textile, revenue > 5000万元]',
  pay: '10万元',
  round: '{to: 元, mode: half-up}',
  payers: '[{payer: 市级, percent: 50}, {payer: 县级, percent: 50}]',
  examples:
    '[{title: 刚过, facts: {revenue: 5000.0001}, pays: 100000}, {title: 正好, facts: {revenue: 5000}, pays: 0}, {title: 不知道, pays: null, facts: {}}]',
};
const head = {
  kind: 'policy',
  id: 'toy',
  title: '增长措施',
  docNumber: '临府办发〔2025〕8号',
  issuer: '临江市人民政府',
  level: '市',
  validFrom: '"2025-01-01"',
  validTo: '"2026-12-31"',
  examplesAbout: '{chain: textile}',
};

/** Keys and their values as YAML, instead of those of the toy. */
export type Change = Readonly<Record<string, string>>;

const lines = (entries: Change, indent = ''): string[] =>
  Object.entries(entries).map(([key, value]) => `${indent}${key}: ${value}\n`);

/** The toy as YAML: `top` changes the policy, `own` its only clause. */
export function toyText(top: Change = {}, own: Change = {}): string {
  const [first = '', ...more] = lines({ ...clause, ...own }, '    ');
  return [...lines({ ...head, ...top }), 'clauses:\n', `  - ${first.trimStart()}`, ...more].join('');
}

export const loadTexts = (policy: string, facts = toyFacts): PackLibrary =>
  loadPackLibrary(
    [
      { file: 'facts.yaml', text: facts },
      { file: 'toy/policy.yaml', text: policy },
    ],
    [...policyPackKinds, planPack],
  );

export const loadToy = (top: Change = {}, own: Change = {}, facts = toyFacts): PackLibrary =>
  loadTexts(toyText(top, own), facts);

/** What a load is refused for; nothing when it is not. */
export function refusalsOf(load: () => unknown): readonly Refusal[] {
  try {
    load();
    return [];
  } catch (error) {
    if (error instanceof RefusalError) return error.refusals;
    throw error;
  }
}

/** Codes and paths of what is wrong with the toy after a change. */
export const faultsOf = (...change: Parameters<typeof loadToy>): string[] =>
  refusalsOf(() => loadToy(...change)).map(({ code, field }) => `${code} ${field?.replace(/^.*:\d+ ?/u, '')}`);

/** For a clause whose conditions nothing is known about. */
export const noExamples = '[{title: 无, facts: {}, pays: null}]';
