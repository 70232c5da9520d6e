import { useMay } from '../../../../platform/web/shell/session-context.ts';
import type { PlanDetailJson } from '../../contract.ts';
import type { Rights } from './workbench-context.ts';

/** What the post that is logged in may do with a plan; the server asks again. */
export function useRights({ sight }: PlanDetailJson): Rights {
  const [draft, review] = [useMay('plan.draft'), useMay('plan.review')];
  const [publish, assign] = [useMay('plan.publish'), useMay('plan.assign')];
  const mayExport = useMay('plan.export');
  const whole = sight === 'whole';
  return {
    draft: whole && draft,
    review: whole && review,
    publish: whole && publish,
    assign: whole && assign,
    // Whoever reads an edition may take it along, if he may take anything.
    export: mayExport,
  };
}
