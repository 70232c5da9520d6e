import { useQueryClient } from '@tanstack/react-query';
import { keyOf, queryFor } from '../../../../platform/web/api.ts';
import { type EnterpriseAppealJson, enterpriseApi } from '../../contract.ts';

const most = 20;

export const appealQuery = (appealId: string) => queryFor(enterpriseApi.readAppeal, { params: { appealId } });
/** What an enterprise asked for help with, the newest first. */
export const appealsQuery = (enterpriseId: string) =>
  queryFor(enterpriseApi.listAppeals, { query: { enterpriseId, box: 'all', sort: '-raisedAt', pageSize: most } });

/** Takes in an appeal as the server answered it, and lets lists be read anew. */
export function useTakeAppeal(): (appeal: EnterpriseAppealJson) => void {
  const client = useQueryClient();
  return (appeal) => {
    client.setQueryData(keyOf(enterpriseApi.readAppeal, { appealId: appeal.id }), appeal);
    void client.invalidateQueries({ queryKey: keyOf(enterpriseApi.listAppeals) });
  };
}
