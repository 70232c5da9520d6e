import type { PlanFinding } from '../../../domain/model.ts';
import { selectPlace } from '../document/text-range.ts';
import { useWorkbench } from '../workbench-context.ts';

const AROUND = 16;

/** The other places that belong to a finding: those of this document can be gone to. */
export function RelatedPlaces({ finding }: { readonly finding: PlanFinding }) {
  const { version, change } = useWorkbench();
  const { source } = version;
  if (finding.related.length === 0) return null;
  const words = (start: number, end: number): string => {
    const text = source.text.slice(start - source.start, end - source.start).replace(/\s+/g, ' ');
    return text.length > AROUND * 2 ? `${text.slice(0, AROUND)}…${text.slice(-AROUND)}` : text;
  };
  const show = (start: number, end: number): void => {
    change({ do: 'side', side: 'document' });
    requestAnimationFrame(() => {
      const pane = document.querySelector<HTMLElement>('.document-scroll');
      if (pane === null) return;
      selectPlace(pane, { start, end });
      getSelection()?.focusNode?.parentElement?.scrollIntoView({ block: 'center' });
    });
  };
  return (
    <ul className="related">
      {finding.related.map(({ start, end, document: title }) => (
        <li key={`${title} ${start} ${end}`}>
          {title === null ? (
            <button type="button" className="link-button" onClick={() => show(start, end)}>
              对照：{words(start, end)}
            </button>
          ) : (
            `对照上位规划《${title}》`
          )}
        </li>
      ))}
    </ul>
  );
}
