import { mostExported } from '../../../../platform/http/list-query.ts';
import { type Actor, permit } from '../../../access/index.ts';
import { titleKindNamed, titleKindsOf } from '../../../enterprise/index.ts';
import { dayAt, nearest, RefusalError, shifted } from '../../../kernel/index.ts';
import type { PipelineBox, PipelineRowJson } from '../../contract.ts';
import { usualMonths } from '../../domain/index.ts';
import {
  type ListedStanding,
  listedStandings,
  listStandingIds,
  listStandings,
  type PipelineSearch,
} from '../../store.ts';
import type { LadderDeps } from '../read-ladder.ts';
import { type Short, shortReader } from './short.ts';

/** What a list of one title is asked for. */
export interface PipelineAsked extends Pick<PipelineSearch, 'words' | 'filter' | 'sort'> {
  readonly title: string;
  readonly box?: PipelineBox | undefined;
  readonly months?: number | undefined;
  readonly year?: number | undefined;
}

/** One page of the enterprises in sight that stand so by a title. */
export async function findPipeline(
  actor: Actor,
  asked: PipelineAsked,
  page: { readonly limit: number; readonly offset: number },
  deps: LadderDeps,
): Promise<{ rows: PipelineRowJson[]; total: number; capped: boolean }> {
  permit(actor, 'enterprise.read');
  const { rows, ...counted } = await listStandings(deps.db, searchOf(asked, deps), actor, page);
  return { rows: await rowsJson(rows, deps), ...counted };
}

/** The same for a file: ids in order, and rows in batches. */
export async function pipelineToExport(
  actor: Actor,
  asked: PipelineAsked & { readonly ids: readonly string[] | null; readonly except: readonly string[] },
  deps: LadderDeps,
) {
  permit(actor, 'enterprise.read');
  const search = searchOf(asked, deps);
  const found = await listStandingIds(deps.db, search, actor, mostExported + 1);
  const [wanted, without] = [asked.ids === null ? null : new Set(asked.ids), new Set(asked.except)];
  const ids = found.filter((id) => !without.has(id) && (wanted?.has(id) ?? true));
  if (wanted === null && found.length > mostExported)
    throw new RefusalError({ code: 'list-too-long', limit: mostExported });
  return {
    ids,
    read: async (some: readonly string[]) => rowsJson(await listedStandings(deps.db, search.title, some, actor), deps),
  };
}

/** The first day on which what ends is no longer soon. */
export const untilAfter = (today: string, months: number): string => {
  const month = shifted(today.slice(0, 7), months);
  const [year, of] = month.split('-').map(Number);
  const last = new Date(Date.UTC(year ?? 0, of ?? 1, 0)).getUTCDate();
  return `${month}-${String(Math.min(last, Number(today.slice(8)))).padStart(2, '0')}`;
};

export const yearOf = (year: number) => ({ from: `${year}-01-01`, to: `${year}-12-31` });

function searchOf(
  { title, box = 'reach', months = usualMonths, year, ...rest }: PipelineAsked,
  deps: LadderDeps,
): PipelineSearch {
  const kinds = titleKindsOf(deps.library);
  const kind = titleKindNamed(kinds, title);
  if (kind === undefined) {
    const limit =
      nearest(
        title,
        kinds.flatMap(({ id, name }) => [id, name]),
      ) ?? '';
    throw new RefusalError({ code: 'ladder-title-unknown', field: 'title', given: title, limit });
  }
  const today = dayAt(deps.enterprise.clock.now());
  return {
    ...{ title: kind.id, box, until: untilAfter(today, months), year: yearOf(year ?? Number(today.slice(0, 4))) },
    ...{ words: rest.words, filter: rest.filter, sort: rest.sort },
  };
}

/** How many are judged before others get their turn: some milliseconds. */
const atOnce = 10;
const turn = () => new Promise<void>((resolve) => setImmediate(resolve));

async function rowsJson(
  rows: readonly ListedStanding[],
  { db, library, enterprise }: LadderDeps,
): Promise<PipelineRowJson[]> {
  const today = dayAt(enterprise.clock.now());
  const shortOf = await shortReader(db, rows, library);
  const made: PipelineRowJson[] = [];
  for (const [at, row] of rows.entries()) {
    if (at > 0 && at % atOnce === 0) await turn();
    made.push(rowJson(row, shortOf(row), today));
  }
  return made;
}

const dayMs = 86_400_000;

function rowJson(row: ListedStanding, short: Short | null, today: string): PipelineRowJson {
  const { judgement, edition } = short ?? {};
  const { least, most, asked } = judgement?.points ?? {};
  return {
    ...{ id: row.enterprise_id, name: row.name, code: row.code },
    region: { id: row.region_id, name: row.region_name },
    chain: row.chain_id === null ? null : { id: row.chain_id, name: row.chain_name ?? row.chain_id },
    ...{ standing: row.standing, verdict: row.verdict, reach: row.reach },
    points: least === undefined || most === undefined || asked === undefined ? null : { least, most, asked },
    ...{ short: [...(short?.sentences ?? [])], by: short?.by ?? null },
    ...{ givenOn: row.given_on, endsOn: row.ends_on, since: row.since, judgedOn: row.judged_on },
    days: row.ends_on === null ? null : Math.round((Date.parse(row.ends_on) - Date.parse(today)) / dayMs),
    edition: edition?.name ?? null,
  };
}
