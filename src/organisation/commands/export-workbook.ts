import { type Actor, permit } from '../../access/index.ts';
import { recording } from '../../audit/index.ts';
import type { FilledSheet } from '../../kernel/index.ts';
import { explanationSheet, exportSheets, type Organisation, recordKinds, sheetSpecs } from '../domain/index.ts';
import { loadOrganisation, loadRoles } from '../store.ts';
import type { ImportDeps } from './import-workbook.ts';

/** An empty workbook to fill in, with drop-downs and a page that explains it. */
export async function organisationTemplate(actor: Actor, deps: ImportDeps): Promise<Uint8Array> {
  permit(actor, 'organisation.write');
  const roles = [...(await loadRoles(deps.db)).values()].map(({ name }) => name);
  const sheets = recordKinds.map(
    (kind): FilledSheet => ({ spec: sheetSpecs[kind], rows: [], choices: choicesFor(kind, roles) }),
  );
  return deps.workbooks.write(sheets, { name: explanationSheet, lines: explanation });
}

/** The whole organisation as the workbook that can be imported again; numbers masked. That it was taken is recorded. */
export async function exportOrganisation(actor: Actor, deps: ImportDeps): Promise<Uint8Array> {
  permit(actor, 'organisation.write');
  const organisation = await recording(deps, actor, async (db, note): Promise<Organisation> => {
    note({ action: 'organisation.export', record: { kind: 'organisation', id: 'organisation', name: '组织机构' } });
    return loadOrganisation(db);
  });
  const roles = [...organisation.roles.values()].map(({ name }) => name);
  const sheets = exportSheets(organisation).map(
    (sheet, at): FilledSheet => ({ ...sheet, choices: choicesFor(recordKinds[at]!, roles) }),
  );
  return deps.workbooks.write(sheets, { name: explanationSheet, lines: explanation });
}

const choicesFor = (kind: string, roles: readonly string[]): Readonly<Record<string, readonly string[]>> =>
  kind === 'post' ? { role: roles } : {};

/** What whoever fills the workbook in should know. */
const explanation: readonly string[] = [
  '每张表的第一行是表头，带 * 的列必须填写；鼠标停在表头上有说明。不用的表可以留空或删去。',
  '编号可以自己编，也可以空着由系统编。再次导入时靠编号认出是同一条；没有编号时，单位和产业链看名称和地区，人员看姓名加电话或证件号。',
  '表里没有写到的记录保持原样；要停用一条记录，填它的失效日期，不要删行。整列删去表示这一列不改，单元格空着表示清空。',
  '区划调整：给旧的一行填失效日期，再加一行同代码的新行，生效日期与之相同。以前的报表仍按旧的归属。',
  '带星号的电话、证件号和账号原样留着就不会改动；要改就写新的。',
  '岗位里写的角色只是建议，由安全管理员确认后才生效。',
  '导入前先检查，有任何一处问题就什么都不存；导入以后可以整批撤销。',
];
