import { sm3 } from '../../../platform/digest/index.ts';
import { type FactDeps, loadEnterpriseFacts, titleKindsOf } from '../../enterprise/index.ts';
import { dayAt, type PackLibrary } from '../../kernel/index.ts';
import { formOf } from '../../policy/index.ts';
import type { CompiledEdition } from '../domain/index.ts';
import { editionsOf } from '../pack.ts';
import {
  blockSize,
  blockToJudge,
  type JudgedBy,
  type KeptProgram,
  type LadderDb,
  putJudged,
  putPrograms,
  putStandings,
  titleBytes,
} from '../store.ts';
import { compiledIfAny, hintsOf } from './editions.ts';
import type { JudgeAnswer } from './judge/judge-worker.ts';
import type { RowsAsked } from './judge/kept-rows.ts';
import { setupOf } from './judge/setup.ts';
import { judging } from './judge/threads.ts';
import { factsAsked } from './judged-row.ts';

export interface KeepDeps {
  readonly db: LadderDb;
  readonly facts: FactDeps;
  readonly library: PackLibrary;
}

/** What all blocks of one day are judged by. */
interface DayProgram extends JudgedBy {
  readonly setup: string;
  readonly ids: readonly string[];
  readonly editionsAsked: RowsAsked['editions'];
  readonly programs: readonly { readonly id: string; readonly content: KeptProgram }[];
}

const programs = new WeakMap<PackLibrary, DayProgram>();

/** What the day's editions come to; made once for a day. */
export function dayProgram({ facts, library }: Omit<KeepDeps, 'db'>, day: string): DayProgram {
  const known = programs.get(library);
  if (known?.day === day) return known;
  const made = programOfDay({ facts, library }, day);
  programs.set(library, made);
  return made;
}

function programOfDay({ facts: { facts }, library }: Omit<KeepDeps, 'db'>, day: string): DayProgram {
  const hints = hintsOf(library);
  const sources = editionsOf(library);
  const editions = titleKindsOf(library)
    .map(({ id }) => compiledIfAny(library, id, day))
    .filter((edition): edition is CompiledEdition => edition !== null && edition.empty === null);
  const setup = setupOf(editions, [], facts.table);
  const kept = editions.flatMap((edition) => {
    const source = sources.find(({ id }) => id === edition.id);
    if (source === undefined) return [];
    const numbers = factsAsked(edition, hints);
    const { hash, ...rest } = source;
    const content = { hash, edition: rest, facts: numbers.map((number) => facts.table.at(number)) };
    const asked = numbers.map((number) => ({ number, form: formOf(facts.table.at(number)) }));
    return [{ id: sm3(JSON.stringify(content)), content, asked, demands: edition.conditions.length }];
  });
  // Facts that only tell of the year before are read and kept, though no condition asks for them.
  const seen = new Set(setup.facts.map(({ number }) => number));
  const beside = [...new Set(kept.flatMap(({ asked }) => asked.map(({ number }) => number)))].filter(
    (n) => !seen.has(n),
  );
  const all = [
    ...setup.facts,
    ...beside.map((number) => ({ number, id: facts.table.at(number).id, form: formOf(facts.table.at(number)) })),
  ];
  const text = JSON.stringify({ ...setup, facts: all });
  return {
    ...{ day, setup: text, ids: all.map(({ id }) => id) },
    editions: sm3(`${kept.map(({ id }) => id).join()} ${facts.digest} ${sm3(text)}`),
    editionsAsked: kept.map(({ id, content, asked, demands }) => ({
      ...{ title: content.edition.title, program: id, demands, facts: asked },
    })),
    programs: kept.map(({ id, content }) => ({ id, content })),
  };
}

/**
 * Judges one block of enterprises whose columns or day or editions have changed, and keeps how they stand. Gives 0 when there
 * was none. Ask as the system.
 */
export async function keepStandings(deps: KeepDeps): Promise<number> {
  const { db, facts } = deps;
  const program = dayProgram(deps, dayAt(facts.clock.now()));
  const found = await blockToJudge(db, program);
  if (found === undefined) return 0;
  const { block, version } = found;
  const { readBlock } = await loadEnterpriseFacts();
  const { day, setup, editions: key, editionsAsked } = program;
  const [bytes, given] = await Promise.all([readBlock(facts, block, ['', ...program.ids]), titleBytes(db, block)]);
  const rows = { day, firstNo: block * blockSize + 1, editions: editionsAsked, given };
  const answer = (await judging().run({ key, setup, bytes, rows })) as JudgeAnswer;
  await db.transaction().execute(async (inside) => {
    await putPrograms(inside, program.programs);
    if (answer.rows !== null) await putStandings(inside, answer.rows, program);
    await putJudged(inside, { block, version, at: facts.clock.now() }, program);
  });
  return 1;
}
