import { useQueryClient } from '@tanstack/react-query';
import { keyOf } from '../../../../platform/web/api.ts';
import { type TaskJson, tasksApi } from '../../contract.ts';

/** Puts the task as it stands after a move in its place, and has everything that shows it read anew. */
export function useChanged(): (task: TaskJson) => void {
  const client = useQueryClient();
  return (task) => {
    client.setQueryData(keyOf(tasksApi.readTask, { taskId: task.id }), task);
    const others = [tasksApi.listTasks, tasksApi.listDuties, tasksApi.countTasks, tasksApi.taskBoard];
    for (const endpoint of [...others, tasksApi.taskCalendar])
      void client.invalidateQueries({ queryKey: keyOf(endpoint) });
  };
}
