import { useEffect, useRef } from 'react';

/**
 * Ctrl+Enter (⌘ on a Mac) saves the form with this id, wherever in it, or in the dialog it stands in, the focus is. Heard
 * on the way down, because some inputs keep Enter to themselves.
 */
export function useSaveKey(id: string, save: () => void): void {
  const latest = useRef(save);
  latest.current = save;
  useEffect(() => {
    const form = document.getElementById(id);
    const box = form?.closest('[role="dialog"]') ?? form;
    const hear = (event: Event): void => {
      const { key, ctrlKey, metaKey, isComposing } = event as KeyboardEvent;
      if (key !== 'Enter' || !(ctrlKey || metaKey) || isComposing) return;
      event.preventDefault();
      event.stopPropagation();
      latest.current();
    };
    box?.addEventListener('keydown', hear, true);
    return () => box?.removeEventListener('keydown', hear, true);
  }, [id]);
}
