import { sha256, sm3 } from '../../../../platform/digest/index.ts';
import { writeForm } from '../../../../platform/workbook/index.ts';
import { type Actor, permit } from '../../../access/index.ts';
import { recording } from '../../../audit/index.ts';
import { RefusalError, readSheet, type SheetFault } from '../../../kernel/index.ts';
import type { ProjectImportCheckJson } from '../../contract.ts';
import { fenWords, monthWords } from '../../domain/index.ts';
import {
  lockProjectRow,
  type MonthPut,
  monthsOf,
  type ProjectDb,
  putMonths,
  readProjectRows,
  reportable,
  type StoredProject,
} from '../../store.ts';
import { type ProjectDeps, today } from '../deps.ts';
import { mayChange } from '../json.ts';
import { placeOf } from '../lock.ts';
import { putOf } from '../months.ts';
import { settle } from '../settle.ts';
import { checkAnswer, type Difference, refuseUnready, type SentSheets, sheetOf } from './answer.ts';
import { fenOf, monthOf, monthSpec } from './specs.ts';

const mostRows = 5000;
const wanOf = (fen: number): number => fen / 1_000_000;

/** The sheet of a month: projects under way that the actor keeps, with what was reported already. */
export async function monthSheet(
  actor: Actor,
  month: string,
  deps: ProjectDeps,
): Promise<{ readonly name: string; readonly bytes: Buffer }> {
  permit(actor, 'project.read');
  if (month > today(deps).slice(0, 7))
    throw new RefusalError({
      code: 'project-month-future',
      field: 'month',
      given: month,
      limit: today(deps).slice(0, 7),
    });
  const projects = (await reportable(deps.db, actor, mostRows)).filter((row) => mayChange(actor, row, 'project.keep'));
  const known = await monthsOf(
    deps.db,
    projects.map(({ id }) => id),
  );
  const rows = projects.map((project) => {
    const done = known.get(project.id)?.find((each) => each.month === month);
    return [
      ...[project.id, project.name, project.enterprise, month],
      ...[done === undefined ? null : wanOf(done.fen), done?.progress ?? null, done?.problem ?? null, null],
    ];
  });
  const lines = [
    '只填“本月完成”“进展”“存在问题”。金额的单位是万元。',
    '空着的不报，没有投资的写 0。已经核定的数要改，写明理由。',
  ];
  return {
    name: `${monthWords(month)}项目投资`,
    bytes: await writeForm([{ spec: monthSpec, rows }], { name: '怎样填', lines }),
  };
}

/** What a file would report, and everything that is wrong in it. Saves nothing. */
export async function checkMonthImport(
  actor: Actor,
  sent: SentSheets,
  deps: ProjectDeps,
): Promise<ProjectImportCheckJson> {
  permit(actor, 'project.keep');
  return checkAnswer(monthSpec, await planOf(actor, sent, deps.db, deps));
}

/** Carries a file out, all of it or nothing. */
export async function importMonths(
  actor: Actor,
  { fingerprint, ...sent }: SentSheets & { readonly fingerprint: string },
  deps: ProjectDeps,
): Promise<{ added: number; changed: number }> {
  permit(actor, 'project.keep');
  return recording(deps, actor, async (db, note) => {
    const first = await planOf(actor, sent, db, deps);
    for (const id of [...first.puts.keys()].toSorted()) await lockProjectRow(db, id);
    const planned = await planOf(actor, sent, db, deps);
    refuseUnready(planned, { fileName: sent.fileName, fingerprint });
    for (const [id, { row, months }] of planned.puts) {
      await putMonths(db, id, placeOf(row), months);
      await settle(db, deps, id);
    }
    const count = (fate: Difference['fate']) => planned.differences.filter((each) => each.fate === fate).length;
    const counts = { added: count('added'), changed: count('changed') };
    note({
      action: 'project.import-months',
      record: { kind: 'project', id: fingerprint, name: sent.fileName },
      changes: [
        { field: 'added', before: null, after: counts.added },
        { field: 'changed', before: null, after: counts.changed },
      ],
    });
    return counts;
  });
}

async function planOf(actor: Actor, sent: SentSheets, db: ProjectDb, deps: ProjectDeps) {
  const sheet = sheetOf(sent, monthSpec, mostRows);
  const { records, faults: misread } = readSheet(monthSpec, sheet);
  const faults: SheetFault[] = [...misread];
  const ids = [...new Set(records.map(({ values }) => String(values.id ?? '')))];
  const projects = new Map((await readProjectRows(db, actor, ids)).map((row) => [row.id, row]));
  const known = await monthsOf(db, ids);
  const puts = new Map<string, { readonly row: StoredProject; readonly months: MonthPut[] }>();
  const differences: Difference[] = [];
  const seen = new Set<string>();
  for (const { row: line, values } of records) {
    if (typeof values.done !== 'number') continue;
    const text = (field: string): string => String(values[field] ?? '').trim();
    const fault = (column: string, code: string, given: string | number | null, limit: string | number | null = null) =>
      void faults.push({ code, sheet: monthSpec.name, row: line, column, given, limit });
    const [project, month, fen] = [projects.get(text('id')), monthOf(text('month')), fenOf(values.done)];
    if (project === undefined || !mayChange(actor, project, 'project.keep'))
      fault('项目编号', 'project-unknown', text('id'));
    else if (month === null) fault('月份', 'project-not-a-month', text('month'));
    else if (fen === null) fault('本月完成（万元）', 'project-not-a-sum', values.done);
    else if (seen.has(`${project.id} ${month}`)) fault('月份', 'project-month-twice', month);
    else {
      seen.add(`${project.id} ${month}`);
      const before = known.get(project.id)?.find((each) => each.month === month);
      const asked = {
        month,
        revision: before?.revision ?? 0,
        fen,
        progress: text('progress'),
        problem: text('problem'),
      };
      const reason = text('reason') === '' ? undefined : text('reason');
      try {
        const put = putOf(project, before, { ...asked, reason }, actor, deps);
        if (put === null) continue;
        puts.set(project.id, { row: project, months: [...(puts.get(project.id)?.months ?? []), put] });
        differences.push({
          ...{ key: `${line}`, name: `${project.name} ${month}`, fate: before === undefined ? 'added' : 'changed' },
          changes: [
            { field: 'monthFen', before: before === undefined ? null : fenWords(before.fen), after: fenWords(fen) },
          ],
        });
      } catch (cause) {
        if (!(cause instanceof RefusalError)) throw cause;
        for (const { code, given = null, limit = null } of cause.refusals)
          fault(code === 'project-month-large' ? '本月完成（万元）' : '月份', code, given, limit);
      }
    }
  }
  const state = [...puts].map(([id, { months }]) => [id, months.map(({ month, revision }) => [month, revision])]);
  const fingerprint = sm3(`${JSON.stringify(state)} ${sha256(sent.bytes)}`).slice(4, 36);
  return { rows: records.length, faults, differences, puts, fingerprint };
}
