/** Chinese and other wide characters, each as wide as it is high. */
const wide =
  /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6]|[\u{1F300}-\u{1FAFF}\u{20000}-\u{3FFFF}]/u;
const narrow = /[.,:;'|!il ()[\]]/u;

/** About how wide a line of text is, in pixels; rather too wide, so that what fits by it fits. */
export function textWidth(text: string, size: number): number {
  let ems = 0;
  for (const character of text) ems += wide.test(character) ? 1.02 : narrow.test(character) ? 0.38 : 0.64;
  return ems * size;
}

/** The text, or as much of its beginning as fits with an ellipsis behind; empty where not even one character does. */
export function cut(text: string, room: number, size: number): string {
  if (textWidth(text, size) <= room) return text;
  let kept = '';
  for (const character of text) {
    if (textWidth(`${kept}${character}…`, size) > room) break;
    kept += character;
  }
  return kept === '' ? '' : `${kept}…`;
}

/** Every how many labels one is written, so that none touches the next; `slot` is the room of one. */
export function labelStep(labels: readonly string[], slot: number, size: number, gap = 10): number {
  const widest = labels.reduce((most, label) => Math.max(most, textWidth(label, size)), 0);
  return slot > 0 ? Math.max(1, Math.ceil((widest + gap) / slot)) : Math.max(1, labels.length);
}

/** Lines of a text that break anywhere, as Chinese does, each within the room. */
export function wrap(text: string, room: number, size: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const character of text) {
    if (line !== '' && textWidth(line + character, size) > room) {
      lines.push(line);
      line = '';
    }
    line += character;
  }
  return line === '' ? lines : [...lines, line];
}
