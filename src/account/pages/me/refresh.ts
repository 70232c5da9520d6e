import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { keyOf } from '../../../../platform/web/api.ts';
import { accountApi } from '../../contract.ts';

const everything = [accountApi.readOwnAccount, accountApi.readSession, accountApi.listSessions];

/** Reads one's account and session anew after something changed in them. */
export const refresh = (client: QueryClient): Promise<unknown> =>
  Promise.all(everything.map((endpoint) => client.invalidateQueries({ queryKey: keyOf(endpoint) })));

export function useRefresh(): () => Promise<unknown> {
  const client = useQueryClient();
  return () => refresh(client);
}
