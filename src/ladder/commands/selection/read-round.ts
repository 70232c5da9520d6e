import { insideAsSystem } from '../../../../platform/db/index.ts';
import { type Actor, permit } from '../../../access/index.ts';
import { RefusalError } from '../../../kernel/index.ts';
import { factTableOf, factUnit } from '../../../policy/index.ts';
import type { SelectionOfficeJson, SelectionPageJson, SelectionRoundJson } from '../../contract.ts';
import type { RoundState } from '../../domain/selection/index.ts';
import {
  listRoundRows,
  readConflicts,
  readEntries,
  readExperts,
  readFiles,
  readObjections,
  readRankingRow,
  readRoundRow,
  readSeats,
  readSheets,
  readSteps,
  regionNames,
  roundCounts,
  type StoredEntry,
  type StoredRound,
} from '../../store/selection/index.ts';
import { compiledIfAny } from '../editions.ts';
import { type SelectionDeps, today } from './deps.ts';
import { entryJson } from './entry-json.ts';
import { rankingJson } from './ranking.ts';
import { mayRun, titleName } from './shared.ts';

const mostRounds = 500;
/** From when on everybody sees who is on the list. */
const isPublic = (state: RoundState): boolean => state === 'publicity' || state === 'listed';

/** The rounds in sight, those under way first. */
export async function listRounds(actor: Actor, deps: SelectionDeps): Promise<{ rows: SelectionRoundJson[] }> {
  permit(actor, 'enterprise.read');
  const rows = await listRoundRows(deps.db, actor, mostRounds);
  const counts = await countsOf(
    deps,
    rows.map(({ id }) => id),
  );
  return { rows: rows.map((row) => roundJson(actor, row, counts.get(row.id), deps)) };
}

/**
 * A round as far as it is for whom asks: who runs it sees everything, but marks only when scoring is over; others their own
 * applications, and the list from publicity on.
 */
export async function readRound(
  actor: Actor,
  { roundId }: { readonly roundId: string },
  deps: SelectionDeps,
): Promise<SelectionPageJson> {
  permit(actor, 'enterprise.read');
  const { db } = deps;
  const row = await readRoundRow(db, actor, roundId);
  if (row === undefined) throw new RefusalError({ code: 'selection-unknown', field: 'roundId', given: roundId });
  const counts = await countsOf(deps, [row.id]);
  const entries = await readEntries(db, row.id);
  const files = await readFiles(
    db,
    entries.map(({ id }) => id),
  );
  const office = mayRun(actor, row);
  return {
    round: roundJson(actor, row, counts.get(row.id), deps),
    entries: entries.map((entry) => entryJson(actor, entry, row, files)),
    list: isPublic(row.state) ? await listOf(row.id, deps) : null,
    office: office ? await officeJson(row, entries, deps) : null,
  };
}

/** How many apply is no secret, though who does is. */
const countsOf = (deps: SelectionDeps, ids: readonly string[]) =>
  insideAsSystem(deps.db, () => roundCounts(deps.db, ids));

/** Who is on the list, for everybody who sees the round. */
export async function listOf(roundId: string, { db }: SelectionDeps) {
  return insideAsSystem(db, async () => {
    const chosen = (await readEntries(db, roundId)).filter((entry) => entry.chosen === true);
    const names = await regionNames(
      db,
      chosen.map(({ region_id }) => region_id),
    );
    // By name: the list does not tell the order.
    const byName = chosen.toSorted((a, b) => a.name.localeCompare(b.name, 'zh') || (a.id < b.id ? -1 : 1));
    return byName.map(({ id, enterprise_id, name, code, region_id }) => ({
      ...{ entryId: id, enterpriseId: enterprise_id, name, code, region: names.get(region_id) ?? region_id },
    }));
  });
}

