import { causeOf, type Subject, type Warning, type WarningRule } from './model.ts';

/** A warning that was raised before and is not over: somebody deals with it, or put it aside. */
export interface OpenCause {
  readonly cause: string;
}

/** What is new, what goes on, and what is over. */
export interface Sifted {
  /** To be told to somebody. */
  readonly raised: readonly Warning[];
  /** Raised before; nobody is told again. */
  readonly lasting: readonly Warning[];
  /** Causes that were open and are found no more. */
  readonly over: readonly string[];
  /** Left out because another warning on the same subject explains them. */
  readonly explained: readonly { readonly warning: Warning; readonly by: WarningRule }[];
}

/** Of one subject the first of a row silences the second: without a figure there is no pace to speak of, and so on. */
const silences: readonly (readonly [WarningRule, WarningRule])[] = [
  ['missing', 'pace'],
  ['missing', 'streak'],
  ['missing', 'outlier'],
  ['pace', 'streak'],
  ['copy-forward', 'outlier'],
];

/**
 * Each cause is told once: a warning stays silent as long as the same cause is open. A cause that is silenced by another is
 * not over for that reason.
 */
export function sift(found: readonly Warning[], open: readonly OpenCause[]): Sifted {
  const rules = new Map<string, Set<WarningRule>>();
  for (const { subject, evidence } of found) {
    const key = keyOf(subject);
    rules.set(key, (rules.get(key) ?? new Set()).add(evidence.rule));
  }
  const known = new Set(open.map(({ cause }) => cause));
  const seen = new Set<string>();
  const [raised, lasting]: [Warning[], Warning[]] = [[], []];
  const explained: { warning: Warning; by: WarningRule }[] = [];
  for (const warning of found) {
    const cause = causeOf(warning);
    if (seen.has(cause)) continue;
    seen.add(cause);
    const others = rules.get(keyOf(warning.subject));
    const by = silences.find(([loud, quiet]) => quiet === warning.evidence.rule && others?.has(loud))?.[0];
    if (known.has(cause)) lasting.push(warning);
    else if (by !== undefined) explained.push({ warning, by });
    else raised.push(warning);
  }
  return { raised, lasting, over: [...known].filter((cause) => !seen.has(cause)), explained };
}

const keyOf = ({ indicatorId, placeId, chainId }: Subject): string => JSON.stringify([indicatorId, placeId, chainId]);
