import { batchProgram, type CompiledPolicy, type Fact } from '../../domain/index.ts';
import { Cells } from './cells.ts';
import type { Dialect } from './dialect.ts';
import { identifier } from './quote.ts';
import { type PolicySql, sqlOf } from './statements.ts';
import type { DivisionName } from './summary.ts';

/** What may be asked: every award, what is not settled, the sums, cells that no fact may have. */
export const questions = ['awards', 'open', 'summary', 'faults'] as const;
export type SqlQuestion = (typeof questions)[number];

const about: Readonly<Record<SqlQuestion, string>> = {
  awards: '每一笔奖补：编号、条款、组、金额（元）和各方分担',
  open: '还没有定的：unknown 还不能断定，excluded 一律不给，exclusion unknown 还不知道给不给',
  summary: '汇总：各组、条款、地区、产业链、地市、分担方的笔数和金额（元）',
  faults: '填得不对、因此当作不知道的格',
};

/**
 * One SELECT that answers a question about some policies over a view of enterprises, with words: a row each, `id`, and a
 * column for each fact as people fill it in. Refuses nothing but what `sqlOf` does; the policies share one table of facts.
 */
export function policySql(
  policies: readonly CompiledPolicy[],
  dialect: Dialect,
  question: SqlQuestion,
  view = 'facts',
): string {
  const [first] = policies;
  if (first === undefined) throw new RangeError('no policy');
  const factOf = (name: DivisionName): Fact | null => {
    const number = name === 'region' ? undefined : first.facts.numberOf(name);
    return number === undefined ? null : first.facts.at(number);
  };
  // A view has a region as every file has; the others where the dictionary knows them.
  const all: readonly DivisionName[] = ['region', 'chain', 'city'];
  const divisions = question === 'summary' ? all.filter((name) => name === 'region' || factOf(name) !== null) : [];
  const sql = sqlOf(batchProgram(policies), first.facts, {
    ...{ dialect, divisions, table: 'stored', absent: new Set<number>(), full: new Set<number>() },
    note: (policy, clause) => noteOf(policies.find(({ id }) => id === policy)?.clauses[clause]),
  });
  const facts = sql.facts.map(({ fact }) => fact);
  const cells = new Cells(dialect, view.split('.').map(identifier).join('.'));
  const steps = cells.steps(
    facts,
    divisions.map((name) => [name, factOf(name)]),
  );
  const statement = question === 'faults' ? cells.faults(facts) : withSteps(steps, sql, question);
  return `${heading(policies, facts, question, view, divisions)}${statement};\n`;
}

const withSteps = (steps: string, sql: PolicySql, question: Exclude<SqlQuestion, 'faults'>): string => {
  const decided = `WITH ${steps},\ndecided AS MATERIALIZED (\n${sql.decide}\n)`;
  const query = sql[question];
  return query.startsWith('WITH ') ? `${decided},\n${query.slice('WITH '.length)}` : `${decided}\n${query}`;
};

function heading(
  policies: readonly CompiledPolicy[],
  facts: readonly Fact[],
  question: SqlQuestion,
  view: string,
  divisions: readonly DivisionName[],
): string {
  const own = new Set(facts.map(({ id }) => id));
  const lines = [
    about[question],
    ...policies.map(({ id, title, on, hash }) => `${title}（${id}），按 ${on} 算，资料包 ${hash}`),
    `取自 ${view}：一户一行；不知道的为 NULL，由它决定的就是“还不能断定”。要有这些列：`,
    '  id　编号',
    ...divisions.filter((name) => !own.has(name)).map((name) => `  ${name}　${divisionWords[name]}`),
    ...facts.map((fact) => `  ${fact.id}　${fact.name}，${formWords(fact)}`),
    ...(question === 'faults' ? [] : [`一步一步：${steps}`]),
    ...(policies.some(({ budgets }) => budgets.length > 0)
      ? ['金额是预算核减以前的；核减要看全部企业，请用 policy run']
      : []),
  ];
  return `${lines.map(comment).join('\n')}\n`;
}

const steps =
  'scaled 换成最小单位的整数；stored 去掉填错的格；judged 每一条自己给多少（元）；decided 同组就高、除去一律不给的；paid 留下有奖补的';

const divisionWords: Readonly<Record<DivisionName, string>> = { region: '地区', chain: '产业链', city: '地市' };

function formWords(fact: Fact): string {
  if (fact.type === 'flag') return '1 是，0 否';
  if (fact.type === 'choice') return fact.options.map(({ id, name }) => `${id} ${name}`).join('、');
  const decimals = fact.decimals === 0 ? '整数' : `最多 ${fact.decimals} 位小数`;
  return [...(fact.written === '' ? [] : [fact.written]), decimals].join('，');
}

const noteOf = (clause: CompiledPolicy['clauses'][number] | undefined): string | null =>
  clause === undefined ? null : comment(`${clause.place}　${clause.title}：${clause.sentence}`);

/** One line whatever it holds: a line break would end the comment. */
const comment = (text: string): string => `-- ${text.replaceAll(/[\p{C}\p{Zl}\p{Zp}]+/gu, ' ')}`.trimEnd();
