import type { PackKind, PackLibrary, PackName } from '../kernel/index.ts';
import type { PlanContent } from '../plan/index.ts';
import type { FactTable } from './domain/index.ts';
import { checkPolicy } from './pack/check-policy.ts';
import { checkFacts, factTable } from './pack/fact-table.ts';
import { type FactsContent, factsSchema } from './pack/facts-schema.ts';
import { type PolicyContent, policySchema } from './pack/policy-schema.ts';

export { rowOf as rowOfGiven } from './pack/examples.ts';
export type { FactsContent } from './pack/facts-schema.ts';
export { conditionSchema, type PolicyContent, parameterSchema } from './pack/policy-schema.ts';

/** Plans are only looked up: loading all that makes them would double the time a policy takes to start. */
const plans: PackName<PlanContent> = { name: 'plan' };

/** The facts that clauses are written over; see docs/packs.md. */
export const factsPack: PackKind<FactsContent> = {
  name: 'facts',
  schema: factsSchema,
  check: (pack, library) => checkFacts(pack, library.of(factsPack)),
};

/** The support clauses of one document as rules; see docs/packs.md. */
export const policyPack: PackKind<PolicyContent> = {
  name: 'policy',
  schema: policySchema,
  check: (pack, library) => checkPolicy(pack, factTableOf(library), library.of(plans)),
};

export const policyPackKinds = [factsPack, policyPack] as const;

/** The facts of a library, all files together. */
export const factTableOf = (library: PackLibrary): FactTable => factTable(library.of(factsPack));
