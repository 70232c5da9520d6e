import { describe, expect, test } from 'vitest';
import { batchProgram, type CompiledPolicy, compileLibrary, loopSource, policyPack } from '../index.ts';
import { duckdb, postgres, sqlOf } from '../store/sql/index.ts';
import { type Change, faultsOf, loadTexts, loadToy, noExamples, refusalsOf, toyFacts, toyText } from './testing/toy.ts';

const withClause = (own: Change) => faultsOf({}, own);
const when = (condition: string) => withClause({ when: JSON.stringify([condition]), examples: noExamples });
const codes = (faults: readonly string[]) => faults.map((fault) => fault.split(' ')[0]);

describe('words of the machine', () => {
  test('are names like any other', () => {
    for (const name of ['constructor', 'toString', 'hasOwnProperty', 'process', '__proto__', 'globalThis', 'eval']) {
      expect(when(`${name} > 1`), name).toEqual(['policy-unknown-name clauses/0/when/0']);
      const facts = `{${name}: 1, revenue: 6000}`;
      expect(withClause({ examples: `[{title: 例, facts: ${facts}, pays: 100000}]` }), name).not.toEqual([]);
    }
    const parameters = '[{id: constructor, name: toString, values: [{value: 5000万元}]}]';
    expect(faultsOf({ parameters }, { when: '[revenue > constructor, chain = textile]' })).toEqual([]);
  });

  test('as keys change nothing but themselves', () => {
    for (const key of ['__proto__', 'constructor', 'prototype', 'toString']) {
      expect(codes(faultsOf({ [key]: '{polluted: 1}' })), key).toContain('pack-key-unknown');
      expect(codes(withClause({ [key]: '{polluted: 1}' })), key).toContain('pack-key-unknown');
      expect(faultsOf({ examplesAbout: `{chain: textile, ${key}: {polluted: 1}}` }), key).not.toEqual([]);
    }
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });
});

/** What an attacker would like to have run, in the words of each machine that a pack passes through. */
const codeOf = [
  'process.exit(66)',
  `\${globalThis.pwned=1}`,
  `\`\${globalThis.pwned=1}\``,
  '"];globalThis.pwned=1;//',
  "');globalThis.pwned=1;//",
  "'); DROP TABLE policy; --",
  '"; DROP TABLE policy; --',
  '*/ globalThis.pwned=1 /*',
  '</script><script>globalThis.pwned=1</script>',
  '=HYPERLINK("http://x","y")',
  'require("node:fs").rmSync("/")',
  '(() => { throw 66 })()',
  "營業'收入",
];

