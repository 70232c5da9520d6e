import { type Actor, permit } from '../../access/index.ts';
import { type Day, RefusalError } from '../../kernel/index.ts';
import type { EnterpriseHistoryJson, EnterpriseJson } from '../contract.ts';
import { heldOn } from '../domain/index.ts';
import {
  contentOf,
  countOpen,
  enterpriseOfUnit,
  enterprisesOfCodes,
  mergedInto,
  placeNames,
  readChanges,
  readContacts,
  readEnterpriseRow,
  readFigures,
  readFiles,
  readHistory,
  readTitles,
  type StoredEnterprise,
} from '../store.ts';
import { type EnterpriseDeps, today } from './deps.ts';
import { figuresJson, headOf, mayWith, namedIn, rowJson, titleHolds, titleJson } from './json.ts';

/** The enterprise in sight, or a refusal as if there were none. */
export async function seenEnterprise(
  actor: Actor,
  id: string,
  { db }: Pick<EnterpriseDeps, 'db'>,
): Promise<StoredEnterprise> {
  const row = await readEnterpriseRow(db, actor, id);
  if (row === undefined) throw new RefusalError({ code: 'enterprise-unknown', field: 'enterpriseId', given: id });
  return row;
}

/**
 * An enterprise with all that the register has of it; with `asOf` what it was on that day: its content, the titles that held,
 * the figures of periods that were over. Refuses a day before anything is known of it.
 */
export async function readEnterprise(
  actor: Actor,
  { enterpriseId, asOf }: { readonly enterpriseId: string; readonly asOf?: Day | undefined },
  deps: EnterpriseDeps,
): Promise<EnterpriseJson> {
  permit(actor, 'enterprise.read');
  const row = await seenEnterprise(actor, enterpriseId, deps);
  const now = today(deps);
  const back = asOf === undefined || asOf >= now ? null : asOf;
  const day = back ?? now;
  const { db } = deps;
  const history = await readHistory(db, row);
  const held = heldOn(history, day);
  if (held === undefined && back !== null)
    throw new RefusalError({ code: 'enterprise-not-yet', field: 'asOf', given: day, limit: history[0].from });
  const content = back === null || held === undefined ? contentOf(row) : held.content;
  const titles = await readTitles(db, row.id);
  const figures = await readFigures(db, row.id, back);
  const open = await countOpen(db, row.id);
  return {
    ...headOf(row, deps),
    ...(back === null ? {} : await headThen(content, titles, day, deps)),
    content: { ...content, otherNames: [...content.otherNames], products: [...content.products] },
    ...{ asOf: back, since: held?.from ?? row.since },
    unit: row.unit_id === null ? null : { id: row.unit_id, name: row.unit_name ?? row.unit_id },
    spans: history.map(({ from, content: was }, i) => ({
      ...{ from, to: history[i + 1]?.from ?? null },
      content: { ...was, otherNames: [...was.otherNames], products: [...was.products] },
    })),
    allTitles: titles
      .filter(({ given_on }) => given_on <= day || back === null)
      .map((each) => titleJson(each, day, deps)),
    figures: figures.map(figuresJson),
    contacts: await readContacts(db, row.id),
    files: await readFiles(db, row.id),
    merged: await mergedInto(db, row.id),
    ...{ openRequests: open.requests, openPairs: open.pairs },
    may: {
      keep: back === null && mayWith(actor, row, 'enterprise.keep'),
      review: back === null && mayWith(actor, row, 'enterprise.review'),
      contact: mayWith(actor, row, 'enterprise.contact'),
      ask: back === null && row.unit_id !== null && mayWith(actor, row, 'enterprise.ask'),
    },
    ...{ createdAt: row.created_at, createdBy: row.created_by, changedAt: row.changed_at, changedBy: row.changed_by },
  };
}

async function headThen(
  content: ReturnType<typeof contentOf>,
  titles: Awaited<ReturnType<typeof readTitles>>,
  day: Day,
  deps: EnterpriseDeps,
) {
  const names = await placeNames(deps.db, content);
  const held = [...new Set(titles.filter((title) => titleHolds(title, day)).map(({ kind }) => kind))];
  return {
    ...{ name: content.name, shortName: content.shortName, code: content.code, industry: content.industry },
    ...{ scale: content.scale, state: content.state, foundedOn: content.foundedOn, ...names },
    ...{ titles: namedIn(held, deps.titles), tags: [] },
  };
}

/** What was done with an enterprise, the newest first. */
export async function readEnterpriseHistory(
  actor: Actor,
  asked: { readonly enterpriseId: string; readonly page: number; readonly pageSize: number },
  deps: EnterpriseDeps,
): Promise<{ rows: EnterpriseHistoryJson[]; total: number; page: number; pageSize: number }> {
  permit(actor, 'enterprise.read');
  const { page, pageSize } = asked;
  const { id } = await seenEnterprise(actor, asked.enterpriseId, deps);
  const { rows, total } = await readChanges(deps.db, id, { limit: pageSize, offset: (page - 1) * pageSize });
  const json = rows.map(({ holds_from, request_id, by_name, before, after, ...rest }) => ({
    ...rest,
    ...{ before: { ...before }, after: { ...after } },
    ...{ holdsFrom: holds_from, requestId: request_id, by: by_name },
  }));
  return { rows: json, total, page, pageSize };
}

/** Enterprises in sight by their codes, as rows of the list. */
export async function enterprisesByCode(actor: Actor, codes: readonly string[], deps: EnterpriseDeps) {
  permit(actor, 'enterprise.read');
  return (await enterprisesOfCodes(deps.db, actor, codes)).map((row) => rowJson(row, deps));
}

/** The enterprise whose people come in through the actor's own unit. */
export async function readOwnEnterprise(actor: Actor, deps: EnterpriseDeps): Promise<{ id: string | null }> {
  permit(actor, 'enterprise.read');
  const unitId = actor.post?.unitId;
  const own = unitId === undefined ? undefined : await enterpriseOfUnit(deps.db, actor, unitId);
  return { id: own?.id ?? null };
}
