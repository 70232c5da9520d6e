import type { LoadedPack, PackFault } from '../../kernel/index.ts';
import type { Registers } from '../domain/register/index.ts';
import type { PlanContent } from './plan-schema.ts';

/** What a plan names elsewhere exists: its region, its chains, its parent plans, the edition it replaces, table columns. */
export function checkLinks(
  plan: PlanContent,
  registers: Registers,
  plans: readonly LoadedPack<PlanContent>[],
): PackFault[] {
  const regions = new Set(registers.regions.map((r) => r.code));
  const chains = new Set(registers.chains.map((c) => c.id));
  const others = new Set(plans.map((p) => p.id).filter((other) => other !== plan.id));
  const missing = (
    known: ReadonlySet<string>,
    what: string | null,
    code: string,
    path: PackFault['path'],
  ): PackFault[] => (what === null || known.has(what) ? [] : [{ code, path, given: what }]);
  return [
    ...missing(regions, plan.region, 'pack-region-unknown', ['region']),
    ...plan.chains.flatMap((chain, i) => missing(chains, chain, 'pack-chain-unknown', ['chains', i])),
    ...plan.parents.flatMap((p, i) => missing(others, p.pack, 'pack-plan-unknown', ['parents', i, 'pack'])),
    ...missing(others, plan.replaces, 'pack-plan-unknown', ['replaces']),
    ...plan.tables.flatMap((table, t) => [
      ...table.columns.flatMap((c, i) =>
        missing(regions, c.region, 'pack-region-unknown', ['tables', t, 'columns', i, 'region']),
      ),
      ...table.rows.flatMap((r, i) =>
        missing(chains, r.chain, 'pack-chain-unknown', ['tables', t, 'rows', i, 'chain']),
      ),
    ]),
  ];
}
