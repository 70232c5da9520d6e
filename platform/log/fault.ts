import type { LogFields } from './log.ts';

const mostFrames = 12;

/**
 * What a log may tell of an error: its kind and code, where in the code it happened, and its words with everything
 * masked that may come from a person: what stands in quotation marks, Chinese, long numbers, e-mail addresses. The
 * parameters and the detail that a database adds (`Key (phone)=(…)`) are left out.
 */
export function faultFields(cause: unknown): LogFields {
  if (!(cause instanceof Error)) return { error: typeof cause };
  const { code } = cause as { code?: unknown };
  return {
    error: cause.name,
    ...(typeof code === 'string' && /^\w{1,40}$/u.test(code) && { code }),
    words: masked(cause.message).slice(0, 300),
    stack: framesOf(cause.stack ?? ''),
  };
}

/** Words without what may be personal; identifiers in quotation marks stay, since they name our tables and fields. */
export const masked = (words: string): string =>
  words
    .replace(/"[^"\n]*"?|'[^'\n]*'?|“[^”]*”?|「[^」]*」?|`[^`\n]*`?/gu, (quoted) =>
      isIdentifier(quoted) ? quoted : '…',
    )
    .replace(/[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gu, '…')
    .replace(/\p{Script=Han}+/gu, '…')
    .replace(/\d[\d\s-]{5,}\d[\dXx]?/gu, '…');

const isIdentifier = (quoted: string): boolean => /^(["'])[a-z][a-z_]{0,62}\1$/u.test(quoted);

/** The places only: the first lines of a stack repeat the message. Folders of the machine are cut off. */
const framesOf = (stack: string): string[] =>
  stack
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => /^at\s.*:\d+:\d+\)?$/u.test(line))
    .slice(0, mostFrames)
    .map((line) => line.replace(/(?:file:\/\/)?\/\S*?\/((?:src|platform|apps|node_modules)\/)/u, '$1'));
