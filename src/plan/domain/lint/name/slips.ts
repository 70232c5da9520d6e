import { liesWithin, parentOf, type RegionEntry } from '../../register/index.ts';
import type { LintContext } from '../context.ts';
import { type NearMiss, nearMisses } from './near-misses.ts';

/** A stretch of the document that most likely means a known name. Offsets are into the mended text. */
export interface NameSlip extends NearMiss {
  readonly meant: string;
}

/** A stretch that the document writes as often as this is meant so. */
const HABIT = 3;

/** Regions and chains of the register that the document speaks of, and where it writes them with one slip. */
export function nameSlips(context: LintContext): NameSlip[] {
  const first = context.text.paragraphs[0];
  const last = context.text.paragraphs.at(-1);
  if (!first || !last) return [];
  const whole = context.text.text.slice(first.start, last.end);
  const spoken = `${context.document.issuer ?? ''}\n${whole}`;
  const { regions, chains } = context.register;
  const known = new Set([...regions, ...chains].flatMap((entry) => [entry.name, ...entry.aliases]));
  const seen = new Set<number>();
  return namesOf(context)
    .filter((name) => spoken.includes(name))
    .flatMap((name) =>
      nearMisses(whole, name, tailOf(name), (word) => known.has(word) || count(whole, word) >= HABIT).flatMap(
        (miss) => {
          if (miss.written.includes('\n') || seen.has(miss.start)) return [];
          seen.add(miss.start);
          return [{ ...miss, start: first.start + miss.start, end: first.start + miss.end, meant: name }];
        },
      ),
    );
}

/** Names of the neighbourhood: regions of the same province, chains of the document's region and those above it. */
function namesOf(context: LintContext): string[] {
  const { regions, chains } = context.register;
  const home = context.home;
  const top = home === null ? null : provinceOf(home, regions);
  const near = regions.filter((r) => top === null || liesWithin(r.code, top, regions));
  const ours = chains.filter((c) => home === null || liesWithin(home.code, c.region, regions));
  return [...new Set([...near, ...ours].flatMap((entry) => [entry.name, ...entry.aliases]))].filter(
    (name) => tailOf(name) > 0,
  );
}

function provinceOf(home: RegionEntry, regions: readonly RegionEntry[]): string {
  let at = home;
  for (let steps = 0; steps < 6; steps++) {
    const above = regions.find((r) => r.code === parentOf(at));
    if (above === undefined) break;
    at = above;
  }
  return at.code;
}

/** Names that end otherwise (现代针纺, 青山湖) are too like ordinary words. */
const KIND = /(?:产业链|产业集群|街道|自治县|省|市|区|县|镇|乡)$/;
const tailOf = (name: string): number => KIND.exec(name)?.[0].length ?? 0;

function count(text: string, word: string): number {
  let n = 0;
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) n++;
  return n;
}
