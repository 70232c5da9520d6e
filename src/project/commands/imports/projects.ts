import { sha256, sm3 } from '../../../../platform/digest/index.ts';
import { writeForm } from '../../../../platform/workbook/index.ts';
import { type Actor, permit } from '../../../access/index.ts';
import { recording } from '../../../audit/index.ts';
import type { SheetFault } from '../../../kernel/index.ts';
import type { ProjectFactsJson, ProjectImportCheckJson } from '../../contract.ts';
import { fenWords, likelyScore, likenessKeys, likenessOf, type ProjectContent, prepared } from '../../domain/index.ts';
import {
  allNamed,
  lockProjectRow,
  type ProjectDb,
  projectsByIdentity,
  type StoredProject,
  saveContent,
} from '../../store.ts';
import { doerOf, type ProjectDeps, today } from '../deps.ts';
import { findPairs, likenedOf, likesJson, likesOf } from '../doubles/find.ts';
import { mayChange } from '../json.ts';
import { placeOf } from '../lock.ts';
import { makeProject } from '../register.ts';
import { settle } from '../settle.ts';
import { checkAnswer, type Difference, refuseUnready, type SentSheets, sheetOf } from './answer.ts';
import { type ReadRow, readRows } from './read-rows.ts';
import { projectSpec } from './specs.ts';

/** Each row is compared with all that there is, and reckoned out; a longer list is sent in parts. */
const mostRows = 2000;
const mostDoublesTold = 100;

export async function projectTemplate(actor: Actor): Promise<Buffer> {
  permit(actor, 'project.read');
  const lines = [
    '每个项目一行。带 * 的必须填。金额的单位是万元。',
    '项目代码相同，或者企业和项目名称都相同的，算同一个项目，只改内容，不再登记一次；阶段不从这里改。',
    '和已有项目相像的，导入以后列在“相同项目”里，由人判定。',
  ];
  return writeForm([{ spec: projectSpec, rows: [] }], { name: '怎样填', lines });
}

/** What a list would register and change, what is wrong in it, and what may be the same as something else. Saves nothing. */
export async function checkProjectImport(
  actor: Actor,
  sent: SentSheets,
  deps: ProjectDeps,
): Promise<ProjectImportCheckJson> {
  permit(actor, 'project.keep');
  const planned = await planOf(actor, sent, deps.db, deps);
  return checkAnswer(projectSpec, { ...planned, doubles: await doublesOf(actor, planned.rowsRead, deps) });
}

/** Carries a list out, all of it or nothing. Refuses one with faults, and one that was checked before something changed. */
export async function importProjects(
  actor: Actor,
  { fingerprint, ...sent }: SentSheets & { readonly fingerprint: string },
  deps: ProjectDeps,
): Promise<{ added: number; changed: number; pairs: number }> {
  permit(actor, 'project.keep');
  return recording(deps, actor, async (db, note) => {
    const planned = await planOf(actor, sent, db, deps);
    refuseUnready(planned, { fileName: sent.fileName, fingerprint });
    let [added, changed, pairs] = [0, 0, 0];
    for (const { row, known } of planned.rowsRead) {
      const id = known === null ? (await makeProject(db, deps, actor, row.asked, row.place)).id : known.id;
      if (known !== null) {
        if (!(await changeFacts(db, deps, actor, known.id, row))) continue;
        changed += 1;
      } else added += 1;
      const regionId = known?.region_id ?? row.place.regionId;
      pairs += await findPairs(db, deps, { id, regionId, facts: row.asked.facts });
    }
    note({
      action: 'project.import',
      record: { kind: 'project', id: fingerprint, name: sent.fileName },
      changes: [
        { field: 'added', before: null, after: added },
        { field: 'changed', before: null, after: changed },
      ],
    });
    return { added, changed, pairs };
  });
}

interface PlannedRow {
  readonly row: ReadRow;
  /** The project that the row names already. */
  readonly known: StoredProject | null;
}

async function planOf(actor: Actor, sent: SentSheets, db: ProjectDb, deps: ProjectDeps) {
  const sheet = sheetOf(sent, projectSpec, mostRows);
  const [units, regions, chains] = [
    await allNamed(db, 'unit'),
    await allNamed(db, 'region'),
    await allNamed(db, 'chain'),
  ];
  const { count, rows, faults: found } = readRows(sheet, { units, regions, chains }, actor, today(deps));
  const faults: SheetFault[] = [...found, ...twice(rows)];
  const known = await projectsByIdentity(
    db,
    actor,
    rows.map(({ asked }) => asked.facts),
  );
  const rowsRead: PlannedRow[] = [];
  const differences: Difference[] = [];
  for (const row of rows) {
    const same = known(row.asked.facts);
    if (same !== null && !mayChange(actor, same, 'project.keep')) {
      const { unit_name: given } = same;
      faults.push({ code: 'project-kept-elsewhere', sheet: projectSpec.name, row: row.row, column: '项目名称', given });
      continue;
    }
    const changes = same === null ? [] : changesOf(same.content, nextContent(same.content, row));
    if (same !== null && changes.length === 0) continue;
    rowsRead.push({ row, known: same });
    const { name } = row.asked.facts;
    differences.push({ key: `${row.row}`, name, fate: same === null ? 'added' : 'changed', changes });
  }
  const state = rowsRead.map(({ known: same }) => [same?.id ?? null, same?.revision ?? null]);
  const fingerprint = sm3(`${JSON.stringify(state)} ${sha256(sent.bytes)}`).slice(4, 36);
  return { rows: count, faults, differences, rowsRead, fingerprint };
}

