import { RefusalError } from '../../../kernel/index.ts';
import type { ChangeJson } from '../../contract/sandbox.ts';
import {
  type CompiledPolicy,
  compilePolicy,
  type Fact,
  FactTable,
  type PolicySource,
  type TrialPlan,
  withFigures,
} from '../../domain/index.ts';

/** Everything that a thread needs to try a change; plain data. */
export interface TrialTask {
  readonly content: PolicySource;
  readonly hash: string;
  readonly facts: readonly Fact[];
  readonly on: string;
  readonly changes: readonly ChangeJson[];
  readonly permille: number;
  readonly least: number;
  readonly budget: TrialPlan['budget'];
  readonly people: People;
  readonly want: 'report' | 'xlsx' | 'csv';
  /** Shared memory: how far it is, and whether nobody waits any more. */
  readonly progress: SharedArrayBuffer;
}

export type People =
  | { readonly kind: 'file'; readonly name: string; readonly bytes: Uint8Array }
  | {
      readonly kind: 'demo';
      readonly count: number;
      readonly seed: number;
      readonly applying: { readonly from: string; readonly to: string };
    };

/** The policy in force and the changed one. Refuses changes that name no figure or cannot be calculated, by figure. */
export function compiledSides(
  content: PolicySource,
  facts: FactTable,
  { hash, on, changes }: { readonly hash: string; readonly on: string; readonly changes: readonly ChangeJson[] },
): { readonly before: CompiledPolicy; readonly after: CompiledPolicy } {
  const ids = content.parameters.map(({ id }) => id);
  const unknown = changes.find(({ parameter }) => !ids.includes(parameter));
  if (unknown !== undefined)
    throw new RefusalError({ code: 'trial-figure-unknown', field: 'changes', given: unknown.parameter });
  const before = compilePolicy(content, facts, { hash, on });
  if (before.policy === null)
    throw new RefusalError(
      ...before.faults.map(({ code, given, limit }) => ({ code, field: content.id, given, limit })),
    );
  const after = compilePolicy(withFigures(content, changes), facts, { hash, on });
  if (after.policy === null) throw new RefusalError(...after.faults.map((fault) => atFigure(fault, content, changes)));
  return { before: before.policy, after: after.policy };
}

type Fault = NonNullable<ReturnType<typeof compilePolicy>['faults'][number]>;

/** A fault at the figure that was changed, so that the form can show it there. */
function atFigure({ code, given, limit, path }: Fault, content: PolicySource, changes: readonly ChangeJson[]) {
  const [part, at] = path;
  const id = part === 'parameters' && typeof at === 'number' ? content.parameters[at]?.id : undefined;
  const only = changes.length === 1 ? changes[0]?.parameter : undefined;
  const figure = id ?? only;
  return { code, field: figure === undefined ? 'changes' : `changes.${figure}`, given, limit };
}

const [mostBack, mostAhead] = [1, 3];

/** The other years for which the cost is asked: the last one and some to come, while the document is in force. */
export function yearsAbout(
  content: PolicySource & { readonly validFrom: string | null; readonly validTo: string | null },
  facts: FactTable,
  task: Pick<TrialTask, 'hash' | 'on' | 'changes'>,
): TrialPlan['years'] {
  const year = Number(task.on.slice(0, 4));
  const first = Math.max(year - mostBack, Number(content.validFrom?.slice(0, 4) ?? 0));
  const last = Math.min(year + mostAhead, Number(content.validTo?.slice(0, 4) ?? 9999));
  const years = Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => first + at);
  return years
    .filter((each) => each !== year)
    .flatMap((each) => {
      const end = `${each}-12-31`;
      const on = content.validTo !== null && content.validTo < end ? content.validTo : end;
      // A figure that has not begun in a year leaves that year out.
      const [before, after] = [content, withFigures(content, task.changes)].map(
        (source) => compilePolicy(source, facts, { hash: task.hash, on }).policy,
      );
      return before === null || after === null || before === undefined || after === undefined
        ? []
        : [{ year: each, before, after }];
    });
}

export const factTableOf = (facts: readonly Fact[]): FactTable => new FactTable(facts);
