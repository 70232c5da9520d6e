import { ok, type Result, refuse } from '../../kernel/index.ts';

const most = 40;

/** A login as it counts, whatever way it was typed: composed, without blanks around, in small letters. */
export const normalLogin = (typed: string): string => typed.normalize('NFKC').trim().toLowerCase();

/**
 * Judges the login of a new account: two to forty letters (Chinese ones too), digits, or `. _ - @`, beginning with a
 * letter or digit.
 */
export function checkLogin(typed: string): Result<string> {
  const login = normalLogin(typed);
  return /^[a-z0-9\p{Script=Han}][a-z0-9\p{Script=Han}._@-]+$/u.test(login) && [...login].length <= most
    ? ok(login)
    : refuse({ code: 'login-malformed', field: 'login', given: typed.slice(0, 80), limit: most });
}
