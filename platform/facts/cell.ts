import type { FactsFaultCode, FieldForm } from './spec.ts';

/** What a cell's text comes to. */
export type CellReading =
  | { readonly value: number | null }
  | { readonly code: FactsFaultCode; readonly limit: string | null };

const yes: ReadonlySet<string> = new Set(['1', '是', 'true', 'yes']);
const no: ReadonlySet<string> = new Set(['0', '否', 'false', 'no']);

/** Reads any cell by the letter; the parser knows a shorter way for usual ones. Empty cells give null. */
export function readCell(text: string, form: Exclude<FieldForm, { kind: 'words' }>): CellReading {
  const given = text.trim();
  if (given === '') return { value: null };
  switch (form.kind) {
    case 'flag': {
      const word = given.toLowerCase();
      if (yes.has(word)) return { value: 1 };
      return no.has(word) ? { value: 0 } : { code: 'facts-not-a-flag', limit: null };
    }
    case 'choice': {
      const option = form.options.findIndex(({ id, name }) => id === given || name === given);
      return option < 0
        ? { code: 'facts-option', limit: form.options.map(({ id, name }) => `${id}（${name}）`).join('、') }
        : { value: option };
    }
    case 'number':
      return readNumber(given, form);
  }
}

/** `7.3e-05` as `0.000073`: programs write quotients so. */
function writtenOut(given: string): string {
  const [, sign, first = '', rest = '', power = ''] = /^(-?)(\d)(?:\.(\d{1,20}))?e([+-]?\d{1,2})$/iu.exec(given) ?? [];
  if (sign === undefined) return given;
  const point = 1 + Number(power);
  const digits = `${first}${rest}`;
  const moved = point <= 0 ? `${'0'.repeat(1 - point)}${digits}` : digits.padEnd(point, '0');
  const at = Math.max(1, point);
  return `${sign}${moved.slice(0, at)}${moved.length > at ? `.${moved.slice(at)}` : ''}`;
}

/** Whole-number arithmetic from the digits: nothing is ever a fraction of a double. */
function readNumber(given: string, form: Extract<FieldForm, { kind: 'number' }>): CellReading {
  const text = form.rounds === true ? writtenOut(given) : given;
  const [, sign, whole, decimals = ''] = /^(-?)(\d{1,20})(?:\.(\d{1,60}))?$/u.exec(text) ?? [];
  if (sign === undefined || whole === undefined) return { code: 'facts-not-a-number', limit: form.unit };
  const [kept, more] = [decimals.slice(0, form.decimals), decimals.slice(form.decimals)];
  const rounds = form.rounds === true;
  if (!rounds && /[1-9]/u.test(more)) return { code: 'facts-decimals', limit: String(form.decimals) };
  const up = rounds && more >= '5' ? 1n : 0n;
  const size = (BigInt(whole + kept) + up) * (BigInt(form.scale) / 10n ** BigInt(kept.length));
  const stored = sign === '-' ? -size : size;
  if (stored < BigInt(form.low) || stored > BigInt(form.high))
    return { code: 'facts-range', limit: `${form.low / form.scale} 到 ${form.high / form.scale}${form.unit}` };
  return { value: Number(stored) };
}
