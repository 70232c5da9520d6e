/** What a text in a file says of a figure: the figure as it is kept, or that there is none and why; or what is wrong. */
export type Typed =
  | { readonly value: number; readonly reason: null }
  | { readonly value: null; readonly reason: string }
  | { readonly code: 'cell-not-a-number' | 'figure-too-fine' | 'figure-too-large' | 'figure-none-why' };

/** Signs of a double that only say that a computer has reckoned: 0.30000000000000004. */
const reckoned = /^(-?\d+\.\d{9,})(?:e[+-]?\d+)?$/iu;

/** Reads a figure with its decimals; commas between thousands and full-width signs are read, `无：原因` is a stated none. */
export function readTyped(given: string, decimals: number): Typed {
  const text = given.normalize('NFKC').trim();
  const none = /^(?:无|没有)\s*[::]?\s*(.*)$/su.exec(text);
  if (none !== null) {
    const reason = (none[1] ?? '').trim();
    return reason === '' ? { code: 'figure-none-why' } : { value: null, reason: reason.slice(0, 1000) };
  }
  const plain = text.replace(/^[−–—﹣]/u, '-').replaceAll(/[,\s]/gu, '');
  const exact = reckoned.test(plain) ? String(Number(Number(plain).toPrecision(12))) : plain;
  const [, sign = '', whole = '', rest = ''] = /^([+-]?)(\d+)(?:\.(\d*))?$/u.exec(exact) ?? [];
  if (whole === '') return { code: 'cell-not-a-number' };
  const digits = rest.replace(/0+$/u, '');
  if (digits.length > decimals) return { code: 'figure-too-fine' };
  const size = BigInt(`${whole}${digits.padEnd(decimals, '0')}`);
  if (size > BigInt(Number.MAX_SAFE_INTEGER)) return { code: 'figure-too-large' };
  const value = Number(size);
  // Not -0: it would differ from 0 where values are compared.
  return { value: sign === '-' && value > 0 ? -value : value, reason: null };
}

/** Spreadsheets keep fifteen digits; a longer figure is written as text, so that none is lost. */
const mostDigits = 1e15;

/** A figure as a spreadsheet takes it. */
export function plainNumber(value: number, decimals: number): number | string {
  if (Math.abs(value) < mostDigits) return Number(`${value}e-${decimals}`);
  const digits = String(Math.abs(value)).padStart(decimals + 1, '0');
  const point = digits.length - decimals;
  const text = decimals === 0 ? digits : `${digits.slice(0, point)}.${digits.slice(point)}`;
  return value < 0 ? `-${text}` : text;
}
