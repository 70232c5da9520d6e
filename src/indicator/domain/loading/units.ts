/** Units of one family with what one of them is in the smallest, as a fraction of whole numbers. */
type Family = Readonly<Record<string, bigint>>;

const counted = (...names: readonly string[]): Family =>
  Object.fromEntries(
    names.flatMap((name) =>
      Object.entries(powers)
        .filter(([, by]) => by <= 100_000_000n)
        .map(([power, by]) => [`${power}${name}`, by]),
    ),
  );
const powers: Readonly<Record<string, bigint>> = {
  '': 1n,
  十: 10n,
  百: 100n,
  千: 1000n,
  万: 10_000n,
  十万: 100_000n,
  百万: 1_000_000n,
  千万: 10_000_000n,
  亿: 100_000_000n,
  万亿: 1_000_000_000_000n,
};
const scaled = (names: Readonly<Record<string, bigint>>): Family =>
  Object.fromEntries(
    Object.entries(names).flatMap(([name, size]) =>
      Object.entries(powers).map(([power, by]) => [`${power}${name}`, by * size]),
    ),
  );

const families: readonly Family[] = [
  scaled({ 元: 1n, 元人民币: 1n }),
  scaled({ 美元: 1n }),
  scaled({ 欧元: 1n }),
  scaled({ 港元: 1n }),
  // Things are counted by many words, and official texts mix them: 15个企业, 15家, 15户.
  counted('家', '户', '个', '项', '处', '所', '座', '条', '件', '种', '台', '套', '台套', '台（套）', '批', '场', '次'),
  counted('人', '名', '人次'),
  { '%': 10n, '‰': 1n, 个百分点: 10n, 百分点: 10n },
  scaled({ 千克: 1n, 公斤: 1n, 吨: 1000n }),
  scaled({ 瓦时: 1n, 千瓦时: 1000n, 度: 1000n }),
  scaled({ 瓦: 1n, 千瓦: 1000n }),
  scaled({ 吨标准煤: 1n, 吨标煤: 1n }),
  // 15 亩 are a hectare of 10,000 square metres.
  scaled({ 平方米: 3n, 亩: 2000n, 公顷: 30_000n, 平方公里: 3_000_000n }),
  scaled({ 立方米: 1n, 方: 1n }),
  scaled({ 米: 1n, 公里: 1000n, 千米: 1000n }),
  scaled({ 吨水: 1n }),
  { 天: 1n, 日: 1n },
];

/** How many of `to` one of `from` is; null: they measure different things. Equal words are one, known or not. */
export function ratioOfUnits(from: string, to: string): { readonly n: bigint; readonly d: bigint } | null {
  const [a, b] = [plain(from), plain(to)];
  if (a === b) return { n: 1n, d: 1n };
  // 万元/人 and the like: above the line as such, below it the other way round.
  const [above, below, ...more] = a.split('/');
  const [aboveTo, belowTo, ...moreTo] = b.split('/');
  if (more.length > 0 || moreTo.length > 0 || above === undefined || aboveTo === undefined) return null;
  if ((below === undefined) !== (belowTo === undefined)) return null;
  if (below !== undefined && belowTo !== undefined) {
    const [up, down] = [ratioOfUnits(above, aboveTo), ratioOfUnits(belowTo, below)];
    return up === null || down === null ? null : { n: up.n * down.n, d: up.d * down.d };
  }
  for (const family of families) {
    const [one, other] = [family[a], family[b]];
    if (one !== undefined && other !== undefined) return { n: one, d: other };
  }
  return null;
}

const plain = (unit: string): string => unit.replace(/\s/gu, '').replace('％', '%').replace(/／/gu, '/');

/** A figure as an indicator keeps it, or why not. */
export type Converted =
  | { readonly ok: true; readonly value: bigint }
  | { readonly ok: false; readonly code: 'unit-unlike' | 'inexact' | 'too-great' };

/** A figure of one unit as a whole number of 10^-decimals of another; exact, or refused. */
export function convert(
  value: number,
  from: string,
  to: { readonly unit: string; readonly decimals: number },
): Converted {
  const ratio = ratioOfUnits(from, to.unit);
  if (ratio === null) return { ok: false, code: 'unit-unlike' };
  const written = decimalOf(value);
  if (written === null) return { ok: false, code: 'too-great' };
  const n = written.n * ratio.n * 10n ** BigInt(to.decimals);
  const d = written.d * ratio.d;
  if (n % d !== 0n) return { ok: false, code: 'inexact' };
  const whole = n / d;
  if (whole > greatest || whole < -greatest) return { ok: false, code: 'too-great' };
  return { ok: true, value: whole };
}

const greatest = BigInt(Number.MAX_SAFE_INTEGER);

/** What a number that was read from digits was written as: 12.3 is 123/10, not the double beside it. */
function decimalOf(value: number): { readonly n: bigint; readonly d: bigint } | null {
  if (!Number.isFinite(value)) return null;
  const found = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/u.exec(String(value));
  if (found === null) return null;
  const [, sign = '', whole = '', rest = '', power = '0'] = found;
  const digits = BigInt(`${sign}${whole}${rest}`);
  const places = rest.length - Number(power);
  return places >= 0 ? { n: digits, d: 10n ** BigInt(places) } : { n: digits * 10n ** BigInt(-places), d: 1n };
}
