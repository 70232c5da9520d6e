import { parseFormula } from '../language/parse.ts';
import type { ParameterSource, PolicySource } from '../source.ts';

/** A figure to try instead of the one in force. */
export interface FigureChange {
  readonly parameter: string;
  /** As packs write it: `12%`, `200万元`. */
  readonly value: string;
  /** From which day; null: as if it had always been so. */
  readonly from: string | null;
}

/** A figure of a policy as it stands on a day, for somebody who may change it. */
export interface Figure {
  readonly id: string;
  readonly name: string;
  /** Why it is left to judgement, if it is. */
  readonly reason: string | null;
  /** As written; null while none has begun. */
  readonly value: string | null;
  /** The same as a number and its unit, where it is just that; else it is made of other figures. */
  readonly plain: { readonly digits: string; readonly unit: string } | null;
  /** The least and the most that make sense by the unit; the compiler has the last word. */
  readonly bounds: { readonly least: number; readonly most: number | null };
  /** Figures that begin later. */
  readonly later: readonly { readonly from: string; readonly value: string }[];
}

/** The figures of a policy on a day, in the order of the document. */
export function figuresOf({ parameters }: PolicySource, on: string): Figure[] {
  return parameters.map(({ id, name, reason, values }) => {
    const sorted = values.toSorted((a, b) => ((a.from ?? '') < (b.from ?? '') ? -1 : 1));
    const value = sorted.filter(({ from }) => from === null || from <= on).at(-1)?.value ?? null;
    const later = sorted.flatMap(({ from, value }) => (from !== null && from > on ? [{ from, value }] : []));
    const plain = value === null ? null : plainFigure(value);
    return { id, name, reason, value, plain, bounds: { least: 0, most: plain?.unit === '%' ? 100 : null }, later };
  });
}

/** A value that is one number with a unit, taken apart. */
export function plainFigure(value: string): { readonly digits: string; readonly unit: string } | null {
  const formula = parseFormula(value);
  return 'kind' in formula && formula.kind === 'number' ? { digits: formula.digits, unit: formula.unit } : null;
}

/**
 * The policy with some figures changed: from a day on, so that what lies before stays as it was, or altogether. What began
 * later by the document is taken back by the change.
 */
export function withFigures(policy: PolicySource, changes: readonly FigureChange[]): PolicySource {
  const byId = new Map<string, FigureChange[]>();
  for (const change of changes) byId.set(change.parameter, [...(byId.get(change.parameter) ?? []), change]);
  return {
    ...policy,
    parameters: policy.parameters.map((parameter) =>
      (byId.get(parameter.id) ?? [])
        .toSorted((a, b) => ((a.from ?? '') < (b.from ?? '') ? -1 : 1))
        .reduce<ParameterSource>(changed, parameter),
    ),
  };
}

function changed(parameter: ParameterSource, { value, from }: FigureChange): ParameterSource {
  const kept = from === null ? [] : parameter.values.filter((each) => each.from === null || each.from < from);
  return { ...parameter, values: [...kept, { from, value }] };
}
