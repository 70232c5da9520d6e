import { type Actor, permit } from '../../access/index.ts';
import { type Day, daysFrom, RefusalError, type WorkingCalendar } from '../../kernel/index.ts';
import type { ProjectJson } from '../contract.ts';
import {
  type Alarm,
  alarmsOf,
  begunIn,
  type Curve,
  curveOf,
  doneSums,
  expectedMonth,
  knownAt,
  lastMonthOf,
  libraryOf,
  lightOf,
  type MonthDone,
  nextPositions,
  normWords,
  type ProjectContent,
  type ProjectNorms,
  paceAt,
  permitDue,
  type Standing,
  stageOf,
  standingOf,
} from '../domain/index.ts';
import {
  contentAt,
  countingMonths,
  countPairRows,
  mergedInto,
  monthsAt,
  monthsBeside,
  readEvents,
  readFiles,
  readMonths,
  readProjectRow,
  readVersions,
  type StoredProject,
} from '../store.ts';
import { type ProjectDeps, today } from './deps.ts';
import { headOf, mayChange, monthJson } from './json.ts';
import { normsFor } from './norms.ts';

/** A project with all that is known of it; with `asOf` what was known of it at the end of that day. */
export async function readProject(
  actor: Actor,
  { projectId, asOf }: { readonly projectId: string; readonly asOf?: string | undefined },
  deps: ProjectDeps,
): Promise<ProjectJson> {
  permit(actor, 'project.read');
  const row = await readProjectRow(deps.db, actor, projectId);
  if (row === undefined) throw new RefusalError({ code: 'project-unknown', field: 'projectId', given: projectId });
  const now = today(deps);
  const back = asOf === undefined || asOf >= now ? null : asOf;
  return answerOf(actor, row, await knownOf(row, back, deps), deps);
}

/** What was known of a project on a day. */
interface Known {
  readonly asOf: Day | null;
  readonly day: Day;
  readonly content: ProjectContent;
  readonly standing: Standing;
  readonly events: Awaited<ReturnType<typeof readEvents>>;
  readonly done: readonly MonthDone[];
  readonly norms: ProjectNorms;
  readonly alarms: readonly Alarm[];
  readonly curve: Curve;
}

async function knownOf(row: StoredProject, asOf: Day | null, deps: ProjectDeps): Promise<Known> {
  const { db, calendar } = deps;
  const day = asOf ?? today(deps);
  const instant = new Date(Date.parse(`${day}T16:00:00Z`) - 1).toISOString();
  const all = await readEvents(db, row.id);
  const events = asOf === null ? all : knownAt(all, instant);
  if (events.length === 0)
    throw new RefusalError({ code: 'project-not-yet', field: 'asOf', given: day, limit: row.name });
  const content = asOf === null ? row.content : ((await contentAt(db, row.id, instant))?.content ?? row.content);
  const done = asOf === null ? await countingMonths(db, row.id) : await monthsAt(db, row.id, instant);
  const standing = standingOf(events);
  const { norms } = await normsFor(db, row.region_id, day, deps);
  const isOne = row.merged_into !== null && asOf === null;
  const alarms = isOne ? [] : alarmsOf({ content, standing, done, norms, calendar, today: day });
  return {
    asOf,
    day,
    content,
    standing,
    events,
    done,
    norms,
    alarms,
    curve: curveOf(begunIn(content, standing.days.started), done),
  };
}

