import { type Static, Type } from 'typebox';
import { endpoint } from '../../platform/http/endpoint.ts';
import { exportQuery, listQuery } from '../../platform/http/list-query.ts';
import * as bulletin from './contract/bulletin.ts';
import { bulletinBoxes, bulletinFields, fileKindNames } from './contract/fields.ts';
import { Id, oneOf, RecordId } from './contract/shape.ts';
import * as template from './contract/template.ts';
import * as text from './contract/text.ts';
import { bulletinKindNames } from './domain/index.ts';

export * from './contract/fields.ts';

/** The API of bulletins: composing, editing, signing, sending, keeping; templates and files. */

const closed = { additionalProperties: false } as const;
const params = Type.Object({ bulletinId: RecordId }, closed);
const fileParams = Type.Object({ bulletinId: RecordId, kind: oneOf(fileKindNames) }, closed);
const read = { method: 'GET', permission: 'report.read', status: 200 } as const;
const write = { permission: 'report.write', status: 200, params, answer: bulletin.BulletinSchema } as const;
const sign = {
  method: 'POST',
  permission: 'report.sign',
  status: 200,
  params,
  answer: bulletin.BulletinSchema,
} as const;
const own = {
  box: Type.Optional(
    Type.Enum([...bulletinBoxes], { description: '起草中、待签发、已签发、已发出、已作废；缺省是全部' }),
  ),
} as const;

