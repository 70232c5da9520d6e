/** The thread that writes, checks and fills documents; see pool.ts. */
import { answerTasks } from '../../jobs/index.ts';
import { checkTemplateHere } from '../template/check.ts';
import { fillTemplateHere } from '../template/fill.ts';
import { composeDocx } from '../write/compose.ts';
import type { DocumentTask } from './tasks.ts';

answerTasks(async (task: DocumentTask, tell): Promise<unknown> => {
  switch (task.kind) {
    case 'write':
      return composeDocx(task.document, tell);
    case 'check':
      return checkTemplateHere(task.template, task.fields);
    case 'fill':
      return fillTemplateHere(task.template, task.fields, task.values, tell);
  }
});
