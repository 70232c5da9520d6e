import type { Axis } from './axis.ts';
import { barOf, linkPath, rowHeight } from './bar.ts';
import type { TimelineRows } from './use-rows.ts';

interface Props {
  readonly axis: Axis;
  readonly rows: TimelineRows;
  readonly first: number;
  readonly last: number;
  readonly today: string;
}

/** As many as are drawn at once: more would be a carpet. */
const most = 400;

/** Lines from what has to be done first to what waits for it, where one of the two is in sight and both are known. */
export function Links({ axis, rows, first, last, today }: Props) {
  const lines: { readonly key: string; readonly path: string; readonly late: boolean }[] = [];
  for (const { row, at } of rows.known.values()) {
    for (const id of row.dependsOn) {
      const before = rows.known.get(id);
      if (before === undefined || lines.length >= most) continue;
      if (Math.max(at, before.at) < first || Math.min(at, before.at) > last) continue;
      const from = barOf(axis, before.row, today);
      const into = barOf(axis, row, today);
      lines.push({
        key: `${id} ${row.id}`,
        path: linkPath({ end: from.end, top: middle(before.at) }, { start: into.start, top: middle(at) }),
        late: from.end > into.end,
      });
    }
  }
  if (lines.length === 0) return null;
  return (
    <svg className="timeline-links" width={axis.width} height="100%" aria-hidden="true">
      <defs>
        <marker id="timeline-arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto">
          <path d="M0,0.5L7,4L0,7.5Z" />
        </marker>
      </defs>
      {lines.map(({ key, path, late }) => (
        <path
          key={key}
          className="timeline-link"
          data-late={late || undefined}
          d={path}
          markerEnd="url(#timeline-arrow)"
        />
      ))}
    </svg>
  );
}

const middle = (at: number): number => at * rowHeight + rowHeight / 2;
