import type { PackLibrary } from '../../../kernel/index.ts';
import { FactTable } from '../../../policy/index.ts';
import {
  type CompiledEdition,
  compileEdition,
  factsFromText,
  type Gap,
  type Hints,
  type Judgement,
  judge,
  stepWords,
  unmetWords,
  wayOf,
} from '../../domain/index.ts';
import { type KeptProgram, type LadderDb, readPrograms, type StandingTable } from '../../store.ts';
import { hintsOf } from '../editions.ts';

/** What is short of a title, in sentences, and when it will do. */
export interface Short {
  readonly edition: CompiledEdition;
  readonly judgement: Judgement;
  readonly sentences: readonly string[];
  /** `到 2027-03-01` or `照去年的增势再过 2 年`; null: it depends on what somebody does. */
  readonly by: string | null;
}

type KeptRow = Pick<StandingTable, 'program_id' | 'facts' | 'judged_on'>;

/** Judges kept rows anew from what was kept beside them, so that the words are those of the judgement; null: nothing was judged. */
export async function shortReader(
  db: LadderDb,
  rows: readonly KeptRow[],
  library: PackLibrary,
): Promise<(row: KeptRow) => Short | null> {
  const ids = [...new Set(rows.flatMap(({ program_id }) => program_id ?? []))];
  const contents = new Map((await readPrograms(db, ids)).map(({ id, content }) => [id, content]));
  const compiled = new Map<string, CompiledEdition>();
  const hints = hintsOf(library);
  return ({ program_id, facts, judged_on }) => {
    const content = program_id === null ? undefined : contents.get(program_id);
    if (content === undefined || facts === null) return null;
    const key = `${program_id} ${judged_on}`;
    const edition = compiled.get(key) ?? keptEdition(content, judged_on);
    compiled.set(key, edition);
    return shortOf(edition, facts, hints);
  };
}

/** The edition of a kept program as it judged on a day. */
export function keptEdition({ hash, edition: source, facts }: KeptProgram, on: string): CompiledEdition {
  const { edition, faults } = compileEdition(source, new FactTable(facts), { hash, on });
  if (edition === null) throw new RangeError(`kept edition ${source.id}: ${faults[0]?.code ?? ''}`);
  return edition;
}

export function shortOf(edition: CompiledEdition, facts: string, hints: Hints): Short {
  const known = factsFromText(facts);
  const judgement = judge(edition, known);
  const way = wayOf(edition, judgement, known, hints);
  const nameOf = (id: string): string =>
    edition.policy.facts.facts[edition.policy.facts.numberOf(id) ?? -1]?.name ?? id;
  const sentences = [
    ...way.unmet.map(unmetWords),
    ...(way.missingPoints > 0 ? [`还差 ${way.missingPoints} 分`] : []),
    ...(way.steps ?? []).map(stepWords),
    ...(way.shortcut === null ? [] : [`或者：${unmetWords(way.shortcut)}`]),
    ...(judgement.missing.length === 0 ? [] : [`补上才能断定：${judgement.missing.map(nameOf).join('、')}`]),
  ];
  const gaps = [...way.unmet.map((each) => each.gaps), ...(way.steps ?? []).map((each) => each.gaps)];
  return { edition, judgement, sentences, by: byWords(gaps) };
}

/** When everything that is short will be there by itself or at last year's pace; null when any of it will not. */
export function byWords(all: readonly (readonly Gap[] | null)[]): string | null {
  const gaps = all.flat();
  if (gaps.length === 0 || gaps.some((gap) => gap === null || (gap.on === null && gap.years === null))) return null;
  const years = Math.max(0, ...gaps.map((gap) => gap?.years ?? 0));
  const day = gaps
    .map((gap) => gap?.on ?? '')
    .toSorted()
    .at(-1);
  if (years === 0) return `到 ${day} 前后`;
  return day === '' ? `照去年的增势再过 ${years} 年` : `到 ${day} 前后，并且照去年的增势再过 ${years} 年`;
}
