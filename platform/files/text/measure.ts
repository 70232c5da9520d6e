import { limits } from '../limits.ts';
import { refuseFile } from '../refusals.ts';

/** Refuses text that is empty, too long, or of too many lines (LF, CR or CRLF). */
export function measureText(text: string): void {
  if (text.length > limits.textLength) refuseFile('too-long', text.length, limits.textLength);
  const lines = countLines(text);
  if (lines > limits.lines) refuseFile('too-many-lines', lines, limits.lines);
  if (!/[^\s\uFEFF]/.test(text)) refuseFile('empty');
}

function countLines(text: string): number {
  let lines = 1;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 10 || (code === 13 && text.charCodeAt(at + 1) !== 10)) lines += 1;
  }
  return lines;
}
