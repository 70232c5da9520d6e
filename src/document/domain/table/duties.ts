import type { TaskItem } from '../model.ts';
import type { Profile } from '../reading.ts';
import { deadlinesIn } from '../task/deadline.ts';
import { looksLikeUnits, splitUnits } from '../task/units.ts';
import type { Grid } from './grid.ts';
import type { Column } from './headings.ts';

/** Rows of a table that names responsible units, as tasks. `prefix` is the number path of the heading it stands under. */
export function dutiesOf(
  grid: Grid,
  headers: number,
  columns: readonly Column[],
  prefix: string,
  path: readonly string[],
  profile: Profile,
): TaskItem[] {
  const at = (role: Column['role']): number[] => columns.flatMap((c, i) => (c.role === role ? [i] : []));
  const leadColumns = at('lead');
  const unitColumns = at('units');
  if (leadColumns.length + unitColumns.length === 0) return [];
  const named = grid.rows
    .slice(headers)
    .flatMap((row) => [...leadColumns, ...unitColumns].map((i) => row[i]?.text ?? ''))
    .filter((t) => t.length > 0);
  if (named.filter((t) => looksLikeUnits(t)).length * 2 < named.length) return [];
  const titles = at('title').concat(at('content'), at('metric'));
  const tasks: TaskItem[] = [];
  grid.rows.slice(headers).forEach((row, r) => {
    const text = (i: number | undefined): string => (i === undefined ? '' : (row[i]?.text ?? ''));
    const leads = leadColumns.flatMap((i) => splitUnits(text(i)));
    const others = unitColumns.flatMap((i) => splitUnits(text(i)));
    const units = [...new Set([...leads, ...others])].filter((u) => u.length >= 2);
    if (units.length === 0 || row.every((c, i) => c.text === columns[i]?.path.at(-1))) return;
    const number =
      at('number')
        .map(text)
        .find((t) => /^\d+$/.test(t)) ?? String(r + 1);
    const title = titles.map(text).find((t) => t.length > 0) ?? null;
    const due = at('due').map(text).join('；');
    const content = at('content').map(text).join('');
    const words = due || content;
    const first = row.find((c) => c.text !== '');
    tasks.push({
      start: first?.start ?? row[0]!.start,
      end: row.at(-1)!.end,
      no: [prefix, number].filter(Boolean).join('/'),
      title: title ? title.slice(0, 60) : null,
      text: row.map((c) => c.text).join('\t'),
      lead: leads[0] ?? units[0] ?? null,
      coLeads: leads.length > 1 ? leads : [],
      units,
      inheritedUnits: [],
      groups: [],
      deadlines: deadlinesIn(words, 0, words.length, profile),
      recurring: /每月/.test(words)
        ? ['monthly']
        : /每季/.test(words)
          ? ['quarterly']
          : /每年|长期/.test(words)
            ? ['yearly']
            : [],
      path,
      confidence: 0.9,
      rejected: [],
    });
  });
  return tasks;
}
