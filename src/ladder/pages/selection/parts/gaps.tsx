import { verdictWords } from './use-selection.ts';

interface Props {
  readonly verdict: string;
  readonly gaps: readonly string[];
  readonly missing: readonly string[];
}

/** Whether the conditions are met; what is short and what is not known. */
export function Gaps({ verdict, gaps, missing }: Props) {
  return (
    <>
      <strong>{verdictWords[verdict] ?? verdict}</strong>
      {verdict !== 'met' && gaps.length > 0 && (
        <ul className="selection-gaps">
          {gaps.map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
      )}
      {missing.length > 0 && <small>还不知道：{missing.join('、')}</small>}
    </>
  );
}
