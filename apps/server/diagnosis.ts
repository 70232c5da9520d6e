import type { FastifyInstance } from 'fastify';
import type { Kysely } from '../../platform/db/index.ts';
import {
  type DiagnosisDeps,
  type DiagnosisTables,
  loadDiagnosisServer,
  questionnairesOf,
} from '../../src/diagnosis/index.ts';
import type { PlanDeps } from '../../src/plan/index.ts';
import type { PolicyDeps } from '../../src/policy/index.ts';
import { programLibrary } from './library.ts';

/** What the slice of diagnoses needs, on the same database as everything else; clauses come from the shelf of policies. */
export function diagnosisDeps(
  { db, clock, newId }: Pick<PlanDeps, 'db' | 'clock' | 'newId'>,
  { shelf }: Pick<PolicyDeps, 'shelf'>,
): DiagnosisDeps {
  return {
    ...{
      db: db as unknown as Kysely<DiagnosisTables>,
      clock,
      newId,
      questionnaires: questionnairesOf(programLibrary()),
    },
    clausesOver: (facts, on) => {
      const { facts: table, policies, packs } = shelf.inForce(on);
      return policies.flatMap((policy, i) =>
        policy.clauses
          .filter((clause) => clause.facts.some((at) => facts.includes(table.facts[at]?.id ?? '')))
          .map((clause) => ({
            ...{ policyId: packs[i]?.id ?? '', policyTitle: policy.title, clauseId: clause.id, title: clause.title },
            ...{ place: clause.place, words: clause.sentence },
          })),
      );
    },
  };
}

/** Digital diagnosis of enterprises. */
export async function diagnosisRoutes(app: FastifyInstance, deps: DiagnosisDeps): Promise<void> {
  const { routes } = await loadDiagnosisServer();
  routes(app, deps);
}
