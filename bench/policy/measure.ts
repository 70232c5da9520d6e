import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readPackFiles, skimPackLibrary } from '../../platform/pack-loader/index.ts';
import {
  batchProgram,
  batchRun,
  type Column,
  type ColumnShape,
  type CompiledLibrary,
  columnOf,
  compileLibrary,
  explainer,
  formOf,
  leaveOut,
  loadPolicyRuns,
  missingIn,
  policyPackKinds,
  resultsOf,
} from '../../src/policy/index.ts';
import { columns as fileColumns, writeEnterprises } from './enterprises.ts';
import { type HandColumns, handGroups, handLoop } from './hand-loop.ts';

const root = join(import.meta.dirname, '../..');
const on = '2025-12-31';
const policyIds = ['nanchang-textile-2025', 'yichun-leader-2023', 'hunan-textile-2023'];

export interface PolicyBench {
  readonly enterprises: number;
  /** Milliseconds of the processor for the generated loop and for the one by hand, warm, in one thread. */
  readonly loop: Pair;
  /** Milliseconds of whole processes, from the file to the sums, and with every award written as well. */
  readonly summary: Pair;
  readonly awards: Pair;
  /** Whole explanations of all the policies for one enterprise after another, in a second of the processor. */
  readonly explanations: number;
}

/** The least of several runs each, taken in turns, so that a busy machine slows both. */
export interface Pair {
  readonly ours: number;
  readonly byHand: number;
  readonly ratio: number;
}

