import { caps } from './keys.ts';

const mac = /Mac|iPhone|iPad/.test(navigator.userAgent);

/** The caps of one shortcut. */
export function KeyCaps({ keys }: { readonly keys: string }) {
  return (
    <span className="jw-caps">
      {caps(keys, mac).map((cap) => (
        <kbd key={cap}>{cap}</kbd>
      ))}
    </span>
  );
}

/** The words of a shortcut for tooltips and `title`: `确认（Y）`. */
export const withKey = (words: string, keys: string): string => `${words}（${caps(keys, mac).join('+')}）`;
