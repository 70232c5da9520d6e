import { RefusalError } from '../../kernel/index.ts';
import type { CompiledPolicy } from '../domain/index.ts';
import { duckdb, mostClauses, policySql, postgres, questions } from '../store/sql/index.ts';

/**
 * Policies as one SELECT over a view of enterprises: see `policySql`. Refuses no policy at all, too many clauses for one
 * statement, and a dialect or question that is not known.
 */
export function policySqlText(
  policies: readonly CompiledPolicy[],
  dialect: string,
  question: string,
  view: string,
): string {
  const [spoken, asked] = [
    [postgres, duckdb].find(({ name }) => name === dialect),
    questions.find((each) => each === question),
  ];
  if (spoken === undefined)
    throw new RefusalError({ code: 'option-value-unknown', field: '--dialect', given: dialect });
  if (asked === undefined) throw new RefusalError({ code: 'option-value-unknown', field: '--query', given: question });
  const clauses = policies.reduce((sum, policy) => sum + policy.clauses.length, 0);
  if (clauses === 0) throw new RefusalError({ code: 'run-nothing', field: 'policy sql' });
  if (clauses > mostClauses)
    throw new RefusalError({ code: 'run-clauses-many', field: 'policy sql', given: clauses, limit: mostClauses });
  return policySql(policies, spoken, asked, view);
}
