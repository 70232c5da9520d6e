/** A unit as a product of powers: money (元) 1 and 个 -1 is 元/个; nothing at all is a plain number or a share. */
export type Unit = Readonly<Record<string, number>>;

export const plain: Unit = {};
const money: Unit = { 元: 1 };

/** Words for amounts of money and how many 元 they are. */
const monies: Readonly<Record<string, bigint>> = { 元: 1n, 万元: 10_000n, 亿元: 100_000_000n };
/** Things that are counted. One sign each, so that `元/个` can be told from a division. */
const counted: ReadonlySet<string> = new Set(['家', '人', '年', '个', '次', '级', '件', '项', '场', '天', '户', '月']);

export interface Measure {
  readonly unit: Unit;
  /** One of it in the basic unit, as a fraction. */
  readonly times: bigint;
  readonly per: bigint;
}

/** What a unit word means: `万元`, `%`, `人`, `万元/个`; null for one that is not known. */
export function measureOf(word: string): Measure | null {
  if (word === '') return { unit: plain, times: 1n, per: 1n };
  if (word === '%') return { unit: plain, times: 1n, per: 100n };
  const [above = '', below, ...more] = word.split('/');
  if (more.length > 0) return null;
  const upper = Object.hasOwn(monies, above)
    ? { unit: money, times: monies[above] ?? 1n }
    : counted.has(above)
      ? { unit: { [above]: 1 }, times: 1n }
      : null;
  if (upper === null) return null;
  if (below === undefined) return { ...upper, per: 1n };
  if (!counted.has(below)) return null;
  return { ...upper, unit: timesUnit(upper.unit, { [below]: 1 }, -1), per: 1n };
}

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
