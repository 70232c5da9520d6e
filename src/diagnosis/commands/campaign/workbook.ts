import { type SheetContent, writeWorkbook } from '../../../../platform/workbook/index.ts';
import { type Actor, permit } from '../../../access/index.ts';
import { dayAt } from '../../../kernel/index.ts';
import type { DiagnosisBoardJson, DiagnosisDutyJson } from '../../contract.ts';
import { dutyStateNames } from '../../domain/index.ts';
import type { DiagnosisDeps } from '../deps.ts';
import { listDuties, mostInRound, readCampaign } from './campaigns.ts';

type Group = DiagnosisBoardJson['regions'][number];

const column = (title: string, width: number) => ({ title, width });
const counted = [
  ...[column('应做（家）', 12), column('已完成（家）', 12), column('待核验（家）', 12), column('填写中（家）', 12)],
  ...[column('未开始（家）', 12), column('覆盖率（%）', 12), column('等级分布', 40)],
];

/** The board of a round as one workbook: by region, by chain, and enterprise by enterprise, within what the actor sees. */
export async function campaignWorkbook(
  actor: Actor,
  { campaignId }: { readonly campaignId: string },
  deps: DiagnosisDeps,
): Promise<{ readonly name: string; readonly bytes: Buffer }> {
  permit(actor, 'enterprise.read');
  const { campaign, regions, chains } = await readCampaign(actor, { campaignId }, deps);
  const { rows } = await listDuties(actor, { campaignId, pageSize: mostInRound }, deps);
  const bytes = await writeWorkbook([groupSheet('地区', regions), groupSheet('产业链', chains), dutySheet(rows)]);
  return { name: `${campaign.name}覆盖情况`, bytes };
}

const groupSheet = (head: string, groups: readonly Group[]): SheetContent => ({
  name: `按${head}`,
  columns: [column(head, 20), ...counted],
  rows: groups.map((group) => [
    ...[group.name, group.all, group.inspected, group.submitted, group.filling, group.none],
    Math.floor((group.inspected * 100) / Math.max(1, group.all)),
    group.levels.map(({ name, count }) => `${name} ${count} 家`).join('，'),
  ]),
});

const dutySheet = (rows: readonly DiagnosisDutyJson[]): SheetContent => ({
  name: '企业',
  columns: [
    ...[column('企业', 34), column('统一社会信用代码', 24), column('地区', 14), column('产业链', 18)],
    ...[column('状态', 10), column('等级', 10), column('已答（题）', 10), column('应答（题）', 10)],
    ...[column('提醒（次）', 10), column('最近提醒', 14), column('账号单位', 10)],
  ],
  rows: rows.map((row) => [
    ...[row.enterprise.name, row.enterprise.code, row.region.name, row.chain?.name ?? null],
    ...[dutyStateNames[row.state], row.levelName, row.answered, row.wanted, row.reminders],
    ...[row.remindedAt === null ? null : dayAt(row.remindedAt), row.reachable ? '有' : '没有'],
  ]),
});
