import type { Day } from '../../../kernel/index.ts';
import type { EnterpriseContent } from '../model/index.ts';
import { rulesOn, type TagCondition, type TagRule } from './rule.ts';

/** What the tags of an enterprise that is new to the register follow from: it has no title yet. */
export interface NewEnterprise {
  readonly content: EnterpriseContent;
  /** The figures of the newest year that has each. */
  readonly figures: Readonly<Record<string, number>>;
}

/** The rules whose tags it has on a day. The database reckons the same for those that are kept (`store/settle.ts`). */
export const tagsOfNew = (rules: readonly TagRule[], given: NewEnterprise, day: Day): TagRule[] =>
  rulesOn(rules, day).filter(({ when }) => holds(when, given, day));

function holds(when: TagCondition, { content, figures }: NewEnterprise, day: Day): boolean {
  const { state, scale, chainId, industry, parkId, foundedOn } = content;
  const among = (given: string | null, wanted: readonly string[]): boolean =>
    wanted.length === 0 || (given !== null && wanted.includes(given));
  if (!among(state, when.states) || !among(scale, when.scales) || !among(chainId, when.chains)) return false;
  if (when.industries.length > 0 && !when.industries.some((start) => industry?.startsWith(start) === true))
    return false;
  if (when.titles.length > 0 || when.titleEndsWithin !== null) return false;
  if (when.inPark !== null && when.inPark !== (parkId !== null)) return false;
  if (when.yearsAtMost !== null && !(foundedOn !== null && foundedOn >= yearsBefore(day, when.yearsAtMost)))
    return false;
  if (when.yearsAtLeast !== null && !(foundedOn !== null && foundedOn <= yearsBefore(day, when.yearsAtLeast)))
    return false;
  if (when.words.length > 0) {
    const text = `${content.name} ${content.products.join(' ')} ${content.scope}`;
    if (!when.words.some((word) => text.includes(word))) return false;
  }
  return when.figures.every(({ figure, least, most }) => {
    const value = figures[figure];
    if (least === null && most === null) return true;
    return value !== undefined && (least === null || value >= least) && (most === null || value <= most);
  });
}

/** The same day of an earlier year; of 29 February the 28th where there is none. */
function yearsBefore(day: Day, years: number): Day {
  const year = Number(day.slice(0, 4)) - years;
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const rest = day.endsWith('-02-29') && !isLeap ? '-02-28' : day.slice(4);
  return `${String(year).padStart(4, '0')}${rest}`;
}
