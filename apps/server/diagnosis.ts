import type { FastifyInstance } from 'fastify';
import { asSystem, type Kysely } from '../../platform/db/index.ts';
import type { NoteFault } from '../../platform/http/errors.ts';
import { type Rounds, startRounds } from '../../platform/jobs/index.ts';
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

/** A reminder is due from the first minute of its day; some minutes are no matter. */
const remindersRestMs = 10 * 60_000;

/** Reminds, from now on, whoever has handed in nothing of rounds that soon end. */
export async function startDiagnoses(
  { db, clock, newId }: Pick<PlanDeps, 'db' | 'clock' | 'newId'>,
  noteFault: NoteFault,
): Promise<Rounds> {
  const { keepCampaigns } = await loadDiagnosisServer();
  const deps = { db: db as unknown as Kysely<DiagnosisTables>, clock, newId };
  const round = () => keepCampaigns(deps);
  const onFault = (cause: unknown) => noteFault('diagnosis', cause);
  return asSystem(() => startRounds({ round, onFault, restMs: remindersRestMs }));
}
