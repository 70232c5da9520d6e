const PAGE = 10;

/** The row that a key leads to, or null when the key does not move; stays within the list. */
export function moveTo(
  event: { readonly key: string; readonly altKey: boolean },
  from: number,
  count: number,
): number | null {
  if (event.altKey || count === 0) return null;
  const target = aim(event.key, from, count);
  return target === null ? null : Math.max(0, Math.min(count - 1, target));
}

function aim(key: string, from: number, count: number): number | null {
  switch (key) {
    case 'ArrowDown':
      return from + 1;
    case 'ArrowUp':
      return from - 1;
    case 'PageDown':
      return from + PAGE;
    case 'PageUp':
      return from - PAGE;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}

/** True for a row itself: keys typed in a field or on a button inside it are not the list's. */
export const isRow = (target: EventTarget | null): target is HTMLElement =>
  target instanceof HTMLElement && target.getAttribute('role') === 'row';