/** Measures policies over made-up enterprises beside programs written by hand for the same rules. */
export async function measurePolicy(enterprises: number, progress: (line: string) => void): Promise<PolicyBench> {
  const folder = mkdtempSync(join(tmpdir(), 'jingwei-policy-bench-'));
  try {
    const file = join(folder, 'enterprises.csv');
    progress(`造 ${enterprises} 户……`);
    writeEnterprises(file, enterprises, 7);
    progress('整个过程……');
    const summary = await measureProcesses(folder, file, false);
    const awards = await measureProcesses(folder, file, true);
    progress('读进内存……');
    const library = compileLibrary(skimPackLibrary(readPackFiles(join(root, 'packs')), policyPackKinds), on, policyIds);
    const table = await tableOf(file, enterprises, library);
    progress('循环……');
    const loop = measureLoop(library, table);
    progress('逐户说明……');
    return { enterprises, loop, summary, awards, explanations: measureExplanations(library, table) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Table {
  readonly rows: number;
  /** By number of the fact. */
  readonly columns: readonly Column[];
  readonly shapes: readonly ColumnShape[];
}

async function tableOf(file: string, rows: number, { policies, facts }: CompiledLibrary): Promise<Table> {
  const there: readonly string[] = fileColumns;
  const shapes = facts.facts.map(
    (fact): ColumnShape =>
      there.includes(fact.id) ? { form: formOf(fact), mayMiss: false } : { form: 'absent', mayMiss: true },
  );
  const columns = shapes.map(({ form }) => columnOf(form, rows));
  const { readRows } = await loadPolicyRuns();
  let row = 0;
  for await (const { known } of readRows(file, policies, facts)) {
    for (const [fact, column] of columns.entries()) {
      const value = known[fact] ?? Number.NaN;
      if (column.length > 0) column[row] = Number.isNaN(value) ? missingIn[shapes[fact]?.form ?? 'absent'] : value;
    }
    row += 1;
  }
  return { rows, columns, shapes };
}

function measureLoop({ policies, facts }: CompiledLibrary, { rows, columns, shapes }: Table): Pair {
  const absent = new Set(shapes.flatMap(({ form }, fact) => (form === 'absent' ? [fact] : [])));
  const { program } = leaveOut(batchProgram(policies), absent);
  const results = resultsOf(program, rows);
  const run = batchRun(program, shapes);
  const column = <C extends Column>(id: string): C => columns[facts.numberOf(id) ?? -1] as C;
  const hand: HandColumns = {
    ...{ city: column('city'), chain: column('chain'), dishonest: column('dishonest_3y') },
    ...{ accident: column('accident_3y'), digitalLevel: column('digital_level') },
    ...{ firstAbove: column('first_above_scale_year'), inLibrary: column('in_library_next_year') },
    ...{ littleGiant: column('little_giant_national_year'), championNational: column('champion_national_year') },
    ...{ championProvince: column('champion_province_year'), zjtx: column('zjtx_province_year') },
    ...{ smeTech: column('sme_tech_in_library'), hightechYear: column('hightech_recognized_year') },
    ...{ domesticFair: column('domestic_fair'), boothFee: column('booth_fee'), booths: column('booths') },
    ...{ overseasFair: column('overseas_fair'), people: column('people_per_fair') },
    ...{ lodging: column('lodging_cost'), airfare: column('airfare_cost'), lead: column('micro_reform_lead') },
    ...{ partners: column('upstream_partners'), leaderProvince: column('chain_leader_province_year') },
    ...{ leaderCity: column('chain_leader_city_year'), growth: column('revenue_growth_pct') },
    ...{ cityGrowth: column('city_growth_pct'), revenue: column('revenue'), before: column('rev_prev_max') },
    ...{ research: column('rd_extra_deduction_delta'), field: column('hightech_field') },
  };
  const awards = handGroups.map(() => new Int32Array(rows));
  const pair = inTurns(
    15,
    () => run(columns, results, 0, rows),
    () => handLoop(hand, rows, 2025, awards),
  );
  for (const [at, group] of handGroups.entries()) {
    const slot = program.slots.findIndex((each) => `${policies[each.policy]?.id}/${each.group}` === group);
    const own = results.awards[slot];
    if (own === undefined || !awards[at]?.every((award, row) => award === own[row]))
      throw new Error(`${group}: the loops do not agree`);
  }
  return pair;
}

function inTurns(times: number, ours: () => void, byHand: () => void): Pair {
  const [mine, theirs]: [number[], number[]] = [[], []];
  for (let at = 0; at < times; at++) {
    mine.push(millisecondsOf(ours));
    theirs.push(millisecondsOf(byHand));
  }
  return pairOf(mine, theirs);
}

const pairOf = (ours: readonly number[], byHand: readonly number[]): Pair => ({
  ours: Math.min(...ours),
  byHand: Math.min(...byHand),
  ratio: Math.min(...ours) / Math.min(...byHand),
});

/** What the thread used of the processor: a busy machine takes nothing of it. */
function millisecondsOf(work: () => void): number {
  const start = process.threadCpuUsage();
  work();
  const { user, system } = process.threadCpuUsage(start);
  return (user + system) / 1000;
}

async function measureProcesses(folder: string, file: string, withAwards: boolean): Promise<Pair> {
  const [awards, sums] = [join(folder, 'awards.csv'), join(folder, 'summary.json')];
  const [byHand, handSums] = [join(folder, 'awards-by-hand.csv'), join(folder, 'summary-by-hand.json')];
  const cli = ['apps/cli/main.ts', 'policy', 'run', '--packs', policyIds.join(','), '--facts', file, '--on', on];
  const [mine, theirs]: [number[], number[]] = [[], []];
  for (let at = 0; at < 5; at++) {
    mine.push(await processTime([...cli, '--summary', sums, ...(withAwards ? ['--out', awards] : [])]));
    theirs.push(await processTime(['bench/policy/hand-run.ts', file, handSums, ...(withAwards ? [byHand] : [])]));
  }
  const [own, hand] = [sums, handSums].map((path) => JSON.parse(readFileSync(path, 'utf8')).groups);
  for (const group of handGroups)
    if (JSON.stringify(own[group]) !== JSON.stringify(hand[group])) throw new Error(`${group}: the sums do not agree`);
  return pairOf(mine, theirs);
}

/** From the start of a process to its end, as the launcher starts it. */
async function processTime(words: readonly string[]): Promise<number> {
  const start = performance.now();
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', ...words], {
    ...{ cwd: root, stdio: 'ignore' },
    env: { NODE_COMPILE_CACHE: join(root, 'node_modules/.cache/node'), ...process.env },
  });
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`${words.join(' ')}: ${code}`);
  return performance.now() - start;
}

function measureExplanations({ policies, facts }: CompiledLibrary, { rows, columns, shapes }: Table): number {
  const explain = policies.map(explainer);
  const known = new Float64Array(facts.facts.length);
  const count = Math.min(rows, 40_000);
  let best = Number.POSITIVE_INFINITY;
  for (let time = 0; time < 3; time++) {
    const took = millisecondsOf(() => {
      for (let row = 0; row < count; row++) {
        for (const [fact, column] of columns.entries()) {
          const value = column[row] ?? Number.NaN;
          known[fact] = value === missingIn[shapes[fact]?.form ?? 'absent'] ? Number.NaN : value;
        }
        for (const each of explain) each(known);
      }
    });
    best = Math.min(best, took);
  }
  return Math.round((count / best) * 1000);
}
