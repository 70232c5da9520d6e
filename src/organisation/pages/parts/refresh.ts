import { useQueryClient } from '@tanstack/react-query';
import type { Endpoint } from '../../../../platform/http/endpoint.ts';
import { keyOf } from '../../../../platform/web/api.ts';
import { organisationApi } from '../../contract.ts';

/** Marks every answer about the organisation stale: a change of one record shows in the lists of others. */
export function useRefresh(): () => void {
  const client = useQueryClient();
  return () => {
    for (const endpoint of Object.values(organisationApi) as Endpoint[])
      if (endpoint.method === 'GET') void client.invalidateQueries({ queryKey: keyOf(endpoint) });
    void client.invalidateQueries({ queryKey: ['picks'] });
  };
}