describe('code in strings', () => {
  test('is no formula, and no name', () => {
    for (const code of codeOf) {
      expect(when(code), code).toHaveLength(1);
      expect(withClause({ pay: JSON.stringify(code) }), code).toHaveLength(1);
      expect(withClause({ when: JSON.stringify([`chain = ${code}`]), examples: noExamples }), code).not.toEqual([]);
      expect(withClause({ id: JSON.stringify(code) }), code).not.toEqual([]);
      expect(withClause({ group: JSON.stringify(code) }), code).not.toEqual([]);
      const parameters = JSON.stringify([{ id: 'x', name: code, values: [{ value: '1元' }] }]);
      expect(codes(faultsOf({ parameters })).join(), code).toMatch(/policy-name-form|pack-shape/u);
      const named = `${toyFacts}  - ${JSON.stringify({ id: 'x', name: code, type: 'flag', from: '表' })}\n`;
      expect(codes(faultsOf({}, {}, named)).join(), code).toMatch(/policy-name-form|pack-shape/u);
    }
  });

  test('stays text wherever text may stand, and reaches no program', () => {
    for (const whole of codeOf) {
      const code = whole.slice(0, 40);
      const said = JSON.stringify(code);
      const policy = compiled(
        { title: said, issuer: said, docNumber: said, open: `[${said}]` },
        {
          ...{ title: said, for: said, place: said, evidence: `[${said}]`, open: `[${said}]` },
          payers: `[{payer: ${said}, percent: 50}, {payer: 县级, percent: 50}]`,
        },
      );
      expect(policy.clauses[0]?.sentence).toContain(code);
      const program = batchProgram([policy]);
      const shapes = policy.facts.facts.map(() => ({ form: 'double', mayMiss: true }) as const);
      for (const { text } of loopSource(program, shapes)) {
        expect(text).not.toContain(code);
        // Letters with numbers, whole numbers, and signs; no string and no call but of these.
        expect(text.replaceAll('"use strict"', '')).not.toMatch(/["'`\\]|[\u0080-\uffff]/u);
        const calls = [...text.matchAll(/([A-Za-z_$.]+)\(/gu)].map(([, name]) => name);
        expect(calls.filter((name) => !/^(?:for|if|Math\.(?:min|max|floor))$/u.test(name ?? ''))).toEqual([]);
      }
      for (const dialect of [postgres, duckdb]) {
        const sql = sqlOf(program, policy.facts, {
          ...{ dialect, table: 'enterprise', divisions: [], absent: new Set<number>() },
          full: new Set<number>(),
        });
        const texts = [sql.decide, sql.awards, sql.summary, sql.open, sql.paid];
        for (const text of texts) expect(quotedAway(text)).not.toMatch(/pwned|DROP|exit|HYPERLINK|rmSync|throw/u);
      }
    }
    expect('pwned' in globalThis).toBe(false);
  });

  test('cannot steer a terminal or hide in what a person reads', () => {
    for (const hidden of ['\u001b[2J', '\n', '\u0000', '\u202e', '\u200b', '\ufeff', '\u2066', '\u0085'])
      for (const key of ['title', 'for', 'place'])
        expect(withClause({ [key]: JSON.stringify(`奖励${hidden}10`) }), JSON.stringify(hidden)).toEqual([
          `pack-shape clauses/0/${key}`,
        ]);
  });
});

/** SQL without what stands in quotes, where a quote inside is doubled. */
const quotedAway = (sql: string): string => sql.replace(/"(?:[^"]|"")*"|'(?:[^']|'')*'/gu, '');

function compiled(top: Change, own: Change): CompiledPolicy {
  const [policy] = compileLibrary(loadToy(top, own), '2025-12-31').policies;
  if (policy === undefined) throw new Error('no policy');
  return policy;
}

describe('look-alikes', () => {
  test('are told apart: letters of other alphabets, other digits, signs that cannot be seen', () => {
    for (const name of ['rеvenue', 'ｒevenue', 'revenue\u200b', 'rev\u00adenue', '営業収入', '营业收⼊', 'stаff'])
      expect(codes(when(`${name} > 5000万元`))[0], name).toMatch(
        /^(?:policy-unknown-name|policy-formula-sign|policy-formula-wants|pack-shape)$/u,
      );
    for (const digits of ['５０００', '٥٠', '五千', '5,000', '5 000', '5e3', '0x10', '.5', '1_000', '五'])
      expect(when(`revenue > ${digits}万元`), digits).toHaveLength(1);
    expect(when('revenue ＞ 5000万元 且 chain ＝ textile')).toEqual([]);
  });
});

describe('figures', () => {
  test('that no calculation could keep exact are refused', () => {
    const too = (pay: string) => codes(withClause({ pay: JSON.stringify(pay) }))[0];
    expect(too(`${'9'.repeat(16)}元`)).toBe('policy-too-precise');
    expect(too('0.123456789元')).toBe('policy-too-precise');
    expect(too('999999999999999亿元')).toBe('policy-too-great');
    expect(too('营业收入 * 999999')).toBe('policy-too-great');
    expect(too('营业收入 / 0')).toBe('policy-divisor-zero');
    expect(too('营业收入 / (1 - 1)')).toBe('policy-divisor-zero');
    for (const value of ['.inf', '-.inf', '.nan', '1e400'])
      expect(withClause({ examples: `[{title: 例, facts: {revenue: ${value}}, pays: 0}]` }), value).not.toEqual([]);
    for (const percent of ['.nan', '.inf', '-50', '1e3', '"50"', '0x7fffffffffffffff'])
      expect(withClause({ payers: `[{payer: 市级, percent: ${percent}}]` }), percent).not.toEqual([]);
    for (const pays of ['1.5', '-1', '1e300', '"5"'])
      expect(withClause({ examples: `[{title: 例, facts: {}, pays: ${pays}}]` }), pays).not.toEqual([]);
  });

  test('double until they are too great, and no further', () => {
    const doubled = Array.from({ length: 99 }, (_, at) => ({
      ...{ id: `p${at}`, name: `数${at}` },
      values: [{ value: at === 0 ? '1元' : `p${at - 1} + p${at - 1}` }],
    }));
    expect(codes(faultsOf({ parameters: JSON.stringify(doubled) }))).toContain('policy-too-great');
  });
});

describe('size', () => {
  test('nothing stands too deep in itself', () => {
    expect(when(`${'('.repeat(300)}1${')'.repeat(300)} > 0`)).toEqual(['policy-formula-deep clauses/0/when/0']);
    for (const chain of ['- '.repeat(450), '非 '.repeat(450), '最小('.repeat(300)])
      expect(codes(when(`${chain}listed`))[0], chain.slice(0, 4)).toMatch(/^policy-formula-(?:deep|wants|end)$/u);
    const towers = (levels: number): string => (levels === 0 ? 'listed' : `{not: ${towers(levels - 1)}}`);
    expect(withClause({ when: `[${towers(6)}]`, examples: noExamples })[0]).toMatch(/^pack-shape clauses\/0/u);
    expect(faultsOf({ open: `${'['.repeat(30)}${']'.repeat(30)}` })[0]).toMatch(/^pack-too-deep/u);
    const blocks = Array.from({ length: 60 }, (_, at) => `${'  '.repeat(at)}a:\n`).join('');
    expect(refusalsOf(() => loadTexts(`kind: policy\n${blocks}`))[0]?.code).toMatch(/^pack-(?:too-deep|not-yaml)$/u);
  });

  test('nothing is longer than a document would have it', () => {
    const long = Array.from({ length: 400 }, () => '1元').join(' + ');
    expect(withClause({ pay: long })[0]).toMatch(/^pack-shape/u);
    const steps = (many: number) => Array.from({ length: many }, (_, at) => `{when: ">=", border: ${at}人, pay: 1元}`);
    const tiers = (many: number) => ({ pay: `{tiers: {of: staff, steps: [${steps(many).join(', ')}]}}` });
    expect(withClause(tiers(101))).toEqual(['pack-shape clauses/0/pay/tiers/steps']);
    expect(codes(withClause({ ...tiers(100), examples: noExamples }))).toEqual([]);
    const days = (parameter: number) =>
      Array.from({ length: 40 }, (_, at) => `{from: "20${26 + parameter}-01-${10 + (at % 20)}", value: ${at}元}`);
    const many = Array.from(
      { length: 4 },
      (_, at) => `{id: p${at}, name: 数${at}, values: [{value: 1元}, ${days(at).slice(1).join(', ')}]}`,
    );
    expect(faultsOf({ parameters: `[${many.join(', ')}]` })).toEqual(['policy-many-days parameters']);
  });

  test('thousands of clauses are not a document', () => {
    const [before = '', clause = ''] = toyText({}, { examples: noExamples }).split('clauses:\n');
    const text = (many: number) =>
      `${before}clauses:\n${Array.from({ length: many }, (_, at) => clause.replace('id: growth', `id: c${at}`)).join('')}`;
    expect(refusalsOf(() => loadTexts(text(301)))).toMatchObject([{ code: 'pack-shape', given: 301 }]);
    expect(loadTexts(text(100)).of(policyPack)[0]?.content.clauses).toHaveLength(100);
    // Each day on which a figure changes compiles all of them.
    const values = Array.from(
      { length: 39 },
      (_, at) => `{from: "2026-${at < 20 ? '01' : '02'}-${10 + (at % 18)}", value: 1元}`,
    );
    const dated = text(100).replace(
      'clauses:',
      `parameters: [{id: p, name: 数, values: [{value: 1元}, ${values.join(', ')}]}]\nclauses:`,
    );
    expect(refusalsOf(() => loadTexts(dated))).toMatchObject([{ code: 'policy-many-days', limit: 30 }]);
  });

  test('conditions in conditions are many, and end', () => {
    const any = (inner: string, many: number) => `{any: [${Array.from({ length: many }, () => inner).join(', ')}]}`;
    expect(withClause({ when: `[${any(any(any('listed', 30), 30), 9)}]`, examples: noExamples })).toEqual([]);
    expect(withClause({ when: `[${any('listed', 31)}]`, examples: noExamples })).toEqual([
      'pack-shape clauses/0/when/0/any',
    ]);
  });
});

describe('bombs', () => {
  const bombs: readonly (readonly [what: string, text: string, code: string])[] = [
    ['laughs', 'kind: &a [x, x]\nid: [*a, *a]\n', 'pack-alias'],
    ['merge', 'kind: policy\nbase: &b {a: 1}\nother: {<<: *b}\n', 'pack-alias'],
    ['itself', 'kind: policy\nid: &x [*x]\n', 'pack-alias'],
    ['function', 'kind: policy\nid: !!js/function "function(){globalThis.pwned=1}"\n', 'pack-not-yaml'],
    ['class', 'kind: policy\nid: !ruby/object:Gem x\n', 'pack-not-yaml'],
    ['doubled keys', 'kind: policy\nkind: facts\n', 'pack-not-yaml'],
    ['two documents', `${toyText()}---\n${toyText()}`, 'pack-not-yaml'],
  ];
  for (const [what, text, code] of bombs)
    test(what, () => {
      const refused = refusalsOf(() => loadTexts(text)).map((each) => each.code);
      expect(refused).toContain(code);
      expect('pwned' in globalThis).toBe(false);
    });
});

describe('a pack that turns on itself', () => {
  test('is refused: parameters see only those before them', () => {
    const cycle = (a: string, b: string) =>
      faultsOf({
        parameters: `[{id: a, name: 甲, values: [{value: ${a}}]}, {id: b, name: 乙, values: [{value: ${b}}]}]`,
      });
    expect(cycle('b', 'a')).toContain('policy-unknown-name parameters/0');
    expect(cycle('a', '1元')).toContain('policy-unknown-name parameters/0');
    expect(cycle('甲 + 1元', '1元')).toContain('policy-unknown-name parameters/0');
    expect(cycle('1元', '甲 + 甲')).toEqual([]);
    expect(cycle('营业收入', '1元')).toContain('policy-unknown-name parameters/0');
  });

  test('or another one is refused: groups and budgets name only what is there', () => {
    expect(codes(withClause({ group: 'growth' }))).toContain('policy-group-unknown');
    const budget = (covers: string) =>
      `[{id: b, name: 盘子, place: 一, amount: 5万元, covers: [${covers}], rule: pro-rata}]`;
    expect(faultsOf({ budgets: budget('b') })).toEqual(['policy-budget-covers budgets/0/covers/0']);
    expect(faultsOf({ budgets: budget('growth') })).toEqual([]);
  });
});
