import { Button } from 'antd';
import { useSyncExternalStore } from 'react';
import type { Sheet } from '../sheet.ts';
import { useSheet } from '../use-grid.ts';
import type { Saver } from './saver.ts';
import { statusWords } from './status-words.ts';

/** How it stands with saving, in words, read aloud when it changes. */
export function StatusLine({ sheet, saver }: { readonly sheet: Sheet; readonly saver: Saver }) {
  const tally = useSheet(sheet, 'cells', () => sheet.tally());
  const state = useSyncExternalStore(saver.listen, () => saver.state);
  const isKept = useSyncExternalStore(saver.listen, () => saver.isKept);
  const { tone, words } = statusWords(state, tally, tally.sending, isKept);
  const canRetry = state.phase === 'dropped' || state.phase === 'stopped';
  return (
    <div className="jw-entry-status" data-tone={tone}>
      <span role="status" aria-live="polite">
        {words}
      </span>
      {canRetry && (
        <Button size="small" onClick={saver.atOnce}>
          现在再试
        </Button>
      )}
    </div>
  );
}
