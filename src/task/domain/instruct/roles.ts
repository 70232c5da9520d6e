import type { Role } from '../model/index.ts';
import type { Stretch } from './model.ts';
import type { SaidUnit } from './units.ts';

/** Units that are told the same, with what they are told; the stretch holds the words that say so. */
export interface Told extends Stretch {
  readonly units: readonly SaidUnit[];
  readonly role: Role;
  /** What they alone are to do; null: the whole, or to help with it. */
  readonly part: string | null;
}

const BETWEEN = /^\s*(?:[、和与及,，]|以及|并|还有|,)?\s*$/u;
const ADVERBS = '(?:共同|联合|具体|积极|全力|做好|予以|给予|主动|密切|分别|要|都要|来|抓紧|为主|同志)*';
const LEAD_AFTER = new RegExp(
  `^${ADVERBS}(?:牵头(?:负责|组织|抓|办理|落实|推进|研究)?|负责|主办|承办|主抓|抓总)(?:，|,|、)?`,
  'u',
);
const HELP_AFTER = new RegExp(`^${ADVERBS}(?:配合(?:好)?|协同|协助|参与|参加|支持|协办|保障)(?:，|,|、)?`, 'u');
const HELP_BEFORE = /(?:会同|协同|联合|商|协调|配合单位(?:为|是|：|:)?|配合的?有)$/u;
const LEAD_BEFORE =
  /(?:牵头单位(?:为|是|：|:)?|责任单位(?:为|是|：|:)?|责成|委托|督促|交由|交给|安排|要求|请|由|让|烦请|望)$/u;

/**
 * Who is told what: leads by 牵头, 负责 or 请…, who helps by 配合, 会同 and the like. A unit that begins a clause leads when
 * nobody else does, and has that clause as its own part when somebody does. Units that are only spoken of are left out.
 */
export function toldIn(words: string, units: readonly SaidUnit[], times: readonly Stretch[]): Told[] {
  const told: Told[] = [];
  for (const group of inGroups(words, units)) {
    const [first, last] = [group[0], group.at(-1)];
    if (first === undefined || last === undefined) continue;
    const [before, after] = [words.slice(0, first.start), words.slice(last.end)];
    const help = HELP_AFTER.exec(after);
    const lead = LEAD_AFTER.exec(after);
    const ahead = HELP_BEFORE.exec(before);
    const asked = LEAD_BEFORE.exec(before);
    const start = first.start - ((ahead ?? asked)?.[0].length ?? 0);
    if (lead !== null && ahead === null)
      told.push({ units: group, role: 'lead', part: null, start, end: last.end + lead[0].length });
    else if (help !== null)
      told.push({ units: group, role: 'cooperating', part: null, start, end: last.end + help[0].length });
    else if (ahead !== null)
      told.push({ units: group, role: 'cooperating', part: null, start, end: last.end + (lead?.[0].length ?? 0) });
    else if (asked !== null || begins(before, times)) {
      const leads = told.some(({ role }) => role === 'lead');
      const clause = /^[^，,。；;\n]*/u.exec(after)?.[0].trim() ?? '';
      if (leads && clause.length < 2) continue;
      told.push({
        ...{ units: group, start, end: last.end, role: leads ? 'cooperating' : 'lead' },
        part: leads ? clause : null,
      });
    }
  }
  return told;
}

/** Units in a row with nothing but 、 and the like between them. 请甲局牵头、乙局配合 are two rows. */
function inGroups(words: string, units: readonly SaidUnit[]): SaidUnit[][] {
  const groups: SaidUnit[][] = [];
  for (const unit of units) {
    const before = groups.at(-1)?.at(-1);
    if (before !== undefined && BETWEEN.test(words.slice(before.end, unit.start))) groups.at(-1)?.push(unit);
    else groups.push([unit]);
  }
  return groups;
}

/** Whether nothing is said in a sentence before a place but times and words of asking. */
function begins(before: string, times: readonly Stretch[]): boolean {
  const from = Math.max(...['。', '；', ';', '\n', '，', ',', '：', ':'].map((mark) => before.lastIndexOf(mark))) + 1;
  let rest = before.slice(from);
  for (const { start, end } of [...times].reverse())
    if (start >= from && end <= before.length) rest = rest.slice(0, start - from) + rest.slice(end - from);
  return /^(?:\s|请|烦请|务请|要求|并)*$/u.test(rest);
}
