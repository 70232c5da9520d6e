import { cut, textWidth } from '../../../../../platform/web/chart/text.ts';

/** A name on one line or two: what stands in brackets goes to the second, else it breaks in its middle, never before a mark. */
export function nameLines(name: string, room: number, size: number): readonly string[] {
  if (textWidth(name, size) <= room) return [name];
  const bracket = name.search(/[（(]/u);
  const at = bracket > 0 && textWidth(name.slice(0, bracket), size) <= room ? bracket : breakOf(name, room, size);
  return [name.slice(0, at), cut(name.slice(at), room, size)].filter((line) => line !== '');
}

/** The middle where both halves fit, else as far as the first line goes. */
function breakOf(name: string, room: number, size: number): number {
  let at = Math.ceil(name.length / 2);
  while (at > 1 && textWidth(name.slice(0, at), size) > room) at -= 1;
  while (at < name.length && textWidth(name.slice(at), size) > room && textWidth(name.slice(0, at + 1), size) <= room)
    at += 1;
  return at > 1 && /[、，）)]/u.test(name[at] ?? '') ? at - 1 : at;
}
