import type { TargetMode } from '../../../document/domain/index.ts';
import type { Definition } from '../definition.ts';
import type { Candidate } from './model.ts';
import { ratioOfUnits } from './units.ts';

const lead =
  /^(?:力争|确保|实现|达到|累计|全年|全产业链|产业链|全行业|[全本我](?:省|市|区|县|州|旗|镇|乡|街道|盟|域)|的|其中|，|、)+/u;
const growth =
  /(?:年均|年平均|平均|同比|每年)?(?:复合)?(?:增长率?|增长速度|增速|增幅|递增|提高|提升|下降|降低)(?:率|速度|幅度)?$/u;
const tail = /(?:总数量|总数|数量|总量|总额|目标值|目标|达到|达|数)$/u;

/** What is left of the name of a figure when place, chain, growth and words of counting are taken off. */
export function coreOf(name: string, mode: TargetMode): string {
  let core = plain(name);
  const shorter = (pattern: RegExp): void => {
    const rest = core.replace(pattern, '');
    if (rest.length >= 2) core = rest;
  };
  shorter(lead);
  if (mode === 'growth') shorter(growth);
  shorter(/(?:年均|同比)$/u);
  return core;
}

const plain = (name: string): string =>
  name
    .replace(/[\s“”"'‘’《》〈〉「」·]/gu, '')
    .replace(/[（(][^（()）]*[）)]/gu, '')
    .toLowerCase();

/** Without words of counting at its end: 规模以上企业数 is what 规模以上企业 are. */
const bare = (name: string): string => {
  const core = plain(name);
  const rest = core.replace(tail, '');
  return rest.length >= 2 ? rest : core;
};

/** From how alike on a name is taken without asking, and by how much the next one must be less alike. */
const sure = 0.85;
const apart = 0.08;
/** Fewer is no suggestion. */
const least = 0.3;
const most = 5;

/**
 * The indicators that a name may mean, the likeliest first. What is measured in something else can hardly be meant, which
 * the score says; a rate of growth is of anything.
 */
export function candidatesFor(
  core: string,
  { unit, mode }: { readonly unit: string; readonly mode: TargetMode },
  definitions: readonly Definition[],
): Candidate[] {
  return definitions
    .map((definition): Candidate => {
      const names = [definition.name, ...(definition.aliases ?? [])];
      const alike = Math.max(...names.map((name) => likeness(core, name)));
      const fits = mode === 'growth' ? definition.of.kind !== 'ratio' : ratioOfUnits(unit, definition.unit) !== null;
      return { indicatorId: definition.id, score: rounded(fits ? alike : alike * 0.4) };
    })
    .filter(({ score }) => score >= least)
    .sort((a, b) => b.score - a.score || (a.indicatorId < b.indicatorId ? -1 : 1))
    .slice(0, most);
}

/** The one that is meant without doubt; null: somebody has to say. */
export function chosen(candidates: readonly Candidate[]): string | null {
  const [first, second] = candidates;
  if (first === undefined || first.score < sure) return null;
  return second !== undefined && first.score - second.score < apart ? null : first.indicatorId;
}

const rounded = (score: number): number => Math.round(score * 100) / 100;

/** 1: the same; else how many pairs of neighbouring characters two names share. */
export function likeness(a: string, b: string): number {
  if (plain(a) === plain(b)) return 1;
  const [one, other] = [bare(a), bare(b)];
  if (one === other) return 0.98;
  return Math.min(0.97, Math.max(shared(one, other), shared(plain(a), plain(b))));
}

/** The share of pairs of neighbouring characters that two words have in common. */
function shared(a: string, b: string): number {
  const [left, rest] = [pairsOf(a), pairsOf(b)];
  const all = left.length + rest.length;
  let common = 0;
  for (const pair of left) {
    const at = rest.indexOf(pair);
    if (at < 0) continue;
    rest.splice(at, 1);
    common += 1;
  }
  return all === 0 ? 0 : (2 * common) / all;
}

const pairsOf = (word: string): string[] =>
  Array.from({ length: Math.max(0, word.length - 1) }, (_, at) => word.slice(at, at + 2));
