/** A key as written in the help: `y`, `Mod+Enter`, `Shift+?`. Mod is Ctrl, or Command on a Mac. */
export interface Pressed {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

/** True when the event is the key. Letters match by their place too, since an input method may hide the letter. */
export function matches(keys: string, event: Pressed): boolean {
  const parts = keys.split('+');
  const key = parts.at(-1) ?? '';
  const wanted = new Set(parts.slice(0, -1));
  if (wanted.has('Mod') !== (event.ctrlKey || event.metaKey)) return false;
  if (wanted.has('Alt') !== event.altKey) return false;
  if (/^[a-z0-9]$/.test(key)) return wanted.has('Shift') === event.shiftKey && letterOf(event) === key;
  // A sign such as `?` needs Shift on some keyboards and not on others: only the sign itself counts.
  if (key.length === 1) return event.key === key || (key === '?' && event.key === '？');
  return wanted.has('Shift') === event.shiftKey && event.key === key;
}

function letterOf(event: Pressed): string {
  if (event.key.length === 1 && event.key.charCodeAt(0) < 128) return event.key.toLowerCase();
  const byPlace = /^(?:Key|Digit)([A-Z0-9])$/.exec(event.code);
  return (byPlace?.[1] ?? '').toLowerCase();
}

/** True for a key that types a character by itself: such shortcuts rest while a person is typing. */
export const isSingle = (keys: string): boolean => !keys.includes('Mod+') && !keys.includes('Alt+');

const signs: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Enter: '回车',
  Escape: 'Esc',
  Space: '空格',
  ' ': '空格',
};

/** The keys as caps to print: `['Ctrl', 'Z']`. */
export function caps(keys: string, mac: boolean): string[] {
  return keys.split('+').map((part) => {
    if (part === 'Mod') return mac ? '⌘' : 'Ctrl';
    if (part === 'Alt') return mac ? '⌥' : 'Alt';
    return signs[part] ?? (part.length === 1 ? part.toUpperCase() : part);
  });
}
