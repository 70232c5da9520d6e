import { useQuery } from '@tanstack/react-query';
import { queryFor } from '../../../../platform/web/api.ts';
import { type ProjectRowJson, projectApi } from '../../../project/contract.ts';
import type { EnterpriseJson } from '../../contract.ts';

const most = 50;

/** Projects that an enterprise invests in: by its name now and by those that it had. */
export function useProjectsOf({ name, content }: EnterpriseJson) {
  const filter = JSON.stringify({ enterprise: { has: name } });
  const answer = useQuery(queryFor(projectApi.listProjects, { query: { filter, box: 'all', pageSize: most } }));
  const names = [name, ...content.otherNames];
  const projects: readonly ProjectRowJson[] | undefined = answer.data?.rows.filter((row) =>
    names.includes(row.enterprise),
  );
  return { projects, error: answer.error, retry: () => void answer.refetch() };
}