export const reportApi = {
  listBulletins: endpoint({
    ...read,
    path: '/bulletins',
    summary: '通报、简报、台账、责任清单和督办函',
    query: listQuery(bulletinFields, own),
    answer: bulletin.BulletinListSchema,
  }),
  exportBulletins: endpoint({
    ...read,
    path: '/bulletins/export',
    summary: '导出文稿清单',
    query: exportQuery(bulletinFields, own),
  }),
  countBulletins: endpoint({
    ...read,
    path: '/bulletins/counts',
    summary: '各状态的文稿有多少',
    answer: bulletin.CountsSchema,
  }),
  readChoices: endpoint({
    ...read,
    permission: 'report.write',
    path: '/bulletins/choices',
    summary: '可以写文稿的调度、模板和代字',
    answer: bulletin.ChoicesSchema,
  }),
  readCycleUnits: endpoint({
    ...read,
    permission: 'report.write',
    path: '/bulletins/choices/:cycleId/units',
    summary: '一次调度里的责任单位',
    params: Type.Object({ cycleId: Id }, closed),
    answer: bulletin.CycleUnitsSchema,
  }),
  composeBulletin: endpoint({
    method: 'POST',
    permission: 'report.write',
    status: 201,
    path: '/bulletins',
    summary: '按冻结的调度生成一份文稿',
    body: bulletin.ComposeBody,
    answer: bulletin.BulletinSchema,
  }),
  readBulletin: endpoint({
    ...read,
    path: '/bulletins/:bulletinId',
    summary: '一份文稿',
    params,
    answer: bulletin.BulletinSchema,
  }),
  readFigure: endpoint({
    ...read,
    path: '/bulletins/:bulletinId/figure',
    summary: '文中一个数的来历',
    params,
    query: Type.Object({ figure: Type.String({ minLength: 1, maxLength: 300 }) }, closed),
    answer: bulletin.FigureSourceSchema,
  }),
  saveBulletin: endpoint({
    ...write,
    method: 'PUT',
    path: '/bulletins/:bulletinId/content',
    summary: '保存改过的文稿',
    body: bulletin.SaveBody,
  }),
  compareBulletin: endpoint({
    ...read,
    permission: 'report.write',
    path: '/bulletins/:bulletinId/comparison',
    summary: '改过的文稿和生成的有什么不同',
    params,
    answer: text.ComparisonSchema,
  }),
  submitBulletin: endpoint({
    ...write,
    method: 'POST',
    path: '/bulletins/:bulletinId/submit',
    summary: '送签',
    body: bulletin.StepBody,
  }),
  takeBackBulletin: endpoint({
    ...write,
    method: 'POST',
    path: '/bulletins/:bulletinId/take-back',
    summary: '撤回送签',
    body: bulletin.StepBody,
  }),
  returnBulletin: endpoint({
    ...sign,
    path: '/bulletins/:bulletinId/return',
    summary: '退回修改，写明理由',
    body: bulletin.StepBody,
  }),
  signBulletin: endpoint({
    ...sign,
    path: '/bulletins/:bulletinId/sign',
    summary: '签发并编文号；不能签自己写的',
    body: bulletin.StepBody,
  }),
  withdrawBulletin: endpoint({
    ...write,
    method: 'POST',
    path: '/bulletins/:bulletinId/withdraw',
    summary: '作废还没有发送的文稿',
    body: bulletin.StepBody,
  }),
  sendBulletin: endpoint({
    ...write,
    method: 'POST',
    path: '/bulletins/:bulletinId/send',
    summary: '发送给单位和岗位',
    body: bulletin.SendBody,
  }),
  archiveBulletin: endpoint({
    ...write,
    method: 'POST',
    path: '/bulletins/:bulletinId/archive',
    summary: '连同文件归档，以后不再改动',
    body: bulletin.ArchiveBody,
  }),
  correctBulletin: endpoint({
    method: 'POST',
    permission: 'report.write',
    status: 201,
    path: '/bulletins/:bulletinId/correction',
    summary: '对发出的文稿起草更正',
    params,
    body: bulletin.StepBody,
    answer: bulletin.BulletinSchema,
  }),
  answerBulletin: endpoint({
    method: 'POST',
    permission: 'task.report',
    status: 200,
    path: '/bulletins/:bulletinId/answer',
    summary: '回复督办函',
    params,
    body: bulletin.AnswerBody,
    answer: bulletin.BulletinSchema,
  }),
  makeFile: endpoint({
    method: 'POST',
    permission: 'report.read',
    status: 202,
    path: '/bulletins/:bulletinId/files',
    summary: '在后台生成 Word、PDF 或电子表格',
    params,
    body: bulletin.MakeFileBody,
    answer: bulletin.FilesSchema,
  }),
  readFiles: endpoint({
    ...read,
    path: '/bulletins/:bulletinId/files',
    summary: '文件做到哪里了',
    params,
    answer: bulletin.FilesSchema,
  }),
  downloadFile: endpoint({
    ...read,
    path: '/bulletins/:bulletinId/files/:kind',
    summary: '下载做好的文件',
    params: fileParams,
  }),
  listTemplates: endpoint({
    ...read,
    permission: 'report.write',
    path: '/bulletin-templates',
    summary: '文稿模板和各版',
    answer: template.TemplatesSchema,
  }),
  readFields: endpoint({
    ...read,
    permission: 'report.write',
    path: '/bulletin-templates/fields',
    summary: '模板里可以用的字段和现在的值',
    query: Type.Object({ bulletinId: Type.Optional(RecordId) }, closed),
    answer: template.FieldsSchema,
  }),
  /** A form: `file`, `kind`, `name`, `note`; `templateId` for a new version. */
  uploadTemplate: endpoint({
    method: 'POST',
    permission: 'report.template',
    status: 201,
    path: '/bulletin-templates',
    summary: '上传模板，或者一个模板的新一版',
    answer: template.TemplateSchema,
  }),
  changeTemplate: endpoint({
    method: 'PATCH',
    permission: 'report.template',
    status: 200,
    path: '/bulletin-templates/:templateId',
    summary: '改用另一版，或者停用',
    params: Type.Object({ templateId: RecordId }, closed),
    body: template.ChangeTemplateBody,
    answer: template.TemplateSchema,
  }),
  downloadTemplate: endpoint({
    ...read,
    permission: 'report.write',
    path: '/bulletin-templates/:templateId/versions/:version',
    summary: '下载模板的一版',
    params: Type.Object({ templateId: RecordId, version: Type.Integer({ minimum: 1, maximum: 100_000 }) }, closed),
  }),
  downloadUsualTemplate: endpoint({
    ...read,
    permission: 'report.write',
    path: '/bulletin-templates/usual/:kind',
    summary: '下载随程序带来的模板，可以在上面改',
    params: Type.Object({ kind: oneOf(bulletinKindNames) }, closed),
  }),
} as const;

export type BulletinRowJson = Static<typeof bulletin.BulletinRowSchema>;
export type BulletinJson = Static<typeof bulletin.BulletinSchema>;
export type BulletinFileJson = Static<typeof bulletin.FileSchema>;
export type BulletinChoicesJson = Static<typeof bulletin.ChoicesSchema>;
export type FigureSourceJson = Static<typeof bulletin.FigureSourceSchema>;
export type FigureJson = Static<typeof text.FigureSchema>;
export type BlockJson = Static<typeof text.BlockSchema>;
export type ComparisonJson = Static<typeof text.ComparisonSchema>;
export type BulletinTemplateJson = Static<typeof template.TemplateSchema>;
export type TemplateFieldsJson = Static<typeof template.FieldsSchema>;
export type SaveBulletinJson = Static<typeof bulletin.SaveBody>;
