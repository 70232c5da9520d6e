import { csvLine } from '../../../../platform/workbook/csv.ts';
import type { TrialAnswer } from '../../contract/sandbox.ts';
import { populationOf, TrialRun } from '../../domain/index.ts';
import { ProgressNote } from './progress.ts';
import { type CaseFile, readCases } from './read-cases.ts';
import { compiledSides, factTableOf, type TrialTask, yearsAbout } from './task.ts';

/** One enterprise of a trial with what it gets: whole yuan. */
export interface TrialLine {
  readonly id: string;
  readonly places: Readonly<Record<string, string>>;
  readonly before: number;
  readonly after: number;
}

/** Regions of the invented city that invented enterprises are spread over. */
const inventedRegions = ['望江区', '芦洲区', '青石区', '云台县', '沙湾县', '白河市'];

/** Tries a change on everybody; `line` is told of each one, where somebody wants to know. */
export async function runTrial(task: TrialTask, line: ((line: TrialLine) => void) | null = null): Promise<TrialAnswer> {
  const note = new ProgressNote(task.progress);
  const facts = factTableOf(task.facts);
  const { before, after } = compiledSides(task.content, facts, task);
  const { permille, least, budget, people } = task;
  const run = new TrialRun({
    ...{ before, after, years: yearsAbout(task.content, facts, task) },
    ...{ cliffs: { permille, least }, budget },
  });
  const { absent, cases } =
    people.kind === 'file' ? await readCases(people, [before, after], facts, note) : invented(people, before, note);
  for (const each of cases) {
    const change = run.add(each);
    line?.({ id: each.id, places: each.places, ...change });
    note.row();
  }
  return {
    ...{ policyId: task.content.id, title: task.content.title, hash: task.hash, on: task.on, changes: task.changes },
    ...{ absent, report: run.report() },
    people: people.kind === 'file' ? { kind: 'file', name: people.name } : { kind: 'demo', seed: people.seed },
  };
}

function invented(
  { count, seed, applying }: Extract<TrialTask['people'], { kind: 'demo' }>,
  policy: Parameters<typeof populationOf>[0],
  note: ProgressNote,
): CaseFile {
  note.all(count);
  return { absent: [], cases: populationOf(policy, { count, seed, regions: inventedRegions, applying }) };
}

/** What everybody gets before and after, as comma-separated values. */
export async function trialLines(task: TrialTask): Promise<Uint8Array> {
  const head = csvLine(['编号', '地区', '产业链', '所在地', '现行（元）', '改后（元）', '相差（元）']);
  const parts = [`\uFEFF${head}`];
  await runTrial(task, ({ id, places, before, after }) => {
    const { region = '', chain = '', city = '' } = places;
    parts.push(csvLine([id, region, chain, city, before, after, after - before]));
  });
  return Buffer.from(parts.join(''));
}
