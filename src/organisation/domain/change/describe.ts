import { masked, type SensitiveField, sensitiveFields } from '../person/mask.ts';
import { type Change, type Kind, kindOrder, type Records } from './model.ts';

/** A field before and after, in words; sensitive values masked. */
export interface ShownChange {
  readonly field: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** What a record is called. */
export function nameOf(kind: Kind, record: Records[Kind]): string {
  const fields = record as Partial<
    Records['person'] & Records['post'] & Records['delegation'] & Records['grant'] & Records['region']
  >;
  switch (kind) {
    case 'region':
      return fields.terms?.at(-1)?.name ?? fields.code ?? '';
    case 'post':
      return fields.title ?? '';
    case 'delegation':
      return fields.id ?? '';
    case 'grant':
      return fields.postId ?? '';
    default:
      return fields.name ?? '';
  }
}

/** The fields that a change changes. */
export function shownChanges({ kind, before, after }: Change): ShownChange[] {
  const [old, now] = [shown(kind, before), shown(kind, after)];
  return [...new Set([...Object.keys(old), ...Object.keys(now)])]
    .map((field) => ({ field, before: old[field] ?? null, after: now[field] ?? null }))
    .filter((each) => each.before !== each.after || isHiddenChange(each.field, before, after));
}

/** Two sensitive values may differ where the mask hides it. */
const isHiddenChange = (field: string, before: unknown, after: unknown): boolean =>
  Object.hasOwn(sensitiveFields, field) && value(before, field) !== value(after, field);

const value = (record: unknown, field: string): unknown =>
  (record as Readonly<Record<string, unknown>> | null)?.[field] ?? null;

function shown(kind: Kind, record: Records[Kind] | null): Record<string, string | null> {
  if (record === null) return {};
  return Object.fromEntries(
    Object.entries(record).flatMap(([field, content]) => {
      if (field === 'id' || (kind !== 'region' && field === 'code')) return [];
      if (field === 'terms') return [['terms', (content as Records['region']['terms']).map(termWords).join('；')]];
      return [[field, words(field, content)]];
    }),
  );
}

function words(field: string, content: unknown): string | null {
  if (content === null || content === undefined || content === '') return null;
  if (Array.isArray(content)) return content.length === 0 ? null : content.join('、');
  if (typeof content === 'boolean') return content ? '是' : '否';
  const text = String(content);
  return Object.hasOwn(sensitiveFields, field) ? masked(field as SensitiveField, text) : text;
}

const termWords = ({
  name,
  parent,
  validFrom,
  validTo,
  aliases,
  successor,
}: Records['region']['terms'][number]): string =>
  [
    name,
    ...(aliases.length > 0 ? [`（${aliases.join('、')}）`] : []),
    ...(parent === null ? [] : [`属 ${parent}`]),
    ...(validFrom === null && validTo === null ? [] : [`${validFrom ?? ''}—${validTo ?? ''}`]),
    ...(successor === null ? [] : [`继任 ${successor}`]),
  ].join(' ');

/** What became of a record. */
export type Fate = 'added' | 'changed' | 'ended' | 'removed';
export function fateOf({ before, after }: Change): Fate {
  if (before === null) return 'added';
  if (after === null) return 'removed';
  return endIn(before) === null && endIn(after) !== null ? 'ended' : 'changed';
}

function endIn(record: Records[Kind]): string | null {
  const { validTo, terms } = record as {
    readonly validTo?: string | null;
    readonly terms?: Records['region']['terms'];
  };
  return terms === undefined ? (validTo ?? null) : (terms.at(-1)?.validTo ?? null);
}

/** Changes so that each comes after those it leans on; removals the other way round, at the end. */
export function inOrder(changes: readonly Change[]): Change[] {
  const place = ({ kind }: Change): number => kindOrder.indexOf(kind);
  const kept = changes.filter(({ after }) => after !== null).sort((a, b) => place(a) - place(b));
  const gone = changes.filter(({ after }) => after === null).sort((a, b) => place(b) - place(a));
  return [...kept, ...gone];
}
