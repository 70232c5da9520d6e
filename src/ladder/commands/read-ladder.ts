import { type Actor, permit } from '../../access/index.ts';
import {
  type EnterpriseDeps,
  type FactDeps,
  type KnownFact,
  loadEnterpriseFacts,
  titleKindsOf,
} from '../../enterprise/index.ts';
import type { IndicatorDeps } from '../../indicator/index.ts';
import { addDays, dayAt, isDayText, type PackLibrary, RefusalError } from '../../kernel/index.ts';
import { factText } from '../../policy/index.ts';
import type { LadderJson, LadderLineJson, StandingJson } from '../contract.ts';
import { type CompiledEdition, type Hints, judge, standingOf, stepWords, unmetWords, wayOf } from '../domain/index.ts';
import type { LadderDb } from '../store.ts';
import { compiledIfAny, hintsOf } from './editions.ts';

export interface LadderDeps {
  readonly db: LadderDb;
  readonly indicator: IndicatorDeps;
  readonly enterprise: EnterpriseDeps;
  readonly facts: FactDeps;
  readonly library: PackLibrary;
}

/** A title that ends within so many days is called to mind. */
const noticeDays = 90;

/** How one enterprise in sight stands by every title on a day, line by line. */
export async function readLadder(
  actor: Actor,
  { enterpriseId, on }: { readonly enterpriseId: string; readonly on?: string | undefined },
  { enterprise, facts: factDeps, library }: LadderDeps,
): Promise<LadderJson> {
  permit(actor, 'enterprise.read');
  const day = on ?? dayAt(enterprise.clock.now());
  if (!isDayText(day)) throw new RefusalError({ code: 'policy-day', field: 'on', given: day });
  const { enterpriseFacts } = await loadEnterpriseFacts();
  const { known, facts, titles } = await enterpriseFacts(actor, enterpriseId, day, factDeps);
  const hints = hintsOf(library);
  return {
    on: day,
    titles: titleKindsOf(library).map(({ id, name, ladder, step }): StandingJson => {
      const { standing, title } = standingOf(titles, id, day, addDays(day, noticeDays));
      const edition = compiledIfAny(library, id, day);
      const judged = edition === null ? nothing : judgedJson(edition, known, facts, hints);
      return {
        ...{
          title: { id, name, ladder, step },
          standing,
          givenOn: title?.givenOn ?? null,
          endsOn: title?.endsOn ?? null,
        },
        ...judged,
      };
    }),
  };
}

type Judged = Omit<StandingJson, 'title' | 'standing' | 'givenOn' | 'endsOn'>;
const nothing: Judged = {
  ...{
    edition: null,
    verdict: null,
    points: null,
    lines: [],
    gaps: [],
    steps: [],
    shortcut: null,
    missing: [],
    open: [],
  },
};

function judgedJson(edition: CompiledEdition, known: Float64Array, facts: readonly KnownFact[], hints: Hints): Judged {
  const judgement = judge(edition, known);
  const way = wayOf(edition, judgement, known, hints);
  const { points } = judgement;
  const nameOf = (fact: string): string =>
    edition.policy.facts.facts[edition.policy.facts.numberOf(fact) ?? -1]?.name ?? fact;
  const line = (
    kind: LadderLineJson['kind'],
    { id, name, place }: { readonly id: string; readonly name: string; readonly place: string },
    clauses: readonly number[],
    rest: Pick<LadderLineJson, 'state' | 'least' | 'most' | 'full'>,
  ): LadderLineJson => ({ id, kind, name, place, ...rest, facts: factsOf(edition, clauses, facts) });
  const rules = (
    kind: LadderLineJson['kind'],
    compiled: CompiledEdition['conditions'],
    found: typeof judgement.conditions,
  ) =>
    compiled.map((rule, at) =>
      line(kind, rule, [rule.clause], { state: found[at]?.state ?? null, least: null, most: null, full: null }),
    );
  const { id, name, docNumber, hash, empty, open } = edition;
  return {
    edition: { id, name, docNumber, hash, empty },
    verdict: judgement.verdict,
    points: points === null ? null : { least: points.least, most: points.most, asked: points.asked },
    lines:
      empty !== null
        ? []
        : [
            ...rules('exclude', edition.exclude, judgement.exclude),
            ...rules('condition', edition.conditions, judgement.conditions),
            ...edition.indicators.map((indicator, at) => {
              const { least = 0, most = 0 } = judgement.indicators[at] ?? {};
              const clauses = indicator.bands.map(({ clause }) => clause);
              return line('indicator', indicator, clauses, { state: null, least, most, full: indicator.most });
            }),
            ...rules('shortcut', edition.shortcuts, judgement.shortcuts),
          ],
    gaps: way.unmet.map(unmetWords),
    steps: way.steps?.map(stepWords) ?? [],
    shortcut: way.shortcut === null ? null : unmetWords(way.shortcut),
    missing: judgement.missing.map(nameOf),
    open: [...open],
  };
}

function factsOf(
  { policy }: CompiledEdition,
  clauses: readonly number[],
  facts: readonly KnownFact[],
): LadderLineJson['facts'] {
  const numbers = new Set(clauses.flatMap((clause) => policy.clauses[clause]?.facts ?? []));
  return [...numbers].map((number) => {
    const [fact, known] = [policy.facts.at(number), facts[number]];
    const isKnown = known !== undefined && !Number.isNaN(known.value);
    return {
      name: fact.name,
      value: isKnown ? factText(fact, known.value) : null,
      from: isKnown ? fromWords(known) : fact.from,
    };
  });
}

function fromWords({ origin }: KnownFact): string {
  switch (origin.kind) {
    case 'figures':
      return origin.from === origin.to ? `${origin.to} 年的数` : `${origin.from} 至 ${origin.to} 年的数`;
    case 'titles':
      return '登记的称号';
    case 'register':
      return '企业档案';
    case 'kept':
      return `${origin.source}（${origin.fromDay} 起）`;
    case 'none':
      return '';
  }
}
