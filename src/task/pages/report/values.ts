import { readFigure } from '../../../../platform/web/grid/figure-text.ts';
import type { DeliverableJson, DutyJson, TaskJson } from '../../contract.ts';
import type { KeptReport } from './kept.ts';

/** The figures that a unit tells of its duty: its own, and those of the leads where it leads. */
export const figuresOf = (
  { deliverables }: Pick<TaskJson, 'deliverables'>,
  { id, role }: Pick<DutyJson, 'id' | 'role'>,
) =>
  deliverables.filter(
    ({ counts, dutyId }) => counts === 'reported' && (dutyId === null ? role === 'lead' : dutyId === id),
  );

/** What is wrong with what was typed, by field; nothing when it can be sent. */
export function faultsOf(
  report: Pick<KeptReport, 'words' | 'figures'>,
  figures: readonly Pick<DeliverableJson, 'id' | 'unit' | 'decimals'>[],
): Readonly<Record<string, string>> {
  const faults: Record<string, string> = {};
  let told = 0;
  for (const { id, unit, decimals } of figures) {
    const read = readFigure(report.figures[id] ?? '', { unit, decimals });
    if (read.kind === 'unreadable') faults[id] = `${read.why.replace('这一列', '这里')}。`;
    if (read.kind === 'none') faults[id] = '没有数就空着，在下面写明原因。';
    if (read.kind === 'figure' && read.value < 0) faults[id] = '不能小于 0。';
    if (read.kind !== 'blank') told += 1;
  }
  if (told === 0 && report.words.trim() === '') faults.words = '请写一句到了哪一步，或者填一个数。';
  return faults;
}

/** Whether anything was written at all. */
export const isSome = ({
  words,
  problem,
  help,
  figures,
  files,
}: Pick<KeptReport, 'words' | 'problem' | 'help' | 'figures' | 'files'>): boolean =>
  files.length > 0 || [words, problem, help, ...Object.values(figures)].some((text) => text.trim() !== '');
