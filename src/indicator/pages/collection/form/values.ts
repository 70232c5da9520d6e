import type { Values } from '../../../../../platform/web/form/model.ts';
import type { FormContentJson, FormJson } from '../../../contract.ts';

export type Columns = FormContentJson['columns'];
export type Checks = FormContentJson['checks'];
/** A unit that reports, as far as it is known here. */
export interface ChosenUnit {
  readonly id: string;
  readonly name: string;
  readonly regionName: string | null;
  readonly fromPeriod?: string | null;
}

/** With one of them put elsewhere. */
export function moved<T>(items: readonly T[], from: number, to: number): T[] {
  const next = [...items];
  next.splice(to, 0, ...next.splice(from, 1));
  return next;
}

/** A new form begins with what most forms are. */
export const usualValues = (firstPeriod: string | null): Values => ({
  ...{ name: '', note: '', columns: [], frequency: 'month', rows: 'enterprises', role: 'part', chains: [] },
  ...{ firstPeriod, opensAfter: 1, dueAfter: 10, remindBefore: 3, units: [], chainId: null },
  checks: { sums: [], ratios: [], cell: null } satisfies Checks,
});

export function valuesOf(form: FormJson): Values {
  const { name, note, columns, frequency, rows, role, chains, firstPeriod, opensAfter, dueAfter } = form;
  return {
    ...{ name, note, columns, frequency, rows, role, chains, firstPeriod, opensAfter, dueAfter },
    ...{ remindBefore: form.remindBefore, units: form.units, chainId: form.chainId, checks: form.checks },
  };
}

/** What is sent, from what the form holds after its own checks. */
export function contentOf(values: Values): FormContentJson {
  const rows = values.rows as FormContentJson['rows'];
  const columns = values.columns as Columns;
  const asked = new Set(columns.map(({ indicatorId }) => indicatorId));
  return {
    name: String(values.name),
    note: String(values.note ?? ''),
    columns,
    rows,
    chains: rows === 'chains' ? (values.chains as string[]) : [],
    role: values.role as FormContentJson['role'],
    frequency: values.frequency as FormContentJson['frequency'],
    firstPeriod: String(values.firstPeriod),
    opensAfter: Number(values.opensAfter),
    dueAfter: Number(values.dueAfter),
    remindBefore: Number(values.remindBefore),
    checks: finished(values.checks as Checks, asked),
    units: (values.units as ChosenUnit[]).map(({ id }) => id),
    chainId: typeof values.chainId === 'string' && values.chainId !== '' ? values.chainId : null,
  };
}

/** Without rules that nobody finished, and without those of indicators that the form does not ask for any more. */
function finished({ sums, ratios, cell }: Checks, asked: ReadonlySet<string>): Checks {
  return {
    sums: sums
      .map((rule) => ({ ...rule, parts: rule.parts.filter((part) => asked.has(part)) }))
      .filter(({ total, parts }) => asked.has(total) && parts.length > 0),
    ratios: ratios.filter(
      ({ above, below, low, high }) => asked.has(above) && asked.has(below) && (low !== null || high !== null),
    ),
    cell,
  };
}
