import { packLibrary } from '../../apps/packs.ts';
import { type CompiledEdition, type hintsFor, judge, loadLadderRuns, wayOf } from './subject.ts';

const library = packLibrary();
const { compiledIfAny, hintsOf } = await loadLadderRuns();
export const hints: ReturnType<typeof hintsFor> = hintsOf(library);

/** The edition of a title on a day; refuses where there is none. */
export function edition(title: string, on: string): CompiledEdition {
  const found = compiledIfAny(library, title, on);
  if (found === null) throw new RangeError(`no edition of ${title} on ${on}`);
  return found;
}

/** Facts as a file writes them; what is not named is not known. */
export type Written = Readonly<Record<string, number | string>>;

export function knownOf({ policy }: CompiledEdition, facts: Written): Float64Array {
  const known = new Float64Array(policy.facts.facts.length).fill(Number.NaN);
  for (const [id, value] of Object.entries(facts)) {
    const number = policy.facts.numberOf(id);
    const fact = number === undefined ? undefined : policy.facts.at(number);
    if (number === undefined || fact === undefined) throw new RangeError(`no fact ${id}`);
    if (fact.type === 'choice') known[number] = fact.options.findIndex((option) => option.id === value);
    else known[number] = fact.type === 'number' ? Math.round(Number(value) * fact.scale) : Number(value);
  }
  return known;
}

/** The whole judgement, and what is missing. */
export function judged(title: string, on: string, facts: Written) {
  const own = edition(title, on);
  const known = knownOf(own, facts);
  const judgement = judge(own, known);
  const points = (id: string) => judgement.indicators.find((each) => each.id === id);
  const state = (id: string) => judgement.conditions.find((each) => each.id === id)?.state;
  return {
    ...judgement,
    pointsOf: points,
    stateOf: state,
    way: wayOf(own, judgement, known, hints),
    edition: own,
    known,
  };
}
