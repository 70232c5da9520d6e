import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query';
import { keyOf, queryFor } from '../../../../platform/web/api.ts';
import { type EnterpriseJson, enterpriseApi } from '../../contract.ts';

/** What may have become other when an enterprise did. */
function forget(client: QueryClient): void {
  for (const endpoint of [
    ...[enterpriseApi.listEnterprises, enterpriseApi.totalEnterprises, enterpriseApi.readHistory],
    ...[enterpriseApi.listRequests, enterpriseApi.readRequest, enterpriseApi.readCode],
  ])
    void client.invalidateQueries({ queryKey: keyOf(endpoint) });
}

/** Takes in an enterprise as the server answered it, and lets lists be read anew. */
export function useTakeEnterprise(): (enterprise: EnterpriseJson) => void {
  const client = useQueryClient();
  return (enterprise) => {
    client.setQueryData(keyOf(enterpriseApi.readEnterprise, { enterpriseId: enterprise.id }, {}), enterprise);
    forget(client);
  };
}

/** Lets an enterprise be read anew, where the answer told of something else. */
export function useEnterpriseChanged(): () => void {
  const client = useQueryClient();
  return () => {
    void client.invalidateQueries({ queryKey: keyOf(enterpriseApi.readEnterprise) });
    forget(client);
  };
}

/** An enterprise, now or on a day. */
export const enterpriseQuery = (enterpriseId: string, asOf?: string) =>
  queryFor(enterpriseApi.readEnterprise, { params: { enterpriseId }, query: asOf === undefined ? {} : { asOf } });

/** Titles, figures and tags that there are. */
export const useWords = () => useQuery({ ...queryFor(enterpriseApi.readWords, {}), staleTime: 300_000 });