/** Rows of one file that name the same project. */
function twice(rows: readonly ReadRow[]): SheetFault[] {
  const seen = new Map<string, number>();
  return rows.flatMap(({ row, asked: { facts } }): SheetFault[] => {
    const keys = [...(facts.code === null ? [] : [`代码 ${facts.code}`]), `${facts.enterprise}\n${facts.name}`];
    const before = keys.map((key) => seen.get(key)).find((each) => each !== undefined);
    for (const key of keys) seen.set(key, row);
    if (before === undefined) return [];
    return [
      { code: 'project-row-twice', sheet: projectSpec.name, row, column: '项目名称', given: facts.name, limit: before },
    ];
  });
}

/** What a row says anew of a project; what it leaves empty stays. Stage and what was done stay in any case. */
function nextContent(content: ProjectContent, { asked }: ReadRow): ProjectContent {
  const facts = Object.fromEntries(
    Object.entries(asked.facts).filter(([, value]) => value !== null && value !== '' && value !== 0),
  );
  const years = new Set((asked.plan ?? []).map(({ year }) => year));
  const plan = [...content.plan.filter(({ year }) => !years.has(year)), ...(asked.plan ?? [])];
  return {
    ...content,
    facts: { ...content.facts, ...facts },
    plan: plan.toSorted((a, b) => a.year - b.year) as ProjectContent['plan'],
  };
}

const words: Readonly<Record<string, string>> = {
  ...{
    name: '项目名称',
    enterprise: '企业',
    code: '项目代码',
    creditCode: '信用代码',
    nature: '建设性质',
    site: '地点',
  },
  ...{
    scope: '建设内容',
    totalFen: '总投资',
    startMonth: '计划开工',
    completionMonth: '计划竣工',
    productionMonth: '计划投产',
  },
};

function changesOf(before: ProjectContent, after: ProjectContent): Difference['changes'] {
  const written = (field: string, value: unknown): string | null =>
    value === null ? null : field === 'totalFen' ? fenWords(Number(value)) : String(value);
  const [a, b] = [before.facts, after.facts] as unknown as Record<string, unknown>[];
  const facts = Object.keys(words).flatMap((field) =>
    a?.[field] === b?.[field]
      ? []
      : [{ field: words[field] ?? field, before: written(field, a?.[field]), after: written(field, b?.[field]) }],
  );
  const planned = (content: ProjectContent): string =>
    content.plan.map(({ year, fen }) => `${year}年 ${fenWords(fen)}`).join('、');
  return planned(before) === planned(after)
    ? facts
    : [...facts, { field: 'plan', before: planned(before), after: planned(after) }];
}

async function changeFacts(db: ProjectDb, deps: ProjectDeps, actor: Actor, id: string, row: ReadRow): Promise<boolean> {
  const held = await lockProjectRow(db, id);
  if (held === undefined) return false;
  const content = nextContent(held.content, row);
  const parts = (['facts', 'plan'] as const).filter(
    (part) => JSON.stringify(content[part]) !== JSON.stringify(held.content[part]),
  );
  if (parts.length === 0) return false;
  const keys = likenessKeys(likenedOf(content.facts as ProjectFactsJson));
  const [at, by] = [deps.clock.now(), doerOf(actor)];
  await saveContent(db, { id, content, keys, at, by, ...placeOf(held) }, { parts, reason: '导入项目清单' });
  await settle(db, deps, id);
  return true;
}

/** For rows that would be registered: what there is that may be the same, and what in the same file. */
async function doublesOf(
  actor: Actor,
  rows: readonly PlannedRow[],
  deps: ProjectDeps,
): Promise<ProjectImportCheckJson['doubles']> {
  const fresh = rows.filter(({ known }) => known === null).map(({ row }) => row);
  const inFile = likesInFile(fresh);
  const found: ProjectImportCheckJson['doubles'] = [];
  for (const row of fresh) {
    if (found.length >= mostDoublesTold) break;
    const likes = await likesJson(deps.db, actor, await likesOf(deps.db, row.asked.facts, []));
    const all = [...likes, ...(inFile.get(row.row) ?? [])];
    if (all.length > 0) found.push({ row: row.row, name: row.asked.facts.name, likes: all });
  }
  return found;
}

type Likes = ProjectImportCheckJson['doubles'][number]['likes'];

/** Rows of a file that may be the same as one above them. */
function likesInFile(rows: readonly ReadRow[]): ReadonlyMap<number, Likes> {
  const byKey = new Map<string, number[]>();
  const ready = rows.map(({ asked }) => prepared(likenedOf(asked.facts)));
  const found = new Map<number, Likes>();
  rows.forEach((row, at) => {
    const mine = ready[at];
    if (mine === undefined) return;
    const keys = likenessKeys(mine.source);
    const above = new Set(keys.flatMap((key) => byKey.get(key) ?? []));
    for (const other of above) {
      const [theirs, otherRow] = [ready[other], rows[other]];
      if (theirs === undefined || otherRow === undefined) continue;
      const { score, reasons } = likenessOf(mine, theirs);
      if (score < likelyScore) continue;
      const { name, enterprise, totalFen } = otherRow.asked.facts;
      const like = {
        id: null,
        name: `第 ${otherRow.row} 行：${name}`,
        enterprise,
        totalFen,
        score,
        reasons: [...reasons],
      };
      const place = { regionName: '本文件', unitName: otherRow.unitName };
      found.set(row.row, [...(found.get(row.row) ?? []), { ...like, ...place }]);
    }
    for (const key of keys) byKey.set(key, [...(byKey.get(key) ?? []), at]);
  });
  return found;
}
