import type { Actor, Permission } from '../../access/index.ts';
import type { Day } from '../../kernel/index.ts';
import type { EnterpriseFiguresJson, EnterpriseRowJson, EnterpriseTitleJson } from '../contract.ts';
import type { StoredEnterprise, StoredFigures, StoredTitle } from '../store.ts';
import type { EnterpriseDeps } from './deps.ts';
import { placeOf, reaches } from './lock.ts';

const namedOf = (id: string | null, name: string | null) => (id === null ? null : { id, name: name ?? id });

/** Names by the order of a dictionary; what is in none comes last under its id. */
export function namedIn(ids: readonly string[], names: readonly { readonly id: string; readonly name: string }[]) {
  const known = names.filter(({ id }) => ids.includes(id)).map(({ id, name }) => ({ id, name }));
  const others = ids.filter((id) => !names.some((each) => each.id === id)).map((id) => ({ id, name: id }));
  return [...known, ...others];
}

/** What every answer about an enterprise begins with. */
export const headOf = (row: StoredEnterprise, deps: Pick<EnterpriseDeps, 'titles' | 'tags'>) => ({
  ...{ id: row.id, revision: row.revision, name: row.name, shortName: row.short_name, code: row.code },
  region: { id: row.region_id, name: row.region_name },
  park: namedOf(row.park_id, row.park_name),
  chain: namedOf(row.chain_id, row.chain_name),
  ...{ industry: row.industry, scale: row.scale, state: row.state, foundedOn: row.founded_on },
  titles: namedIn(row.titles, deps.titles),
  tags: namedIn(row.tags, deps.tags),
  mergedInto: namedOf(row.merged_into, row.merged_name),
});

export const rowJson = (row: StoredEnterprise, deps: Pick<EnterpriseDeps, 'titles' | 'tags'>): EnterpriseRowJson => ({
  ...headOf(row, deps),
  ...{ legalRepresentative: row.legal_representative, address: row.address, products: row.products },
  ...{ capitalFen: row.capital_fen, revenueYuan: row.revenue, revenueYear: row.revenue_year },
  ...{ employees: row.employees, changedAt: row.changed_at },
});

/** Whether a title holds on a day. */
export const titleHolds = (title: Pick<StoredTitle, 'given_on' | 'ends_on' | 'ended_on'>, day: Day): boolean =>
  title.given_on <= day && [title.ends_on, title.ended_on].every((end) => end === null || end > day);

export const titleJson = (title: StoredTitle, day: Day, deps: Pick<EnterpriseDeps, 'titles'>): EnterpriseTitleJson => ({
  ...{ id: title.id, revision: title.revision, level: title.level, number: title.number, givenOn: title.given_on },
  kind: { id: title.kind, name: deps.titles.find(({ id }) => id === title.kind)?.name ?? title.kind },
  ...{ endsOn: title.ends_on, endedOn: title.ended_on, endedReason: title.ended_reason, edition: title.edition },
  ...{ source: title.source, holds: titleHolds(title, day), at: title.at, by: title.by_name },
});

export const figuresJson = ({ by_name, figures, ...rest }: StoredFigures): EnterpriseFiguresJson => ({
  ...rest,
  figures: { ...figures },
  by: by_name,
});

/** Whether an enterprise is the actor's to do something with. */
export const mayWith = (actor: Actor, row: StoredEnterprise, permission: Permission): boolean =>
  actor.permissions.has(permission) && reaches(actor, placeOf(row)) && row.merged_into === null;
