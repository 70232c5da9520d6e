import { type Day, daysFrom } from '../../../kernel/index.ts';
import type { Fact, FactTable } from '../../../policy/domain/index.ts';
import type { Derived, Origin, Registered, SourceRule } from './sources.ts';

/** Decimals of each yearly figure. */
export type Decimals = ReadonlyMap<string, number>;

type Maker = (about: Registered, on: Day) => Derived;

const nothing: Derived = { value: Number.NaN, origin: { kind: 'none' } };

/**
 * One function for each fact of a table, in its order, from what the register has of an enterprise to the fact on a day. The
 * last full year is the one before the day's. What the source of a fact leaves open is taken from what is kept by itself.
 */
export function factMakers(table: FactTable, rules: readonly SourceRule[], decimals: Decimals): readonly Maker[] {
  const bySource = new Map(rules.map((rule) => [rule.fact, rule]));
  return table.facts.map((fact): Maker => {
    const rule = bySource.get(fact.id);
    const kept = keptMaker(fact, rule !== undefined && 'grows' in rule);
    const made = rule === undefined ? null : makerOf(fact, rule, decimals);
    if (made === null) return kept;
    return (about, on) => {
      const own = bounded(fact, made(about, on));
      return Number.isNaN(own.value) && about.kept.length > 0 ? kept(about, on) : own;
    };
  });
}

/** What lies outside of what the dictionary allows is not known. */
function bounded(fact: Fact, derived: Derived): Derived {
  if (fact.type !== 'number' || Number.isNaN(derived.value)) return derived;
  return derived.value >= fact.low && derived.value <= fact.high ? derived : { ...derived, value: Number.NaN };
}

function keptMaker(fact: Fact, grows: boolean): Maker {
  return ({ kept }, on) => {
    let newest: Registered['kept'][number] | null = null;
    for (const each of kept)
      if (each.fact === fact.id && each.fromDay <= on && (newest === null || each.fromDay > newest.fromDay))
        newest = each;
    if (newest === null) return nothing;
    const origin: Origin = { kind: 'kept', fromDay: newest.fromDay, source: newest.source };
    const scale = fact.type === 'number' ? fact.scale : 1;
    const value = newest.value ?? Number.NaN;
    return bounded(fact, { value: grows ? value + yearsSince(newest.fromDay, on, scale) : value, origin });
  };
}

function makerOf(fact: Fact, rule: SourceRule, decimals: Decimals): Maker | null {
  const scale = fact.type === 'number' ? fact.scale : 1;
  if ('figure' in rule) return sumMaker(rule, scale, decimals.get(rule.figure) ?? 0);
  if ('growth' in rule) return growthMaker(rule, scale);
  if ('greatest' in rule) return greatestMaker(rule.greatest, scale, decimals.get(rule.greatest) ?? 0);
  if ('title' in rule) return titleMaker(rule);
  if ('since' in rule)
    return ({ foundedOn }, on) => ({
      value: foundedOn === null || foundedOn > on ? Number.NaN : yearsSince(foundedOn, on, scale),
      origin: { kind: 'register', part: 'foundedOn' },
    });
  if ('industries' in rule)
    return ({ industry }) => ({
      value: industry === null ? Number.NaN : Number(rule.industries.some((code) => industry.startsWith(code))),
      origin: { kind: 'register', part: 'industry' },
    });
  if ('chains' in rule) {
    const chains = new Set(rule.chains);
    return ({ chainId }) => ({
      value: chainId === null ? Number.NaN : Number(chains.has(chainId)),
      origin: { kind: 'register', part: 'chainId' },
    });
  }
  if ('options' in rule && fact.type === 'choice') return optionMaker(fact, rule);
  return null;
}

/** From the scale of a figure to that of a fact; what a fact cannot hold is cut. */
const rescaled = (value: number, scale: number, decimals: number): number => {
  const own = 10 ** decimals;
  return scale >= own ? value * (scale / own) : Math.floor(value / (own / scale));
};

