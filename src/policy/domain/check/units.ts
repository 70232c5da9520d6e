import { thingWords } from '../language/unit-words.ts';

/** A unit as a product of powers: money (元) 1 and 个 -1 is 元/个; nothing at all is a plain number or a share. */
export type Unit = Readonly<Record<string, number>>;

export const plain: Unit = {};
const money: Unit = { 元: 1 };

/** Words for amounts of money and how many 元 they are. */
const monies: Readonly<Record<string, bigint>> = { 元: 1n, 万元: 10_000n, 亿元: 100_000_000n };

export interface Measure {
  readonly unit: Unit;
  /** One of it in the basic unit, as a fraction. */
  readonly times: bigint;
  readonly per: bigint;
}

/** What a unit word means: `万元`, `%`, `人`, `万元/个`, `元/平方米/月`; null for one that is not known. */
export function measureOf(word: string): Measure | null {
  if (word === '') return { unit: plain, times: 1n, per: 1n };
  if (word === '%') return { unit: plain, times: 1n, per: 100n };
  const [above = '', ...below] = word.split('/');
  const isMoneyWord = Object.hasOwn(monies, above);
  if (!isMoneyWord && !thingWords.has(above)) return null;
  if (below.length > mostBelow || below.some((each) => !thingWords.has(each))) return null;
  const unit = below.reduce<Unit>(
    (upper, each) => timesUnit(upper, { [each]: 1 }, -1),
    isMoneyWord ? money : { [above]: 1 },
  );
  return { unit, times: isMoneyWord ? (monies[above] ?? 1n) : 1n, per: 1n };
}

/** As in `元/平方米/月`. */
const mostBelow = 2;

export function timesUnit(a: Unit, b: Unit, sign: 1 | -1): Unit {
  const product: Record<string, number> = { ...a };
  for (const [word, power] of Object.entries(b)) {
    const sum = (product[word] ?? 0) + sign * power;
    if (sum === 0) delete product[word];
    else product[word] = sum;
  }
  return product;
}

export const sameUnit = (a: Unit, b: Unit): boolean => Object.keys(timesUnit(a, b, -1)).length === 0;
export const isMoney = (unit: Unit): boolean => sameUnit(unit, money);

/** As a person writes it: `元/个`, `年`, `纯数`. */
export function unitText(unit: Unit): string {
  const side = (sign: 1 | -1) =>
    Object.entries(unit)
      .filter(([, power]) => power * sign > 0)
      .map(([word, power]) => (Math.abs(power) === 1 ? word : `${word}^${Math.abs(power)}`))
      .join('·');
  const [above, below] = [side(1), side(-1)];
  if (above === '' && below === '') return '纯数';
  return below === '' ? above : `${above || '1'}/${below}`;
}
