import { useQuery, useQueryClient } from '@tanstack/react-query';
import { keyOf, queryFor } from '../../../../platform/web/api.ts';
import { enterpriseApi } from '../../contract.ts';
import { useEnterpriseChanged } from '../parts/use-enterprise.ts';

const most = 100;

/** All promises of an enterprise, as they stood on a day; null: as they stand now. */
export const promisesQuery = (enterpriseId: string, on: string | null) =>
  queryFor(enterpriseApi.listPromises, {
    query: { enterpriseId, box: 'all', pageSize: most, ...(on !== null && { on }) },
  });
export const usePromises = (enterpriseId: string, on: string | null) => useQuery(promisesQuery(enterpriseId, on));

/** Lets promises and the history of their enterprises be read anew. */
export function usePromisesChanged(): () => void {
  const client = useQueryClient();
  const changed = useEnterpriseChanged();
  return () => {
    void client.invalidateQueries({ queryKey: keyOf(enterpriseApi.listPromises) });
    changed();
  };
}
