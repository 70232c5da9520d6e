import type { CycleRowJson } from '../../contract.ts';

/** How much of what is wanted has come: in time, late, missing. */
export function ProgressBar({ progress }: { readonly progress: NonNullable<CycleRowJson['progress']> }) {
  const { asked, reported, late } = progress;
  const parts = [
    { key: 'told', name: '按时报了', count: reported - late },
    { key: 'late', name: '迟报', count: late },
    { key: 'missing', name: '没有报', count: asked - reported },
  ];
  return (
    <div className="cycle-progress">
      <div className="cycle-bar" aria-hidden="true">
        {parts.map(({ key, count }) => count > 0 && <span key={key} data-part={key} style={{ flexGrow: count }} />)}
      </div>
      <ul aria-label="报送情况">
        {parts.map(({ key, name, count }) => (
          <li key={key} data-part={key}>
            {name} <b>{count}</b> 项
          </li>
        ))}
      </ul>
    </div>
  );
}
