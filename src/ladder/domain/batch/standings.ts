import {
  type BatchProgram,
  type BatchResults,
  batchProgram,
  type CompiledPolicy,
  UNKNOWN,
} from '../../../policy/domain/index.ts';
import type { CompiledEdition } from '../edition/compile.ts';

/** How many enterprises stand by an edition, row by row. */
export interface Standings {
  /** 0 unmet, 1 cannot be told, 2 met. */
  readonly verdict: Uint8Array;
  /** Points that are sure and those that are possible. */
  readonly least: Int16Array;
  readonly most: Int16Array;
  /** Demands that are not met, whatever else is known. */
  readonly unmet: Uint8Array;
  /** Demands that cannot be told. */
  readonly open: Uint8Array;
  /** How much of what is asked is there, in thousandths; see `reachOf`. */
  readonly reach: Int16Array;
}

/** What of an edition is asked of many rows at once; plain data, so that threads can be handed it. */
export type RowRules = Pick<CompiledEdition, 'exclude' | 'conditions' | 'shortcuts' | 'indicators' | 'points'>;

/** The rules of an edition with each of its clauses decided by itself, for the engines that run over many. */
export const eachAlone = ({ policy }: CompiledEdition): CompiledPolicy => ({
  ...policy,
  groups: policy.clauses.map(({ id, title }, at) => ({ id, name: title, rule: 'all', members: [at], joint: null })),
});

/** One program for several editions and, behind them, for policies. */
export const programOf = (
  editions: readonly CompiledEdition[],
  policies: readonly CompiledPolicy[] = [],
): BatchProgram => batchProgram([...editions.map(eachAlone), ...policies]);

/** Reads what a loop decided of rows 0 to `rows` of one edition whose clauses begin at slot `first`. */
export class StandingReader {
  readonly #edition: RowRules;
  readonly #first: number;
  readonly #standings: Standings;
  readonly #sides: readonly { readonly least: Int16Array; readonly most: Int16Array }[];
  readonly #demands: Uint8Array;
  readonly #way: Uint8Array;
  readonly #out: Uint8Array;

  constructor(edition: RowRules, first: number, rows: number) {
    this.#edition = edition;
    this.#first = first;
    const short = () => new Int16Array(rows);
    const byte = () => new Uint8Array(rows);
    this.#standings = { verdict: byte(), least: short(), most: short(), unmet: byte(), open: byte(), reach: short() };
    this.#sides = (edition.points?.sides ?? []).map(() => ({ least: short(), most: short() }));
    [this.#demands, this.#way, this.#out] = [byte(), byte(), byte()];
  }

  /** Of one row a bit for each demand, in their order: those surely not met, and those that cannot be told. */
  demandsOf({ winners }: BatchResults, row: number): { readonly unmet: bigint; readonly open: bigint } {
    let [unmet, open] = [0n, 0n];
    for (const [at, { clause }] of this.#edition.conditions.entries()) {
      const won = winners[this.#first + clause]?.[row] ?? 0;
      if (won === UNKNOWN) open |= 1n << BigInt(at);
      else if (won < 0) unmet |= 1n << BigInt(at);
    }
    return { unmet, open };
  }

  /** Valid until the next call. */
  read({ winners }: BatchResults, rows: number): Standings {
    const { exclude, conditions, shortcuts, indicators, points } = this.#edition;
    const slot = (clause: number) => winners[this.#first + clause] as Int8Array;
    const { verdict, least, most, unmet, open: half, reach } = this.#standings;
    const [demands, way, out] = [this.#demands, this.#way, this.#out];
    for (const each of [unmet, half, out, way, least, most]) each.fill(0);
    for (const each of this.#sides) {
      each.least.fill(0);
      each.most.fill(0);
    }
    demands.fill(2);
    for (const { clause } of exclude) {
      const own = slot(clause);
      for (let row = 0; row < rows; row++) if (own[row]! >= 0) out[row] = 1;
    }
    for (const { clause } of conditions) {
      const own = slot(clause);
      for (let row = 0; row < rows; row++) {
        const won = own[row]!;
        if (won >= 0) continue;
        if (won === UNKNOWN) {
          half[row]! += 1;
          if (demands[row] === 2) demands[row] = 1;
        } else {
          unmet[row]! += 1;
          demands[row] = 0;
        }
      }
    }
    for (const { side, bands } of indicators) {
      const own = bands.map(({ clause, points: of }) => ({ own: slot(clause), of }));
      const sums = this.#sides[side]!;
      for (let row = 0; row < rows; row++) {
        let high = 0;
        for (let band = 0; band < own.length; band++) {
          const won = own[band]!.own[row]!;
          if (won >= 0) {
            sums.least[row]! += own[band]!.of;
            if (high === 0) high = own[band]!.of;
            break;
          }
          if (won === UNKNOWN && high === 0) high = own[band]!.of;
        }
        sums.most[row]! += high;
      }
    }
    if (points !== null) {
      way.fill(2);
      for (const [at, sums] of this.#sides.entries()) {
        const asked = points.sides[at]!.least;
        for (let row = 0; row < rows; row++) {
          least[row]! += sums.least[row]!;
          most[row]! += sums.most[row]!;
          if (sums.most[row]! < asked) way[row] = 0;
          else if (sums.least[row]! < asked && way[row] === 2) way[row] = 1;
        }
      }
      for (let row = 0; row < rows; row++) {
        if (most[row]! < points.total) way[row] = 0;
        else if (least[row]! < points.total && way[row] === 2) way[row] = 1;
      }
    }
    for (const { clause } of shortcuts) {
      const own = slot(clause);
      for (let row = 0; row < rows; row++) {
        const won = own[row]!;
        if (won >= 0) way[row] = 2;
        else if (won === UNKNOWN && way[row] === 0) way[row] = 1;
      }
    }
    const asksWay = points !== null || shortcuts.length > 0;
    const total = points?.total ?? 0;
    for (let row = 0; row < rows; row++) {
      const held = asksWay ? Math.min(demands[row]!, way[row]!) : demands[row]!;
      verdict[row] = out[row] === 1 ? 0 : held;
      reach[row] =
        out[row] === 1
          ? 0
          : reachOf(
              conditions.length,
              unmet[row]!,
              half[row]!,
              asksWay
                ? way[row] === 2
                  ? 1
                  : total === 0
                    ? 0
                    : Math.min(1, (least[row]! + most[row]!) / 2 / total)
                : null,
            );
    }
    return this.#standings;
  }
}

/**
 * How much of what is asked is there, in thousandths: of the demands the share that holds, where one that cannot be told
 * counts half; of the points the share of what is asked, between the sure and the possible ones; where both are asked, the
 * mean of the two.
 */
export function reachOf(demands: number, unmet: number, open: number, points: number | null): number {
  const share = demands === 0 ? null : (demands - unmet - open / 2) / demands;
  const parts = [share, points].filter((each) => each !== null);
  return parts.length === 0 ? 0 : Math.floor((parts.reduce((sum, each) => sum + each, 0) * 1000) / parts.length);
}
