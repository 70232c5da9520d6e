import { tokensOf } from '../domain/language/tokens.ts';

/** What formulas read as something else than a name. */
const taken: ReadonlySet<string> = new Set([
  ...['and', 'or', 'not', 'min', 'max', '且', '并且', '或', '或者', '非', '不是'],
  ...['最小', '取小', '最大', '取大', '元', '万元', '亿元'],
]);

/** Whether a formula can call something by this name: one word without blanks, brackets or signs, and no sign itself. */
export function canBeName(text: string): boolean {
  if (taken.has(text)) return false;
  const tokens = tokensOf(text);
  return Array.isArray(tokens) && tokens.length === 2 && tokens[0].kind === 'name' && tokens[0].text === text;
}
