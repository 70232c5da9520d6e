import type { Span } from '../../../kernel/index.ts';
import type { TaskItem } from '../model.ts';
import { headingPath, numberPath, type Section } from '../outline/outline.ts';
import { placeOf, type Reading, wordsOf } from '../reading.ts';
import { deadlinesIn } from './deadline.ts';
import { type Declaration, findDeclarations, inheritedIn } from './declaration.ts';
import { ownersOf } from './owner.ts';

/** Reads every item or paragraph that has responsible units. */
export function extractTasks(r: Reading): TaskItem[] {
  const declared = r.paragraphs.map((p) => findDeclarations(r.text.slice(p.start, p.end), wordsOf(r, p), p.start));
  let inherited: string[] = [];
  const tasks: TaskItem[] = [];
  const standing = r.paragraphs.map((p, i) =>
    declared[i]!.some((d) => d.inherited.length) ? [] : inheritedIn(wordsOf(r, p)),
  );
  let seen = 0;
  for (const owner of ownersOf(r, declared)) {
    for (; seen < owner.from; seen++) if (standing[seen]!.length > 0) inherited = standing[seen]!;
    const all = owner.declarations;
    const groups = mergePartial(all);
    const units = [...new Set(groups.flatMap((g) => g.units))];
    if (units.length === 0) continue;
    const own = inherited.filter((u) => !units.includes(u));
    const body = { start: r.paragraphs[owner.from]!.start, end: r.paragraphs[owner.to]!.end };
    const text = { start: body.start, end: Math.min(body.end, all[0]!.start > body.start ? body.end : body.end) };
    const leads = groups[0]!.leads;
    tasks.push({
      ...placeOf(r, body),
      no:
        owner.unnumbered === null
          ? numberPath(owner.section)
          : [numberPath(owner.section), `#${owner.unnumbered}`].filter(Boolean).join('/'),
      title: titleOf(r, owner.section, owner.unnumbered, body),
      text: wordsOf(r, text),
      lead: leads[0] ?? units[0] ?? null,
      coLeads: leads.length > 1 ? leads : [],
      units,
      inheritedUnits: own,
      groups: groups.length > 1 ? groups.map((g) => ({ lead: g.leads[0] ?? g.units[0] ?? null, units: g.units })) : [],
      deadlines: deadlinesIn(r.text, body.start, body.end, r.profile),
      recurring: recurringIn(r.text.slice(body.start, body.end)),
      path: headingPath(owner.section),
      confidence: /[：:]/.test(r.text.slice(all[0]!.start, all[0]!.start + 8)) || leads.length > 0 ? 0.95 : 0.85,
      rejected:
        leads.length > 0 || units.length < 2
          ? []
          : [`没有写明牵头单位，按排在第一的“${units[0]}”认定；也可能不分牵头与配合`],
    });
    for (const d of all) if (d.inherited.length > 0) inherited = [...d.inherited];
  }
  return tasks;
}

/** 牵头单位 on one line and 配合单位 on the next are one group. */
function mergePartial(declarations: readonly Declaration[]): { leads: string[]; units: string[] }[] {
  const groups: { leads: string[]; units: string[] }[] = [];
  let open = false;
  for (const d of declarations) {
    const last = groups.at(-1);
    if (d.units.length === 0) continue;
    if (last && open && d.partial && d.leads.length === 0) {
      last.units = [...new Set([...last.units, ...d.units])];
      continue;
    }
    groups.push({ leads: [...d.leads], units: [...d.units] });
    open = d.partial || d.leads.length > 0;
  }
  return groups;
}

/** The heading sentence up to the first 。 or ，; null when the first sentence is already the body. */
function titleOf(r: Reading, section: Section, unnumbered: number | null, body: Span): string | null {
  const words = wordsOf(r, body);
  const start =
    unnumbered === null && section.head >= 0 ? words.replace(/\s/g, '').indexOf(section.title.slice(0, 6)) : 0;
  const rest = words.slice(Math.max(0, start));
  const head = rest.split(/[。，；：\n（〔(]/)[0]!.trim();
  const bracketed = /^[^。，；：\n]*（[^（）]{1,8}）[^。，；：\n（]*/.exec(rest)?.[0];
  const title = bracketed && bracketed.length <= 40 && !/局|委|办）/.test(bracketed) ? bracketed : head;
  if (title.length < 2 || title.length > 40) return null;
  if (unnumbered !== null && (title.length > 24 || !/^[^。，]*。/.test(rest))) return null;
  return /\d/.test(title) && /[以到].*\d|\d+(?:个|家|项|场|%|亿|万)/.test(title) ? null : title;
}

function recurringIn(text: string): TaskItem['recurring'] {
  const found: ('monthly' | 'quarterly' | 'yearly')[] = [];
  if (/每月|按月|月调度|逐月/.test(text)) found.push('monthly');
  if (/每季度?|按季|季督查|逐季/.test(text)) found.push('quarterly');
  if (/每年|按年|年交账|逐年|每年度/.test(text)) found.push('yearly');
  return found;
}
