import type { PolicySource } from '../source.ts';

/** Whom a clause is for. */
export type Audience = 'firm' | 'person';
export const audiences = ['firm', 'person'] as const satisfies readonly Audience[];

/** Words for those who are no single person. Not 机构, 平台, 项目: people are cared for in institutions too. */
const firms = /企业|公司|协会|商会|园区|开发区|县区|集群|合作社|个体工商户|院校/u;
const people = /个人|居民|家庭|户籍|残疾人|老年人|职工|人才|学生|毕业生|购房|购买|农户|本人|监护人/u;

/**
 * Whom a clause is for, by the words of its beneficiary. Where people are named, it is for people, whoever cares for them;
 * where nobody is, for firms, which nearly all support is for.
 */
export const audienceOf = (beneficiary: string): Audience =>
  people.test(beneficiary) && !/企业|公司/u.test(beneficiary) ? 'person' : 'firm';

/** Numbers of the clauses of a policy that are for this audience; of a beneficiary in doubt the whole policy decides. */
export function clausesFor({ clauses }: PolicySource, audience: Audience): ReadonlySet<number> {
  const sure = clauses.map((clause) => (isNamed(clause.for) ? audienceOf(clause.for) : null));
  const named = sure.filter((each) => each !== null);
  const usual: Audience = named.length > 0 && named.every((each) => each === 'person') ? 'person' : 'firm';
  return new Set(sure.flatMap((each, at) => ((each ?? usual) === audience ? [at] : [])));
}

const isNamed = (beneficiary: string): boolean => firms.test(beneficiary) || people.test(beneficiary);
