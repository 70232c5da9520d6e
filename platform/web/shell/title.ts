import { useEffect, useSyncExternalStore } from 'react';

const PRODUCT = ' · 经纬';

/** Names the page in the window's title; the frame shows the same name in its way back. */
export function usePageTitle(title: string): void {
  useEffect(() => {
    document.title = `${title}${PRODUCT}`;
  }, [title]);
}

function subscribe(listener: () => void): () => void {
  const observer = new MutationObserver(listener);
  const title = document.querySelector('title');
  if (title) observer.observe(title, { childList: true, characterData: true, subtree: true });
  return () => observer.disconnect();
}

/** The name of the page that is open, as it was last given; empty before that. */
export const useTitleNow = (): string =>
  useSyncExternalStore(subscribe, () =>
    document.title.endsWith(PRODUCT) ? document.title.slice(0, -PRODUCT.length) : '',
  );
