import { type Actor, covers, permit } from '../../../access/index.ts';
import { recording } from '../../../audit/index.ts';
import { firstDay, lengthOf, type Refusal, RefusalError } from '../../../kernel/index.ts';
import type { PutAnswerJson, PutFiguresJson } from '../../contract.ts';
import type { Definition } from '../../domain/definition.ts';
import type { FigureKey, Vintage } from '../../domain/figure.ts';
import { putRefusals } from '../../domain/form/put.ts';
import {
  insertBatch,
  lockBatch,
  namesOf,
  pastOfKeys,
  readBatch,
  type StandingFigure,
  standingOf,
  type UnitPlace,
  unitsOf,
} from '../../store/collection.ts';
import { type Entry, type IndicatorDb, readDefinitions, recordFigures } from '../../store.ts';
import { type IndicatorDeps, today } from '../deps.ts';
import { canonicalJson, sm3OfJson } from './digest.ts';
import { periodsBefore } from './facts.ts';
import { fillOnce } from './fill-once.ts';
import { saidOf } from './save-cells.ts';

export interface PutAnswer {
  readonly repeated: boolean;
  readonly saved: number;
  readonly same: number;
  readonly refused: number;
  readonly answers: readonly PutAnswerJson[];
}

/**
 * Takes a batch of figures of one unit from another system, or a person: what is right is saved, what is not is refused,
 * figure by figure. The same batch sent again gives the same answer and does nothing twice. Refuses another batch under a
 * key that was used (`figures-key-used`) and a unit beyond reach.
 */
export async function putFigures(actor: Actor, asked: PutFiguresJson, deps: IndicatorDeps): Promise<PutAnswer> {
  permit(actor, 'indicator.enter');
  const postId = actor.post?.id ?? actor.id;
  const hash = sm3OfJson({ unitId: asked.unitId ?? null, figures: asked.figures });
  const { answer, unitId, isNew } = await recordingOnce(actor, { postId, key: asked.key, hash }, asked, deps);
  if (isNew && answer.saved > 0) {
    const some = (of: (figure: PutFiguresJson['figures'][number]) => string) => [...new Set(asked.figures.map(of))];
    const reported = { periods: some(({ period }) => period), indicators: some(({ indicatorId }) => indicatorId) };
    await fillOnce(actor, { unitId, ...reported, except: null }, deps);
  }
  return answer;
}

interface Batch {
  readonly postId: string;
  readonly key: string;
  readonly hash: string;
}

async function recordingOnce(actor: Actor, batch: Batch, asked: PutFiguresJson, deps: IndicatorDeps) {
  const taken = await takenBefore(deps.db, batch);
  if (taken !== null) return { answer: taken, unitId: '', isNew: false };
  return recording(deps, actor, async (db, note) => {
    await lockBatch(db, batch.postId, batch.key);
    const meanwhile = await takenBefore(db, batch);
    const unit = await unitAsked(actor, asked, db);
    const done = meanwhile ?? (await record(db, actor, unit, asked, deps));
    if (meanwhile === null) await insertBatch(db, { ...batch, answer: done }, deps.clock.now());
    note({
      action: 'indicator.put-figures',
      record: { kind: 'figures', id: `${batch.postId}/${batch.key}`.slice(0, 200), name: unit.name },
      place: { regionId: unit.regionId, unitId: unit.id, chainId: null },
      changes: [{ field: 'figures', before: null, after: meanwhile === null ? done.saved : 0 }],
    });
    return { answer: done, unitId: unit.id, isNew: meanwhile === null };
  });
}

async function takenBefore(db: IndicatorDb, { postId, key, hash }: Batch): Promise<PutAnswer | null> {
  const before = await readBatch(db, postId, key);
  if (before === undefined) return null;
  if (before.hash !== hash) throw new RefusalError({ code: 'figures-key-used', field: 'key', given: key });
  return { ...(before.answer as PutAnswer), repeated: true };
}

async function unitAsked(actor: Actor, { unitId }: PutFiguresJson, db: IndicatorDb): Promise<UnitPlace> {
  const id = unitId ?? actor.post?.unitId ?? '';
  const unit = (await unitsOf(db, [id])).get(id);
  if (unit === undefined) throw new RefusalError({ code: 'unit-unknown', field: 'unitId', given: id });
  return unit;
}

type Given = PutFiguresJson['figures'][number];
interface Asked {
  readonly index: number;
  readonly given: Given;
  readonly key: FigureKey;
}

