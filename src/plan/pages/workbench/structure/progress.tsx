import { useWorkbench } from '../workbench-context.ts';

/** How much of the draft has been looked at. */
export function Progress() {
  const { version, reviewable } = useWorkbench();
  const { counts, items } = version;
  const all = items.length;
  const done = all - counts.unreviewed;
  if (!reviewable || all === 0) return null;
  return (
    <div className="review-progress">
      <progress value={done} max={all} aria-label="核对进度" />
      <span>
        已核 {done} / {all}
        {counts.unreviewed === 0 ? '，全部核完' : `，还有 ${counts.unreviewed} 条待核`}
      </span>
    </div>
  );
}
