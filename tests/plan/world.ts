import { steppingClock } from '../../platform/clock/index.ts';
import { type TestDatabase, testDatabase } from '../../platform/db/testing/index.ts';
import { newId } from '../../platform/ids/index.ts';
import { writeWorkbook } from '../../platform/workbook/index.ts';
import { type Actor, localOperator } from '../../src/access/index.ts';
import type { DocumentExtraction, SourceText } from '../../src/document/index.ts';
import { RefusalError } from '../../src/kernel/index.ts';
import type { PlanDeps, Understanding } from '../../src/plan/commands/deps.ts';
import { beginImport, finishImport, type ImportFile } from '../../src/plan/commands/import-plan.ts';
import { loadPlan } from '../../src/plan/commands/load.ts';
import type { Finding } from '../../src/plan/domain/lint/model.ts';
import type { PlanTables } from '../../src/plan/store.ts';
import { exampleDocument, exampleText, indicator } from '../examples/plan.ts';

/**
 * The commands of the plan on a real database, with a reader that knows the example documents and a lint of one rule:
 * it finds an error in every indicator of 999 and a warning in one that differs from the same indicator of a parent.
 */
export interface PlanWorld {
  readonly deps: PlanDeps;
  readonly database: TestDatabase<PlanTables>;
  /** Imports the example with these fields and gives the plan's id. */
  readonly importPlan: (fields?: Partial<DocumentExtraction>, file?: Partial<ImportFile>) => Promise<string>;
  readonly revisionOf: (planId: string) => Promise<number>;
}

export const secretary: Actor = { ...localOperator, id: 'u1', name: '综合科' };
export const chief: Actor = { ...localOperator, id: 'u2', name: '链办主任' };

export async function openPlanWorld(): Promise<PlanWorld> {
  const database = await testDatabase<PlanTables>();
  let documents: DocumentExtraction[] = [];
  const understanding: Understanding = {
    read: async (fileName, bytes) => {
      if (bytes.length === 0) throw new RefusalError({ code: 'empty', field: fileName });
      return { text: exampleText, format: 'txt', tables: [], pageStarts: [], furniture: [] } satisfies SourceText;
    },
    extract: async () => documents,
    lint: async ({ document, parents }) => [
      ...document.indicators.filter(({ value }) => value === 999).map((one) => finding(one, 'error')),
      ...document.indicators
        .filter((one) => parents.some(({ extraction }) => extraction.indicators.some((above) => differs(one, above))))
        .map((one) => finding(one, 'warning')),
    ],
    writeWorkbook,
  };
  const deps: PlanDeps = { db: database.owner, clock: steppingClock('2025-03-01T00:00:00Z'), newId, understanding };
  return {
    deps,
    database,
    importPlan: async (fields = {}, file = {}) => {
      documents = [exampleDocument(fields)];
      const whole = { fileName: '方案.txt', bytes: Buffer.from('文件'), ...file };
      const record = await finishImport(secretary, await beginImport(secretary, whole, deps), whole, deps);
      return record.plans[0]!.planId;
    },
    revisionOf: async (planId) => (await loadPlan(deps.db, secretary, planId)).revision,
  };
}

const differs = (one: { name: string; value: number }, above: { name: string; value: number }): boolean =>
  one.name === above.name && one.value !== above.value;

const finding = (place: { start: number; end: number }, severity: Finding['severity']): Finding => ({
  rule: severity === 'error' ? 'value-nines' : 'parent-differs',
  severity,
  start: place.start,
  end: place.end,
  message: '数值有问题，请核对。',
  arithmetic: null,
  path: [],
  related: [],
});

/** The codes that a piece of work is refused with; fails the test when it is not refused. */
export async function refusalsOf(work: Promise<unknown>): Promise<string[]> {
  const cause = await work.then(
    () => new Error('not refused'),
    (error: unknown) => error,
  );
  if (cause instanceof RefusalError) return cause.refusals.map(({ code }) => code);
  throw cause;
}

export const nines = indicator({ value: 999 });
