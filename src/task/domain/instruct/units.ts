import type { FindUnit, FoundUnit, Stretch } from './model.ts';

/** A name of a unit in the words, with who may be meant. */
export interface SaidUnit extends Stretch {
  readonly said: string;
  /** Null: what is told to do something has no name that is known. */
  readonly found: FoundUnit | null;
}

/** Names of units end so; nothing else is looked up. */
const ENDING = /[局委办厅部院会心府道镇乡区县市司行社团校所站室组企关处馆队]/u;
const longestName = 30;

/** What is told to do something and stands in no register, by its ending and by the word that follows. */
const UNKNOWN =
  /(?<=^|[，,、。；;：:\n]|请|由|让|责成|和|与|及|会同|协同|联合|配合)([\p{Script=Han}（）()]{2,20}?(?:局|委|办|厅|部|院|会|公司|中心|集团|银行|协会|大学|学院|管委会|政府|街道|镇|乡|区|县))(?=共同|联合|具体|要|[、，,和与及]|牵头|负责|主办|承办|配合|协助|协同|参与|会同)/gu;

/**
 * The units that the words name, in their order: the longest name that is known from each place on, and names that only look
 * like one where somebody is told to lead or to help.
 */
export function unitsIn(words: string, find: FindUnit): SaidUnit[] {
  const found: SaidUnit[] = [];
  for (let start = 0; start < words.length; ) {
    const unit = longestAt(words, start, find);
    if (unit === null) start += 1;
    else {
      found.push(unit);
      start = unit.end;
    }
  }
  for (const match of words.matchAll(UNKNOWN)) {
    const [, name = ''] = match;
    const start = match.index;
    const end = start + name.length;
    if (name !== '' && !found.some((each) => each.start < end && each.end > start))
      found.push({ start, end, said: name, found: null });
  }
  return found.sort((a, b) => a.start - b.start);
}

function longestAt(words: string, start: number, find: FindUnit): SaidUnit | null {
  if (!/\p{Script=Han}/u.test(words.charAt(start))) return null;
  for (let end = Math.min(words.length, start + longestName); end >= start + 2; end--) {
    const said = words.slice(start, end);
    if (!ENDING.test(said.charAt(said.length - 1)) || /[，,。；;：:\n、]/u.test(said)) continue;
    const found = find(said);
    if (found !== null) return { start, end, said, found };
  }
  return null;
}