async function answerOf(actor: Actor, row: StoredProject, known: Known, deps: ProjectDeps): Promise<ProjectJson> {
  const { asOf, day, content, standing, events, done, norms, alarms } = known;
  const { db, calendar } = deps;
  const months = asOf === null ? (await readMonths(db, row.id)).map(monthJson) : asReported(done);
  const instant = asOf === null ? null : new Date(Date.parse(`${asOf}T16:00:00Z`) - 1).toISOString();
  const isNow = asOf === null;
  return {
    ...headOf(row, day),
    ...(isNow ? {} : asKnown(known)),
    content: content as ProjectJson['content'],
    asOf,
    alarms: alarms.map(({ rule, light, since, reason }) => ({ rule, light, since, reason })),
    light: lightOf(alarms),
    events: events.map((event) => ({ ...event, files: [...event.files], counts: standing.counting.has(event.id) })),
    months,
    curve: curveJson(known),
    ...{ permitsDue: dueJson(content, norms, calendar), stay: stayOf(known), files: await filesOf(row.id, deps) },
    versions: (await readVersions(db, row.id, instant)).map(({ by_name, ...version }) => ({ ...version, by: by_name })),
    pairs: await countPairRows(db, actor, { box: 'open', projectId: row.id }),
    merged: await mergedInto(db, row.id),
    monthsBeside: isNow
      ? (await monthsBeside(db, row.id)).map(({ month, fen, vintage, from }) => ({ month, fen, vintage, from }))
      : [],
    may: {
      keep: isNow && mayChange(actor, row, 'project.keep'),
      review: isNow && mayChange(actor, row, 'project.review'),
      steps: isNow ? nextPositions(standing) : [],
    },
    ...{ createdAt: row.created_at, createdBy: row.created_by, changedAt: row.changed_at, changedBy: row.changed_by },
  };
}

/** What of the head was another at an earlier day. */
function asKnown({ content, standing, done, day }: Known) {
  const { days, position, positionOn } = standing;
  const sums = doneSums(content, done);
  return {
    ...{ name: content.facts.name, enterprise: content.facts.enterprise, code: content.facts.code },
    ...{ nature: content.facts.nature, position, positionOn, library: libraryOf(position) },
    stage: stageOf(position, days.started ?? null, day),
    ...{ startedOn: days.started ?? null, completedOn: days.completed ?? null },
    ...{ producingOn: days.producing ?? null, reachedOn: days.reached ?? null },
    ...{ undecided: standing.undecided.length > 0, withdrawnOn: standing.withdrawnOn },
    ...{ totalFen: content.facts.totalFen, doneFen: sums.done, confirmedFen: sums.confirmed },
    lastMonth: lastMonthOf(content, done),
  };
}

const asReported = (done: readonly MonthDone[]): ProjectJson['months'] =>
  done.map((month) => ({
    ...month,
    ...{ progress: '', problem: '', by: '', confirmedAt: null, confirmedBy: null, returned: null },
  }));

function curveJson({ curve, day }: Known): ProjectJson['curve'] {
  const { planned, done } = paceAt(curve, expectedMonth(day));
  return {
    points: curve.points.map(({ month, planned: plannedFen, done: doneFen }) => ({ month, plannedFen, doneFen })),
    spread: [...curve.spread],
    ...(planned === 0
      ? { plannedFen: null, paceBp: null }
      : { plannedFen: planned, paceBp: Math.round((done * 10_000) / planned) }),
  };
}

const dueJson = (content: ProjectContent, norms: ProjectNorms, calendar: WorkingCalendar): ProjectJson['permitsDue'] =>
  content.permits.map((permit) => {
    const { norm, dueOn, isUnknown } = permitDue(permit, norms, calendar);
    return { dueOn, unknown: isUnknown, norm: norm === null ? null : normWords(norm), source: norm?.source ?? '' };
  });

function stayOf({ standing, norms, day }: Known): ProjectJson['stay'] {
  if (standing.position === 'reached' || standing.withdrawnOn !== null) return null;
  const norm = norms.stays.find(({ position }) => position === standing.position);
  const days = Math.max(0, daysFrom(standing.positionOn, day));
  return { days, norm: norm?.days ?? null, source: norm?.source ?? '' };
}

const filesOf = async (id: string, { db }: ProjectDeps): Promise<ProjectJson['files']> =>
  (await readFiles(db, id)).map(({ taken_on, by_name, ...file }) => ({ ...file, takenOn: taken_on, by: by_name }));