function sumMaker(
  { figure, back, years }: Extract<SourceRule, { figure: string }>,
  scale: number,
  decimals: number,
): Maker {
  return (about, on) => {
    const to = Number(on.slice(0, 4)) - 1 - back;
    let sum = 0;
    for (let year = to; year > to - years; year -= 1) sum += about.years.get(year)?.[figure] ?? Number.NaN;
    return { value: rescaled(sum, scale, decimals), origin: { kind: 'figures', figure, from: to - years + 1, to } };
  };
}

/** The mean of the rates of so many years, cut after the last decimal: what reaches a border did not get there by rounding. */
function growthMaker({ growth: figure, years }: Extract<SourceRule, { growth: string }>, scale: number): Maker {
  return (about, on) => {
    const to = Number(on.slice(0, 4)) - 1;
    const origin: Origin = { kind: 'figures', figure, from: to - years, to };
    let [above, below] = [0n, 1n];
    for (let year = to; year > to - years; year -= 1) {
      const [now, before] = [about.years.get(year)?.[figure], about.years.get(year - 1)?.[figure]];
      if (now === undefined || before === undefined || before <= 0) return { value: Number.NaN, origin };
      above = above * BigInt(before) + (BigInt(now) - BigInt(before)) * below;
      below *= BigInt(before);
    }
    return { value: Number(floorOver(above * 100n * BigInt(scale), below * BigInt(years))), origin };
  };
}

/** `below` is above 0. */
const floorOver = (above: bigint, below: bigint): bigint => {
  const whole = above / below;
  return above < 0n && whole * below !== above ? whole - 1n : whole;
};

function greatestMaker(figure: string, scale: number, decimals: number): Maker {
  return ({ years }, on) => {
    const last = Number(on.slice(0, 4)) - 2;
    const before = [...years].flatMap(([year, figures]) => (year <= last ? (figures[figure] ?? []) : []));
    return {
      value: before.length === 0 ? Number.NaN : rescaled(Math.max(...before), scale, decimals),
      origin: { kind: 'figures', figure, from: Math.min(...years.keys(), last), to: last },
    };
  };
}

function titleMaker({ title, gives }: Extract<SourceRule, { title: string }>): Maker {
  const origin: Origin = { kind: 'titles', title };
  return ({ titles }, on) => {
    const own = titles.filter(({ kind, givenOn }) => kind === title && givenOn <= on);
    if (gives === 'valid') {
      const holds = own.some(
        ({ endsOn, endedOn }) => (endsOn === null || endsOn > on) && (endedOn === null || endedOn > on),
      );
      return { value: Number(holds), origin };
    }
    const years = own.map(({ givenOn }) => Number(givenOn.slice(0, 4)));
    return { value: years.length === 0 ? 0 : gives === 'year' ? Math.max(...years) : Math.min(...years), origin };
  };
}

function optionMaker(
  fact: Extract<Fact, { type: 'choice' }>,
  { options }: Extract<SourceRule, { options: unknown }>,
): Maker {
  const rules = options.map(({ option, ...rest }) => ({
    ...rest,
    value: fact.options.findIndex(({ id }) => id === option),
  }));
  const part = options.some(({ chains }) => chains.length > 0) ? 'chainId' : 'regionId';
  return ({ regionId, chainId }) => {
    const found = rules.find(
      ({ regions, chains }) =>
        regions.some((code) => regionId.startsWith(code)) || (chainId !== null && chains.includes(chainId)),
    );
    return { value: found?.value ?? Number.NaN, origin: { kind: 'register', part } };
  };
}

/** Full years and parts of one since a day, in parts of `scale`; a part counts when it is whole. */
export function yearsSince(from: Day, on: Day, scale: number): number {
  if (on < from) return 0;
  const anniversary = (years: number): Day => {
    const year = Number(from.slice(0, 4)) + years;
    const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
    return `${String(year).padStart(4, '0')}-${from.slice(5) === '02-29' && !isLeap ? '03-01' : from.slice(5)}`;
  };
  let years = Number(on.slice(0, 4)) - Number(from.slice(0, 4));
  if (anniversary(years) > on) years -= 1;
  const [last, next] = [anniversary(years), anniversary(years + 1)];
  return years * scale + Math.floor((daysFrom(last, on) * scale) / daysFrom(last, next));
}
