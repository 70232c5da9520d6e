import type { Period } from '../../../kernel/index.ts';
import { fraction, nearestWhole, times } from '../number/fraction.ts';
import { type RatioReading, ratioOf } from '../time/ratio.ts';
import { lacking, type Reading } from '../time/reading.ts';
import type { Amount, Reporters } from './model.ts';
import { joined, type Side, type Sided, summed, usedBy } from './sides.ts';

/** How a period is read of one series: `readPeriod`, `readYearToDate`. */
export type Read = (side: Side) => Reading;

/** What a reading of an indicator comes to, with what it lacks. `decimals`: those of the indicator itself. */
export function amountOf(sided: Sided, decimals: number, read: Read): Amount {
  if (sided.kind === 'plain') {
    const reading = read(sided.side);
    const { period, through, value, gaps, bases } = reading;
    const missing = lacking(reading);
    return { period, through, value, ratio: null, missing, gaps, bases, ...behind(reading, sided.side) };
  }
  const ratio = ratioReading(sided, read);
  const { above, below, value } = ratio;
  return {
    ...{ period: above.period, through: above.through, ratio },
    value: value === null ? null : nearestWhole(times(value, fraction(10n ** BigInt(decimals)))),
    missing: union(lacking(above), lacking(below)),
    gaps: union(above.gaps, below.gaps),
    bases: [...new Set([...above.bases, ...below.bases])],
    ...bothBehind(behind(above, sided.above), behind(below, sided.below)),
  };
}

/** The exact ratio of what both sides read. */
export const ratioReading = (sided: Extract<Sided, { kind: 'ratio' }>, read: Read): RatioReading =>
  ratioOf(read(sided.above), read(sided.below), {
    times: sided.times,
    decimals: { above: sided.above.definition.decimals, below: sided.below.definition.decimals },
  });

type Behind = Pick<Amount, 'figures' | 'firms' | 'vintages' | 'reporters'>;

function behind(reading: Reading, side: Side): Behind {
  const { figures, firms, vintages } = summed(usedBy(reading, side).flatMap((each) => side.counts.get(each) ?? []));
  return { figures, firms, vintages: mixOf(vintages), reporters: reportersOf(usedBy(reading, side), side) };
}

function bothBehind(above: Behind, below: Behind): Behind {
  const { figures, firms, vintages } = joined([above, below].map((each) => ({ ...each, reporters: null })));
  const isBelow = below.reporters !== null && isThinner(below.reporters, above.reporters);
  return { figures, firms, vintages: mixOf(vintages), reporters: isBelow ? below.reporters : above.reporters };
}

const isThinner = (a: Reporters, b: Reporters | null): boolean =>
  b === null || a.missing * b.expected > b.missing * a.expected;

const mixOf = ({ preliminary = 0, revised = 0, final = 0 }: Partial<Amount['vintages']>): Amount['vintages'] => ({
  ...{ preliminary, revised, final },
});

/** Who is missing over several periods of a side; null when nobody is expected by name in any of them. */
export function reportersOf(periods: readonly Period[], { counts }: Side): Reporters | null {
  const owed = periods.flatMap((period) => {
    const reporters = counts.get(period)?.reporters ?? null;
    return reporters === null ? [] : [{ period, ...reporters, missing: reporters.expected - reporters.reported }];
  });
  if (owed.length === 0) return null;
  const late = owed.filter(({ missing }) => missing > 0);
  return {
    expected: owed.reduce((all, { expected }) => all + expected, 0),
    missing: late.reduce((all, { missing }) => all + missing, 0),
    periods: late.map(({ period }) => period),
  };
}

const union = (a: readonly Period[], b: readonly Period[]): Period[] => [...new Set([...a, ...b])].toSorted();

/** Whether so few of those expected are in it that it cannot be compared with others. `coverage`: in millionths. */
export const isThin = ({ reporters }: Pick<Amount, 'reporters'>, coverage: number): boolean =>
  reporters !== null && (reporters.expected - reporters.missing) * 1_000_000 < coverage * reporters.expected;
