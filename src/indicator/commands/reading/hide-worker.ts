import { answerTasks } from '../../../../platform/jobs/index.ts';
import { suppress } from '../../domain/suppress/suppress.ts';
import type { TableToHide } from './hide.ts';

answerTasks(({ rows, columns, cells }: TableToHide) => suppress(rows, columns, cells));
