import type { CountedEvents, Deliverable, ProjectStep } from '../model/index.ts';
import { moneyUnits } from './check.ts';

/** A figure as a document states it; `text` null where only facts are kept. */
export interface StatedFigure extends Pick<Deliverable, 'name' | 'unit' | 'mode' | 'comparator'> {
  readonly text: string | null;
}

const digits: Readonly<Record<string, number>> = {
  ...{ 一: 1, 二: 2, 两: 2, 三: 3, 五: 5, 八: 8, 十: 10, 百: 100, 千: 1000 },
};
const sums: Readonly<Record<string, number>> = { 万元: 1_000_000, 亿元: 10_000_000_000 };

/** Steps as documents call them; 新签约 is no step of the library. */
const steps: readonly (readonly [ProjectStep, RegExp])[] = [
  ['started', /(?<!未)(?:新?开工|动工)/u],
  ['completed', /竣工|建成(?!投产|投用|投运|达产)/u],
  ['producing', /(?:建成)?投产|投运|投入运营/u],
  ['reached', /达标达效|达产达效|达标投产|达产达标/u],
];
/** What the library does not tell apart, or does not know. */
const other =
  /签约|引进|招引|洽谈|策划|谋划|储备|申报|争取|中央预算|专项债|课题|科研|科技计划|攻关|试点|示范|技改|技术改造|设备更新|重点|龙头|外资|民生|保障房|率|占比|增长|提高到/u;
const least =
  /(?:总投资(?:额)?|计划投资|固定资产投资|投资(?:额|规模)?)?(?:达到|达|超过|超|在)?\s*(\d+(?:\.\d+)?|[一二两三五八十百千])?\s*(万元|亿元)(?:[（(]含[^）)]{0,6}[）)])?(?:及)?以上/gu;
/** Sums that are asked of something else than a project as a whole. */
const otherSum = /产值|营业?收入|营收|税收|利润|设备投资|单体|每亩/u;

/**
 * What a figure such as “新开工亿元以上项目45个” would be counted by in the library of projects; null when in doubt: no step or two
 * steps, another kind of project, two sums, a limit above. A proposal only: somebody has to take it up.
 */
export function proposeCounted({ text, name, unit, mode, comparator }: StatedFigure): CountedEvents | null {
  const clause = clauseOf(text, name);
  const said = (clause === null || name.includes(clause) ? name : clause).normalize('NFKC');
  if (comparator !== '>=' || mode === 'level' || other.test(said) || !said.includes('项目')) return null;
  const money = moneyUnits.includes(unit);
  if (!money && !/^[个项]$/u.test(unit)) return null;
  if (money && !/完成(?:固定资产)?投资|投资完成/u.test(said)) return null;
  const step = stepIn(said);
  const atLeastFen = leastIn(said);
  if (step === null || atLeastFen === undefined) return null;
  const measure = money ? 'investment' : 'number';
  return { source: 'projects', measure, step, atLeastFen, regionId: null, chainId: null, confirmed: false };
}

/** The part of a sentence, up to a comma or the like, in which a name stands; null when it stands in none. */
function clauseOf(text: string | null, name: string): string | null {
  const clauses = (text ?? '').split(/[，。；;、\n]/u).filter((each) => each.trim() !== '');
  return clauses.find((each) => each.includes(name)) ?? (clauses.length === 1 ? (clauses[0] ?? null) : null);
}

function stepIn(words: string): ProjectStep | null {
  const found = steps.filter(([, form]) => form.test(words)).map(([step]) => step);
  return found.length === 1 ? (found[0] ?? null) : null;
}

/** The least total investment; null: none is said; undefined: not clear. */
function leastIn(words: string): number | null | undefined {
  const found = new Set<number>();
  for (const [, number, unit = ''] of words.matchAll(least)) {
    if (number === undefined && unit === '万元') return undefined;
    const count = number === undefined ? 1 : (digits[number] ?? Number(number));
    found.add(Math.round(count * (sums[unit] ?? 0)));
  }
  if (otherSum.test(words) || found.size > 1) return undefined;
  return [...found][0] ?? null;
}
