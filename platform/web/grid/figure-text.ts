/** How the office reads and writes a figure: whole numbers of the smallest unit, never doubles. */

export interface FigureForm {
  readonly unit: string;
  readonly decimals: number;
}

/** What a text says: nothing, a figure, “there is none”, or why it cannot be read. */
export type Read =
  | { readonly kind: 'blank' }
  | { readonly kind: 'figure'; readonly value: number }
  | { readonly kind: 'none' }
  | { readonly kind: 'unreadable'; readonly why: string };

/** What people write where there is no figure. A lone dash is what a spreadsheet shows for it, too. */
const noneWords = /^(?:[/\\|]+|[-—–―_]+|无|没有|暂无|不适用|未发生|n\/?a)$/iu;
/** A text longer than this is no figure; it is not looked at further. */
const mostCharacters = 200;

/** Takes what was typed or pasted; full-width digits, thousands separators, spaces and minus signs of every kind are read. */
export function readFigure(typed: string, { unit, decimals }: FigureForm): Read {
  if (typed.length > mostCharacters) return unreadable('内容太长，不是一个数');
  const text = typed.normalize('NFKC').replace(/[\s\u200b\ufeff]+/gu, '');
  if (text === '') return { kind: 'blank' };
  if (noneWords.test(text)) return { kind: 'none' };
  const tail = /[^\d.]*$/u.exec(text.replace(/\)$/u, ''))?.[0] ?? '';
  const signed = text.replace(/^[−–—﹣]/u, '-').replace(/^负/u, '-');
  const inBrackets = /^\((.+)\)$/u.exec(signed)?.[1];
  const plain = inBrackets === undefined ? signed : `-${inBrackets}`;
  const parts = /^([+-]?)([\d,，]*)(?:\.(\d*))?(.*)$/u.exec(plain.replace(/^([+-]?)[¥￥]/u, '$1'));
  const [, sign = '', before = '', after = '', behind = ''] = parts ?? [];
  if (before === '' && after === '') return unreadable(`“${shortened(typed)}”不是数`);
  if (/^e[+-]?\d+$/iu.test(behind))
    return unreadable('这是科学记数法，位数可能不全。请在表格软件里把格式改成数值，再复制');
  if (behind !== '' && behind !== unit.normalize('NFKC')) return unreadable(strangeUnit(tail, unit, typed));
  if (!isGrouped(before)) return unreadable(`“${shortened(typed)}”里逗号的位置不对`);
  return exact(sign === '-', before.replaceAll(',', ''), after.replace(/0+$/u, ''), decimals);
}

function exact(negative: boolean, before: string, after: string, decimals: number): Read {
  if (after.length > decimals) return unreadable(tooFine(after.length, decimals));
  const size = BigInt(`${before}${after.padEnd(decimals, '0')}` || '0');
  if (size > BigInt(Number.MAX_SAFE_INTEGER)) return unreadable('这个数太大，存不下');
  // Not -0: it would differ from 0 where values are compared.
  return { kind: 'figure', value: negative && size > 0n ? -Number(size) : Number(size) };
}

/** Commas stand before each three digits, or each four as the office counts; anything else may be a decimal comma. */
const isGrouped = (before: string): boolean =>
  !before.includes(',') || /^\d{1,3}(?:,\d{3})+$/u.test(before) || /^\d{1,4}(?:,\d{4})+$/u.test(before);

const tooFine = (given: number, kept: number): string =>
  kept === 0 ? `这一列只填整数，写了 ${given} 位小数` : `这一列保留 ${kept} 位小数，写了 ${given} 位`;

function strangeUnit(tail: string, unit: string, typed: string): string {
  if (/^[%％‰]$/u.test(tail)) return `这一列的单位是${unit || '个数'}，不是百分比`;
  if (/^[\p{Script=Han}A-Za-z/²³]+$/u.test(tail) && /^[^\p{L}]*\d/u.test(typed.normalize('NFKC')))
    return `这一列的单位是${unit || '个数'}，请换算后只填数`;
  return `“${shortened(typed)}”不是数`;
}

const shortened = (text: string): string => {
  const line = text.trim().replace(/\s+/gu, ' ');
  return line.length > 20 ? `${line.slice(0, 20)}…` : line;
};
const unreadable = (why: string): Read => ({ kind: 'unreadable', why });

/** `-1,234.50`: every place that is kept. */
export const figureText = (value: number, decimals: number): string =>
  plainText(value, decimals).replace(/\d(?=(?:\d{3})+(?:\.|$))/gu, (digit, at: number, all: string) =>
    // Behind the point nothing is grouped.
    all.slice(0, at).includes('.') ? digit : `${digit},`,
  );

/** `-1234.50`, as a spreadsheet takes it and as it is typed over. */
export function plainText(value: number, decimals: number): string {
  const digits = String(Math.abs(value)).padStart(decimals + 1, '0');
  const point = digits.length - decimals;
  const shown = decimals === 0 ? digits : `${digits.slice(0, point)}.${digits.slice(point)}`;
  return value < 0 ? `-${shown}` : shown;
}

/**
 * By how much a figure changed since another, in tenths of a percent, rounded half away from zero; null over a base of 0 or
 * less, where a rate says nothing.
 */
export function changeInPermille(value: number, base: number): number | null {
  if (base <= 0) return null;
  const twice = 2000n * (BigInt(value) - BigInt(base));
  const whole = BigInt(base);
  const size = ((twice < 0n ? -twice : twice) + whole) / (2n * whole);
  return Number(twice < 0n ? -size : size);
}

/** `+12.5%`, `持平`, `不到 0.1%` either way; a dash where there is no rate. */
export function changeText(value: number | null, base: number | null): string {
  const permille = value === null || base === null ? null : changeInPermille(value, base);
  if (permille === null) return '—';
  if (permille === 0) return value === base ? '持平' : '不到 0.1%';
  return `${permille > 0 ? '+' : ''}${figureText(permille, 1)}%`;
}
