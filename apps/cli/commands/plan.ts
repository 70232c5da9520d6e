import { writeFile } from 'node:fs/promises';
import { RefusalError } from '../../../src/kernel/index.ts';
import {
  type DraftJson,
  type EditionJson,
  type PlanDetailJson,
  type PlanSummaryJson,
  planApi,
} from '../../../src/plan/contract.ts';
import { wholeNumber } from '../arguments.ts';
import { command, EXIT } from '../command.ts';
import { findPlan } from '../find-plan.ts';
import { type LocalApi, withPlans } from '../local-api.ts';
import { diffText } from '../show/diff.ts';
import { documentText } from '../show/document.ts';
import { lineFinder } from '../show/place.ts';
import { asDocument, planColumns, planRow } from '../show/plan.ts';
import { table } from '../terminal/table.ts';
import type { Terminal } from '../terminal/terminal.ts';

const ACTIONS = ['list', 'show', 'diff', 'export', 'assign'] as const;
const PAGE = 200;

export const plan = command({
  usage: 'plan list|show|diff|export|assign [方案] [选项]',
  about:
    'list 列出全部方案；show 显示一个方案的最新一版；diff 比较两版；export 导出；assign 说明它归谁管。方案写编号，或标题、文号里独有的几个字。',
  words: { min: 1, max: 2, what: ' list、show、diff、export 或 assign', choices: ACTIONS },
  options: {
    text: { type: 'string', value: '字', help: 'list：标题、文号、机关里含有的字' },
    edition: { type: 'string', value: 'N', help: 'show、export：第 N 版；缺省为最新一版，没有则为草案' },
    draft: { type: 'boolean', help: 'show、export：草案' },
    from: { type: 'string', value: 'N', help: 'diff：旧版；缺省为新版的前一版' },
    to: { type: 'string', value: 'N', help: 'diff：新版；缺省为草案，没有草案则为最新一版' },
    format: { type: 'string', choices: ['xlsx', 'json', 'md'], help: 'export：格式' },
    output: {
      type: 'string',
      short: 'o',
      value: '文件',
      help: 'export：写到哪里，- 为标准输出；xlsx 缺省为“标题.xlsx”',
    },
    region: { type: 'string', value: '代码', help: 'assign：地区代码；这个地区的链办等岗位就能看到它' },
    unit: { type: 'string', value: '编号', help: 'assign：单位编号' },
    chain: { type: 'string', value: '编号', help: 'assign：产业链编号' },
    json: { type: 'boolean', help: 'list、show、diff：输出 JSON' },
  },
  examples: [
    ['./jingwei plan list', '有哪些方案'],
    ['./jingwei plan show 丝绸', '标题里有“丝绸”的那个方案'],
    ['./jingwei plan diff 丝绸 --from 1 --to 2', '第一版和第二版的差别'],
    ['./jingwei plan export 丝绸 --format xlsx', '导出 Excel'],
    ['./jingwei plan assign 丝绸 --region 990103', '交给芦洲区；命令行导入的方案起初不归任何人管'],
  ],
  run({ options, words, terminal }) {
    const [action, meant] = words;
    if (action === 'list')
      return withPlans(terminal, (api) => list(api, options.text, options.json === true, terminal));
    if (!ACTIONS.some((each) => each === action)) {
      throw new RefusalError({
        code: 'option-value-unknown',
        field: 'plan',
        given: action ?? '',
        limit: ACTIONS.join('、'),
      });
    }
    if (meant === undefined)
      throw new RefusalError({ code: 'too-few-words', field: `plan ${action}`, given: 1, limit: '方案' });
    const edition = wholeNumber(options.edition, '--edition', 1);
    const [from, to] = [wholeNumber(options.from, '--from', 1), wholeNumber(options.to, '--to', 1)];
    const version = options.draft === true ? 'draft' : edition;
    return withPlans(terminal, async (api) => {
      const found = await findPlan(api, meant);
      if (action === 'show') return show(api, found, version, options.json === true, terminal);
      if (action === 'diff') return diff(api, found, { from, to }, options.json === true, terminal);
      if (action === 'assign') return assign(api, found, options, terminal);
      return exportPlan(api, found, version, options.format ?? 'md', options.output, terminal);
    });
  },
});

