import { type DutyRowJson, dutyLabels, type TaskRowJson, taskLabels } from '../contract.ts';

/** Cells of the exported lists. */

const yesNo = (yes: boolean, labels: Readonly<Record<string, string>> | undefined) =>
  labels?.[yes ? 'yes' : 'no'] ?? null;
const names = (some: readonly { readonly name: string }[]) => some.map(({ name }) => name).join('、');

const ofTask: Readonly<Record<string, (row: TaskRowJson) => string | number | null>> = {
  title: ({ title }) => title,
  light: ({ light }) => taskLabels.light?.[light] ?? light,
  state: ({ state }) => taskLabels.state?.[state] ?? state,
  lead: ({ leads }) => names(leads),
  unit: ({ leads, cooperating }) => `${names(leads)}${cooperating === 0 ? '' : `，配合 ${cooperating} 个`}`,
  chain: ({ chains }) => names(chains),
  region: ({ regionName }) => regionName,
  source: ({ source }) => taskLabels.source?.[source.kind] ?? source.kind,
  sourceName: ({ source }) => source.words,
  kind: ({ kind }) => taskLabels.kind?.[kind] ?? kind,
  dueOn: ({ dueOn }) => dueOn,
  firstDueOn: ({ firstDueOn }) => firstDueOn,
  progress: ({ progress }) => progress,
  reportedOn: ({ reportedOn }) => reportedOn,
  help: ({ help }) => yesNo(help, taskLabels.help),
  disputed: ({ disputed }) => yesNo(disputed, taskLabels.disputed),
  createdOn: ({ createdOn }) => createdOn,
};

const ofDuty: Readonly<Record<string, (row: DutyRowJson) => string | number | null>> = {
  title: ({ title }) => title,
  light: ({ light }) => dutyLabels.light?.[light] ?? light,
  unit: ({ unit }) => unit.name,
  role: ({ role }) => dutyLabels.role?.[role] ?? role,
  state: ({ state }) => dutyLabels.state?.[state] ?? state,
  part: ({ part }) => part,
  chain: ({ chains }) => names(chains),
  dueOn: ({ dueOn }) => dueOn,
  firstDueOn: ({ firstDueOn }) => firstDueOn,
  reportedOn: ({ reportedOn }) => reportedOn,
  help: ({ help }) => help,
  extensionTo: ({ extensionTo }) => extensionTo,
  urgedTimes: ({ urgedTimes }) => urgedTimes,
};

export const taskCell = (row: TaskRowJson, column: string): string | number | null => ofTask[column]?.(row) ?? null;
export const dutyCell = (row: DutyRowJson, column: string): string | number | null => ofDuty[column]?.(row) ?? null;
