import { type Static, Type } from 'typebox';
import type { Fact } from '../domain/check/facts.ts';
import type { Figure } from '../domain/report/proposal.ts';
import type { TrialReport } from '../domain/report/trial.ts';
import { closed, Day, nullable, PackHash, PolicyId } from './shape.ts';

/** Trying a changed policy on enterprises before anybody signs it. */

/** The figures of a policy that may be changed, and what its facts are called. */
export const FiguresSchema = Type.Object(
  {
    ...{ policyId: PolicyId, title: Type.String(), hash: PackHash, on: Day },
    figures: Type.Array(
      Type.Unsafe<Figure>({ type: 'object', description: '一个参数：当天的值、单位、界限、以后的值' }),
    ),
    facts: Type.Array(Type.Unsafe<Fact>({ type: 'object', description: '要用到的事实，就是文件的列' })),
    clauses: Type.Array(Type.Object({ id: Type.String(), title: Type.String() }, closed)),
    groups: Type.Array(Type.Object({ id: Type.String(), name: Type.String() }, closed)),
    budgets: Type.Array(
      Type.Object({ name: Type.String(), available: Type.Integer({ minimum: 0, description: '元' }) }, closed),
    ),
    valid: Type.Object({ from: nullable(Day), to: nullable(Day) }, closed),
  },
  closed,
);

/** One changed figure, in the JSON of `changes`. */
export const ChangeSchema = Type.Object(
  {
    parameter: Type.String({ maxLength: 60 }),
    value: Type.String({ minLength: 1, maxLength: 100 }),
    from: nullable(Day),
  },
  closed,
);
export const ChangesSchema = Type.Array(ChangeSchema, { maxItems: 100 });

const yuan = (description: string) => Type.Integer({ minimum: 0, maximum: 1_000_000_000_000, description });

/** Stands in the address, so that the body is the file and nothing else. */
export const TrialQuery = Type.Object(
  {
    on: Day,
    changes: Type.Optional(
      Type.String({ maxLength: 8000, description: '改动的参数，JSON：[{parameter, value, from}]' }),
    ),
    permille: Type.Optional(Type.Integer({ minimum: 0, maximum: 200, description: '离门槛千分之几算近' })),
    least: Type.Optional(yuan('差多少元以上算断崖')),
    budget: Type.Optional(yuan('预算，元')),
    from: Type.Optional(Day),
    to: Type.Optional(Day),
    /** Without a file. */
    demo: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000, description: '用几户虚构企业，不传文件' })),
    seed: Type.Optional(Type.Integer({ minimum: 0, maximum: 4_294_967_295 })),
  },
  closed,
);
export const TrialExportQuery = Type.Object({ ...TrialQuery.properties, format: Type.Enum(['xlsx', 'csv']) }, closed);

export type FiguresJson = Static<typeof FiguresSchema>;
export type ChangeJson = Static<typeof ChangeSchema>;
export type TrialQueryJson = Static<typeof TrialQuery>;

/** What a trial answers in the end, beside the report itself. */
export interface TrialAnswer {
  readonly policyId: string;
  readonly title: string;
  readonly hash: string;
  readonly on: string;
  readonly changes: readonly ChangeJson[];
  /** Columns that a file lacks: what turns on them cannot be told. */
  readonly absent: readonly string[];
  /** Of invented people the number that they are made of. */
  readonly people: { readonly kind: 'file'; readonly name: string } | { readonly kind: 'demo'; readonly seed: number };
  readonly report: TrialReport;
}

/** One event of the stream: how far it is, and in the end what came out or why nothing did. */
export type TrialEvent =
  | { readonly kind: 'progress'; readonly done: number; readonly of: number; readonly rows: number }
  | { readonly kind: 'report'; readonly answer: TrialAnswer }
  | { readonly kind: 'refused'; readonly refusals: readonly { readonly code: string; readonly message: string }[] };