async function list(api: LocalApi, text: string | undefined, json: boolean, terminal: Terminal): Promise<number> {
  const plans: PlanSummaryJson[] = [];
  for (let page = 1; ; page++) {
    const query = { page, pageSize: PAGE, ...(text === undefined ? {} : { text: text.slice(0, 100) }) };
    const answer = await api.call(planApi.listPlans, { query });
    plans.push(...answer.plans);
    if (answer.plans.length === 0 || plans.length >= answer.total) break;
  }
  if (json) await terminal.write(`${JSON.stringify({ plans }, null, 2)}\n`);
  else if (plans.length === 0)
    await terminal.note('还没有方案。用 ./jingwei import 文件 导入一份，或用 ./jingwei serve --demo 看示范内容。');
  else await terminal.write(table(planColumns, plans.map(planRow), terminal));
  return EXIT.ok;
}

/** The draft, an edition by number, or (null) the latest edition and the draft where there is none. */
type Version = 'draft' | number | null;

function readVersion(api: LocalApi, found: PlanDetailJson, version: Version): Promise<DraftJson | EditionJson> {
  const planId = found.id;
  const wanted = version ?? found.latestEdition ?? 'draft';
  return wanted === 'draft'
    ? api.call(planApi.readDraft, { params: { planId } })
    : api.call(planApi.readEdition, { params: { planId, number: wanted } });
}

async function show(
  api: LocalApi,
  found: PlanDetailJson,
  version: Version,
  json: boolean,
  terminal: Terminal,
): Promise<number> {
  const read = await readVersion(api, found, version);
  if (json) {
    await terminal.write(`${JSON.stringify(read, null, 2)}\n`);
    return EXIT.ok;
  }
  const lineOf = lineFinder(read.source.text);
  const where = (offset: number) => `第${lineOf(offset - read.source.start)}行`;
  const findings = read.findings.filter((finding) => finding.dismissed === null);
  const which = 'number' in read ? `第${read.number}版（${read.publishedAt.slice(0, 10)} 发布）` : '草案';
  await terminal.write(`${terminal.style.faint(`${found.id}  ${which}  ${read.source.fileName}`)}\n`);
  await terminal.write(documentText(asDocument(read), findings, where, terminal));
  return EXIT.ok;
}

async function diff(
  api: LocalApi,
  found: PlanDetailJson,
  given: { readonly from: number | null; readonly to: number | null },
  json: boolean,
  terminal: Terminal,
): Promise<number> {
  const to = given.to ?? (found.draft === null ? found.latestEdition : null);
  const from = given.from ?? (to === null ? found.latestEdition : to - 1);
  if (from === null || from < 1) throw new RefusalError({ code: 'nothing-to-compare', field: found.title ?? found.id });
  const query = { from, ...(to === null ? {} : { to }) };
  const answer = await api.call(planApi.diffEditions, { params: { planId: found.id }, query });
  await terminal.write(json ? `${JSON.stringify(answer, null, 2)}\n` : diffText(answer, terminal));
  return EXIT.ok;
}

async function exportPlan(
  api: LocalApi,
  found: PlanDetailJson,
  version: Version,
  format: string,
  output: string | undefined,
  terminal: Terminal,
): Promise<number> {
  const query = {
    format: format as 'xlsx' | 'json' | 'md',
    ...(version === 'draft' ? { draft: true } : version === null ? {} : { edition: version }),
  };
  const bytes = await api.fetch(planApi.exportPlan, { params: { planId: found.id }, query });
  const file = output ?? (format === 'xlsx' ? `${fileName(found)}.xlsx` : '-');
  if (file === '-') await terminal.write(bytes);
  else {
    await writeFile(file, bytes);
    await terminal.note(`已写到 ${file}`);
  }
  return EXIT.ok;
}

/** Without any option the plan belongs to nobody again. */
async function assign(
  api: LocalApi,
  { id: planId, revision, title, fileName: file }: PlanDetailJson,
  { region, unit, chain }: { readonly region?: string; readonly unit?: string; readonly chain?: string },
  terminal: Terminal,
): Promise<number> {
  const place = { regionId: region ?? null, unitId: unit ?? null, chainId: chain ?? null };
  await api.call(planApi.assignPlan, { params: { planId }, body: { revision, ...place } });
  const names = [region, unit, chain].filter((part) => part !== undefined);
  await terminal.note(`《${title ?? file}》现在归 ${names.length === 0 ? '没有人' : names.join('、')} 管`);
  return EXIT.ok;
}

const fileName = ({ title, id }: PlanDetailJson): string =>
  (title ?? id).replace(/[\\/:*?"<>|\s]+/gu, '_').slice(0, 80);
