import type { Period } from '../../../kernel/index.ts';
import type { Base } from '../target/target.ts';
import type { Line, LineDecision } from './model.ts';

/** Years that a plan is for, as its title or validity says. */
export interface PlanYears {
  readonly from: number;
  readonly to: number;
}

/** The years in words like 2023-2026年 or 2025年至2027年; null: there are none. */
export function yearsIn(words: string): PlanYears | null {
  const found = /((?:19|20)\d\d)\s*年?\s*(?:-|—|－|–|~|～|至|到)+\s*((?:19|20)\d\d)/u.exec(words);
  const [from, to] = [Number(found?.[1]), Number(found?.[2])];
  return found !== null && from < to ? { from, to } : null;
}

/** What growth starts from: as somebody decided, else as the line says, else the year before unless it is 年均. */
export function baseOf(line: Line, year: number, decision: LineDecision | null): Base | null | 'open' {
  if (line.mode !== 'growth' && line.mode !== 'increment') return null;
  const perYear = line.mode === 'growth' && /年均|年平均|平均每年|递增|复合/u.test(`${line.name}${line.text}`);
  const said = /(?:以|比|较)((?:19|20)\d\d)年/u.exec(line.text)?.[1];
  const from = decision?.baseYear ?? (said === undefined ? null : Number(said));
  if (from !== null) return from < year ? { period: `${from}`, value: null, perYear } : 'open';
  if (perYear) return 'open';
  return null;
}

/** First year that a cumulative figure counts: as decided, as its own words say, or as the plan begins. */
export function firstYearOf(
  line: Line,
  year: number,
  plan: PlanYears | null,
  decision: LineDecision | null,
): Period | null {
  if (line.mode !== 'cumulative') return null;
  const first = decision?.firstYear ?? yearsIn(line.text)?.from ?? plan?.from ?? null;
  return first !== null && first <= year ? `${first}` : null;
}
