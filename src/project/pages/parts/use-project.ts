import { useQueryClient } from '@tanstack/react-query';
import { keyOf, send } from '../../../../platform/web/api.ts';
import { notify } from '../../../../platform/web/feedback/toasts.ts';
import { type ProjectChangeJson, type ProjectJson, projectApi } from '../../contract.ts';

/** Takes in a project as the server answered it, and lets lists be read anew. */
export function useTakeProject(): (project: ProjectJson) => void {
  const client = useQueryClient();
  return (project) => {
    client.setQueryData(keyOf(projectApi.readProject, { projectId: project.id }, {}), project);
    for (const endpoint of [projectApi.listProjects, projectApi.totalProjects, projectApi.listPairs])
      void client.invalidateQueries({ queryKey: keyOf(endpoint) });
  };
}

/** Saves some parts of a project at the revision that is shown. */
export function useChange(project: ProjectJson): (change: ProjectChangeJson, done?: string) => Promise<void> {
  const take = useTakeProject();
  return async (change, done = '已保存。') => {
    const params = { projectId: project.id };
    take(await send(projectApi.changeProject, { params, body: { revision: project.revision, change } }));
    notify(done);
  };
}