async function officeJson(
  row: StoredRound,
  entries: readonly StoredEntry[],
  { db }: SelectionDeps,
): Promise<SelectionOfficeJson> {
  const [experts, conflicts, seats, sheets, kept] = [
    await readExperts(db, row.id),
    await readConflicts(db, row.id),
    await readSeats(db, row.id),
    await readSheets(db, row.id),
    await readRankingRow(db, row.id),
  ];
  const nameOf = new Map(entries.map(({ id, name }) => [id, name]));
  const enterprises = new Map(entries.map(({ enterprise_id, name }) => [enterprise_id, name]));
  const expertOf = new Map(experts.map(({ person_id, name }) => [person_id, name]));
  const names = {
    entry: (id: string) => nameOf.get(id) ?? id,
    expert: (id: string) => expertOf.get(id) ?? id,
    remark: (entryId: string, expertId: string) =>
      sheets.find(({ entry_id, person_id }) => entry_id === entryId && person_id === expertId)?.remark ?? '',
  };
  return {
    experts: experts.map(({ person_id, name, unit_name, removed_at, removed_reason }) => {
      const own = seats.filter((seat) => seat.person_id === person_id && seat.left_at === null);
      return {
        ...{ personId: person_id, name, unit: unit_name, removed: removed_at === null ? null : (removed_reason ?? '') },
        ...{ seats: own.length, handed: own.filter(({ handed_at }) => handed_at !== null).length },
        conflicts: conflicts
          .filter((each) => each.person_id === person_id)
          .map(({ enterprise_id, reason }) => ({
            ...{ enterpriseId: enterprise_id, name: enterprises.get(enterprise_id) ?? '不在这一批的企业', reason },
          })),
      };
    }),
    seats: seats.map(({ entry_id, person_id, handed_at, left_at, left_reason }) => ({
      ...{ entryId: entry_id, personId: person_id, handed: handed_at !== null },
      left: left_at === null ? null : (left_reason ?? ''),
    })),
    ranking: kept === undefined ? null : rankingJson(kept, names),
    objections: (await readObjections(db, row.id)).map((each) => ({
      ...{ id: each.id, entryId: each.entry_id, name: names.entry(each.entry_id), raisedOn: each.raised_on },
      ...{ raisedBy: each.raised_by, words: each.words, notedBy: each.noted_by, upheld: each.upheld },
      ...{ answer: each.answer, answeredBy: each.answered_by },
    })),
    steps: (await readSteps(db, row.id)).map(({ at, by_name, words }) => ({ at, by: by_name, words })),
  };
}

function roundJson(
  actor: Actor,
  row: StoredRound,
  counts: { readonly applied: number; readonly chosen: number } | undefined,
  deps: SelectionDeps,
): SelectionRoundJson {
  const { scheme } = row;
  const table = factTableOf(deps.library);
  const on = row.frozen_on ?? (row.apply_to < today(deps) ? row.apply_to : today(deps));
  const edition = compiledIfAny(deps.library, row.title_kind, on);
  return {
    ...{ id: row.id, revision: row.revision, name: row.name, state: row.state },
    titleKind: { id: row.title_kind, name: titleName(deps.library, row.title_kind) },
    ...{ region: { id: row.region_id, name: row.region_name }, unit: { id: row.unit_id, name: row.unit_name } },
    chain: row.chain_id === null ? null : { id: row.chain_id, name: row.chain_name ?? row.chain_id },
    ...{ applyFrom: row.apply_from, applyTo: row.apply_to, scoreTo: row.score_to, publicityDays: row.publicity_days },
    note: row.note,
    edition:
      row.frozen_on === null
        ? edition === null
          ? null
          : { id: edition.id, name: edition.name, hash: edition.hash, empty: edition.empty }
        : row.edition_id === null
          ? null
          : { id: row.edition_id, name: row.edition_name ?? row.edition_id, hash: row.edition_hash ?? '', empty: null },
    measures: row.measures.map((measure) => {
      const fact = table.facts[table.numberOf(measure.fact) ?? -1];
      const all = measure.per === null ? null : table.facts[table.numberOf(measure.per) ?? -1];
      const own = fact?.name ?? measure.fact;
      return {
        ...measure,
        unit: measure.per === null ? (fact === undefined ? '' : (factUnit(fact) ?? '')) : '%',
        factName: measure.per === null ? own : `${own} ÷ ${all?.name ?? measure.per}`,
      };
    }),
    items: scheme.items.map((item) => ({ ...item })),
    ...{ quantitativeShare: scheme.quantitativeShare, expertShare: scheme.expertShare, panel: scheme.panel },
    ...{ trimmed: scheme.trimmed, spread: scheme.spread, places: scheme.places, line: scheme.line },
    ties: [...scheme.ties],
    ...{ frozenOn: row.frozen_on, frozenSm3: row.frozen_sm3, publicityFrom: row.publicity_from },
    ...{ publicityTo: row.publicity_to, listedOn: row.listed_on, listSource: row.list_source },
    ...{ endedReason: row.ended_reason, createdAt: row.created_at, createdBy: row.created_by },
    applied: counts?.applied ?? 0,
    chosen: isPublic(row.state) ? (counts?.chosen ?? 0) : 0,
    mayManage: mayRun(actor, row),
  };
}
