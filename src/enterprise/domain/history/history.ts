import type { Day } from '../../../kernel/index.ts';
import type { EnterpriseContent, EnterprisePart } from '../model/index.ts';

/** What an enterprise was, from a day on; until the next such day. */
export interface Held {
  readonly from: Day;
  readonly content: EnterpriseContent;
}

/** All that it was, the earliest first, never empty; the last holds now. No two neighbours are the same. */
export type History = readonly [Held, ...Held[]];

export type Patch = Partial<EnterpriseContent>;

/** In the order in which people read them. */
export const enterpriseParts: readonly EnterprisePart[] = [
  ...(['code', 'codeReason', 'name', 'shortName', 'otherNames', 'legalRepresentative', 'address'] as const),
  ...(['regionId', 'parkId', 'industry', 'scale', 'foundedOn', 'capitalFen', 'scope', 'products'] as const),
  ...(['state', 'unitId', 'chainId'] as const),
];

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
export const sameContent = (a: EnterpriseContent, b: EnterpriseContent): boolean =>
  enterpriseParts.every((part) => same(a[part], b[part]));

/** Which parts of a patch say something else than a content does. */
export const partsChanged = (content: EnterpriseContent, patch: Patch): EnterprisePart[] =>
  enterpriseParts.filter((part) => patch[part] !== undefined && !same(patch[part], content[part]));

export const nowOf = (history: History): Held => history[history.length - 1] ?? history[0];

/** What it was on a day; undefined: before anything is known of it. */
export const heldOn = (history: History, day: Day): Held | undefined => history.findLast(({ from }) => from <= day);

/**
 * The enterprise became something else on a day: until then it stays what it was. A day before the last known change takes
 * the parts along up to where they were changed next. A day before anything is known holds from that day on.
 */
export function changed(history: History, on: Day, patch: Patch): History {
  const before = heldOn(history, on);
  const first = history[0];
  if (before === undefined)
    return tidy([{ from: on, content: { ...first.content, ...patch } }, ...carried(history, first.content, patch)]);
  const at = history.indexOf(before);
  const [earlier, later] = [history.slice(0, at), history.slice(at + 1)];
  const kept = before.from < on ? [before] : [];
  const next: Held = { from: on, content: { ...before.content, ...patch } };
  return tidy([...earlier, ...kept, next, ...carried(later, before.content, patch)]);
}

/** Each part goes on as patched for as long as it is what it was before the patch. */
function carried(later: readonly Held[], was: EnterpriseContent, patch: Patch): Held[] {
  const open = new Set(enterpriseParts.filter((part) => patch[part] !== undefined));
  return later.map(({ from, content }) => {
    for (const part of open) if (!same(content[part], was[part])) open.delete(part);
    return { from, content: patched(content, patch, open) };
  });
}

/** What was written down wrongly is put right: now, and back for as long as the same wrong thing stood there. */
export function corrected(history: History, patch: Patch): History {
  const now = nowOf(history).content;
  const open = new Set(enterpriseParts.filter((part) => patch[part] !== undefined));
  const mended = history.toReversed().map(({ from, content }) => {
    for (const part of open) if (!same(content[part], now[part])) open.delete(part);
    return { from, content: patched(content, patch, open) };
  });
  return tidy(mended.toReversed());
}

const patched = (content: EnterpriseContent, patch: Patch, parts: ReadonlySet<EnterprisePart>): EnterpriseContent => ({
  ...content,
  ...Object.fromEntries([...parts].map((part) => [part, patch[part]])),
});

/** Neighbours that are the same are one. */
function tidy(held: readonly Held[]): History {
  const kept = held.filter(({ content }, i) => {
    const before = held[i - 1];
    return before === undefined || !sameContent(before.content, content);
  });
  const [first, ...rest] = kept;
  if (first === undefined) throw new Error('a history without anything');
  return [first, ...rest];
}
