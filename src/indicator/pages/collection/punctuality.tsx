import { punctualityNames, type SheetRowJson } from '../../contract.ts';

/** How a report stands with its deadline. Only what is still missing is a matter of alarm. */
export function Punctuality({ row: { state, punctuality } }: { readonly row: SheetRowJson }) {
  const isIn = state === 'submitted' || state === 'approved';
  if (punctuality === 'late') return isIn ? '迟报' : <span className="sheet-late">{punctualityNames.late}</span>;
  return isIn ? '按时' : punctualityNames[punctuality];
}

/** Somebody and when, one below the other. */
export const ByAndWhen = ({ by, when }: { readonly by: string | null; readonly when: string }) => (
  <div className="sheet-name">
    {by ?? ''}
    <small>{when}</small>
  </div>
);
