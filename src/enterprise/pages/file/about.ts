import type { FilePartProps } from '../../../../platform/web/shell/file-parts.ts';
import type { EnterpriseJson } from '../../contract.ts';

/** What the parts of other slices are told of the enterprise. */
export const aboutOf = (enterprise: EnterpriseJson, own: boolean): FilePartProps => ({
  enterprise: {
    ...{ id: enterprise.id, code: enterprise.code, name: enterprise.name, regionId: enterprise.region.id },
    ...{ unitId: enterprise.unit?.id ?? null, chainId: enterprise.chain?.id ?? null },
  },
  asOf: enterprise.asOf,
  own,
});