async function record(
  db: IndicatorDb,
  actor: Actor,
  unit: UnitPlace,
  { figures }: PutFiguresJson,
  deps: IndicatorDeps,
): Promise<PutAnswer> {
  const all = (await readDefinitions(db)).map(({ definition }) => definition);
  const definitions = new Map(all.map((each) => [each.id, each]));
  const asked = figures.map((given, index): Asked => ({ index, given, key: keyOf(given, unit.id) }));
  const keys = asked.map(({ key }) => key);
  const standing = await standingOf(db, keys);
  const past = await pastOf(db, asked);
  const { chain } = await namesOf(db, { chains: keys.map(({ chainId }) => chainId) });
  const seen = new Set<string>();
  const answers: PutAnswerJson[] = [];
  const entries: { readonly index: number; readonly entry: Entry }[] = [];
  for (const { index, given, key } of asked) {
    const text = canonicalJson(key);
    const stands = standing.get(index);
    const refusals: Refusal[] = seen.has(text) ? [{ code: 'figure-twice', field: `figures.${index}` }] : [];
    seen.add(text);
    if (!covers(actor.reach, { regionId: unit.regionId, unitId: unit.id, chainId: key.chainId || null }))
      refusals.push({ code: 'figures-beyond-reach', field: `figures.${index}`, given: unit.name });
    if (key.chainId !== '' && !chain.has(key.chainId))
      refusals.push({ code: 'chain-unknown', field: `figures.${index}`, given: key.chainId });
    refusals.push(...refusalsOf(given, index, definitions.get(key.indicatorId), past(index), stands, today(deps)));
    if (refusals.length > 0) answers.push({ index, state: 'refused', refusals: saidOf(refusals) });
    else {
      const entry = entryOf(given, key, stands);
      if (entry === null)
        answers.push({
          index,
          state: 'same',
          revision: stands?.revision ?? 0,
          vintage: stands?.vintage ?? 'preliminary',
        });
      else entries.push({ index, entry });
    }
  }
  const counts = all.filter(({ of }) => of.kind === 'count');
  const done = await recordFigures(
    db,
    entries.map(({ entry }) => entry),
    counts,
    actor,
    deps.clock.now(),
  );
  if (!done.ok) throw new RefusalError({ code: 'figures-changing', field: 'figures', given: done.stale.length });
  const saved = new Map(done.saved.map(({ entry, after }) => [entry, after]));
  for (const { index, entry } of entries) {
    const after = saved.get(entry);
    const { revision, vintage } =
      after === undefined
        ? { revision: entry.seen, vintage: entry.figure.vintage }
        : { revision: after.revision, vintage: after.figure.vintage };
    answers.push({ index, state: after === undefined ? 'same' : 'saved', revision, vintage });
  }
  const count = (state: PutAnswerJson['state']): number => answers.filter((each) => each.state === state).length;
  return {
    ...{ repeated: false, saved: count('saved'), same: count('same'), refused: count('refused') },
    answers: answers.toSorted((a, b) => a.index - b.index),
  };
}

const keyOf = (
  { indicatorId, period, enterpriseId = '', chainId = '', role = 'part' }: Given,
  unitId: string,
): FigureKey => ({
  ...{ indicatorId, period, unitId, enterpriseId, chainId, role },
});

async function pastOf(db: IndicatorDb, asked: readonly Asked[]) {
  const found = new Map<number, readonly { readonly period: string; readonly value: number }[]>();
  for (const [period, some] of Map.groupBy(asked, ({ key }) => key.period)) {
    const past = await pastOfKeys(
      db,
      some.map(({ key }) => key),
      periodsBefore(period),
    );
    for (const [at, { periods, values }] of past) {
      const index = some[at]?.index;
      if (index !== undefined)
        found.set(
          index,
          periods.map((each, place) => ({ period: each, value: values[place] ?? 0 })),
        );
    }
  }
  return (index: number) => found.get(index) ?? [];
}

function refusalsOf(
  given: Given,
  index: number,
  definition: Definition | undefined,
  past: readonly { readonly period: string; readonly value: number }[],
  stands: StandingFigure | undefined,
  day: string,
): Refusal[] {
  const field = `figures.${index}`;
  if (definition === undefined) return [{ code: 'indicator-missing', field, given: given.indicatorId }];
  if (lengthOf(given.period) !== definition.frequency)
    return [{ code: 'figure-period-length', field, given: given.period, limit: definition.frequency }];
  if (firstDay(given.period) > day) return [{ code: 'figure-period-future', field, given: given.period }];
  const found = putRefusals(definition, given, past).map((refusal) => ({ ...refusal, field }));
  if (given.seen !== undefined && given.seen !== (stands?.revision ?? 0))
    found.push({ code: 'figure-changed', field, given: given.seen, limit: stands?.revision ?? 0 });
  const isOther = stands !== undefined && stands.value !== given.value;
  if (isOther && stands.vintage === 'final' && (given.note ?? '').trim() === '')
    found.push({ code: 'figure-final', field });
  return found;
}

/** null: it stands already. What readers have had as final is revised, with the note why. */
function entryOf(given: Given, key: FigureKey, stands: StandingFigure | undefined): Entry | null {
  const [value, reason] = [given.value, some(given.reason)];
  const note = some(given.note);
  if (stands === undefined)
    return { key, figure: { value, reason, vintage: 'preliminary' }, regionId: null, seen: 0, note };
  if (stands.value === value && (stands.reason === reason || stands.vintage === 'final')) return null;
  const vintage: Vintage = stands.vintage === 'preliminary' || stands.value === value ? stands.vintage : 'revised';
  return { key, figure: { value, reason, vintage }, regionId: null, seen: stands.revision, note };
}
const some = (text: string | null | undefined): string | null => (text == null || text.trim() === '' ? null : text);
