import { useQuery, useQueryClient } from '@tanstack/react-query';
import { keyOf, queryFor } from '../../../../platform/web/api.ts';
import { type EnterpriseGrantsJson, enterpriseApi } from '../../contract.ts';
import { useEnterpriseChanged } from '../parts/use-enterprise.ts';

/** What an enterprise was granted, up to a day; null: up to now. */
export const grantsQuery = (enterpriseId: string, on: string | null) =>
  queryFor(enterpriseApi.listGrants, { params: { enterpriseId }, query: on === null ? {} : { on } });
export const useGrants = (enterpriseId: string, on: string | null) => useQuery(grantsQuery(enterpriseId, on));

/** Takes in grants as the server answered them; promises and the history may have become other with them. */
export function useTakeGrants(): (enterpriseId: string, grants: EnterpriseGrantsJson) => void {
  const client = useQueryClient();
  const changed = useEnterpriseChanged();
  return (enterpriseId, grants) => {
    client.setQueryData(keyOf(enterpriseApi.listGrants, { enterpriseId }, {}), grants);
    for (const endpoint of [enterpriseApi.listPromises, enterpriseApi.readFacts])
      void client.invalidateQueries({ queryKey: keyOf(endpoint) });
    changed();
  };
}
