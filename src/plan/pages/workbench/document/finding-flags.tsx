import type { Dispatch } from 'react';
import { severitySign, severityWord } from '../../wording/words.ts';
import type { ViewChange } from '../view/view-state.ts';
import type { Mark } from './marks.ts';

interface Props {
  readonly marks: readonly Mark[];
  readonly onLook: Dispatch<ViewChange>;
}

/** Beside the paragraph: one button for each finding that begins in it. */
export function FindingFlags({ marks, onLook }: Props) {
  return (
    <div className="flags">
      {marks.map(({ id, severity }) => (
        <button
          key={id}
          type="button"
          tabIndex={-1}
          className={`flag flag-${severity}`}
          data-flag={id}
          aria-label={`体检${severityWord[severity!]}，查看`}
          title={`体检${severityWord[severity!]}`}
          onClick={() => onLook({ do: 'look', id, from: 'document', kind: 'finding' })}
        >
          {severitySign[severity!]}
        </button>
      ))}
    </div>
  );
}
