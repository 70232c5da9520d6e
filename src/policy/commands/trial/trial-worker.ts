import { answerTasks } from '../../../../platform/jobs/index.ts';
import { runTrial, trialLines } from './run-trial.ts';
import { trialWorkbook } from './sheets.ts';
import type { TrialTask } from './task.ts';

answerTasks(async (task: TrialTask) => {
  if (task.want === 'csv') return trialLines(task);
  const answer = await runTrial(task);
  return task.want === 'xlsx' ? trialWorkbook(answer, task) : answer;
});
