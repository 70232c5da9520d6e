import { dutyStateNames, taskStateNames } from '../../domain/index.ts';
import './parts.css';

type DutyState = keyof typeof dutyStateNames;
type TaskState = keyof typeof taskStateNames;

export const TaskStateTag = ({ state }: { readonly state: TaskState }) => (
  <span className={`task-state task-state-${state}`}>{taskStateNames[state]}</span>
);

export const DutyStateTag = ({ state }: { readonly state: DutyState }) => (
  <span className={`task-state task-state-${state}`}>{dutyStateNames[state]}</span>
);
