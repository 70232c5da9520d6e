/** Money is a whole number of fen everywhere but on the screen: 1 元 = 100 fen. All sums here are whole-number sums. */
export type MoneyUnit = 'yuan' | 'wan' | 'yi';
/** `auto`: the unit in which people would say the sum. */
export type MoneyChoice = MoneyUnit | 'auto';

export const moneyUnitWord: Readonly<Record<MoneyUnit, string>> = { yuan: '元', wan: '万元', yi: '亿元' };

/** Places after the point that a unit has down to the fen, and those usually shown. */
const places: Readonly<Record<MoneyUnit, { readonly all: number; readonly usual: number }>> = {
  yuan: { all: 2, usual: 2 },
  wan: { all: 6, usual: 2 },
  yi: { all: 10, usual: 4 },
};

/** The unit in which people say a sum: 亿元 from 1 亿, 万元 from 1 万, else 元. Takes fen. */
export function usualUnit(fen: number | bigint): MoneyUnit {
  const size = magnitude(whole(fen));
  if (size >= 10n ** 10n) return 'yi';
  return size >= 10n ** 6n ? 'wan' : 'yuan';
}

/**
 * The sum in a unit with thousands apart: `1,234.50`. Rounded half away from zero to the unit's usual places; a sum that
 * would round to nothing is given exactly. Takes fen; refuses what is no whole number of fen.
 */
export function moneyFigure(fen: number | bigint, unit: MoneyUnit): string {
  const sum = whole(fen);
  const { all, usual } = places[unit];
  const step = 10n ** BigInt(all - usual);
  const size = magnitude(sum);
  const rounded = (size + step / 2n) / step;
  if (rounded === 0n && size > 0n) return exactMoney(sum, unit);
  return written(sum < 0n, rounded, usual);
}

/** The sum in a unit to the fen, without noughts at its end (元: always two places, or none). */
export function exactMoney(fen: number | bigint, unit: MoneyUnit): string {
  const sum = whole(fen);
  return written(sum < 0n, magnitude(sum), places[unit].all);
}

/** `1,234.5 万元`. */
export function moneyText(fen: number | bigint, choice: MoneyChoice): string {
  const unit = choice === 'auto' ? usualUnit(fen) : choice;
  return `${moneyFigure(fen, unit)} ${moneyUnitWord[unit]}`;
}

/**
 * What a person types, as fen: `1,234.5`, `１２万`, `3.2亿元`; a figure without a unit is in `unit`. Null when it is no sum,
 * or finer than a fen.
 */
export function moneyTyped(text: string, unit: MoneyUnit): number | null {
  const plain = text.normalize('NFKC').replace(/[\s,¥]/g, '');
  const parts = /^(-?)(\d{1,15})(?:\.(\d{1,10}))?(亿元?|万元?|元)?$/.exec(plain);
  if (parts === null) return null;
  const [, sign, before = '', after = '', word = ''] = parts;
  const typed: MoneyUnit = word === '' ? unit : word.startsWith('亿') ? 'yi' : word.startsWith('万') ? 'wan' : 'yuan';
  const { all } = places[typed];
  const digits = after.replace(/0+$/, '');
  if (digits.length > all) return null;
  const fen = Number(`${before}${digits.padEnd(all, '0')}`);
  if (!Number.isSafeInteger(fen)) return null;
  return sign === '-' && fen !== 0 ? -fen : fen;
}

function whole(fen: number | bigint): bigint {
  if (typeof fen === 'number' && !Number.isSafeInteger(fen)) throw new RangeError(`no whole number of fen: ${fen}`);
  return BigInt(fen);
}

const magnitude = (sum: bigint): bigint => (sum < 0n ? -sum : sum);

/** A whole number of the smallest places as figures: noughts at the end go, but 元 keeps both places or none. */
function written(negative: boolean, smallest: bigint, count: number): string {
  const digits = String(smallest).padStart(count + 1, '0');
  const before = digits.slice(0, -count).replace(/\B(?=(?:\d{3})+$)/g, ',');
  const after = digits.slice(-count).replace(/0+$/, '');
  const shown = count === 2 && after.length === 1 ? `${after}0` : after;
  return `${negative && smallest > 0n ? '-' : ''}${before}${shown === '' ? '' : `.${shown}`}`;
}
