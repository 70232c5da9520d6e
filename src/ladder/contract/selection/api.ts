import { Type } from 'typebox';
import { endpoint } from '../../../../platform/http/endpoint.ts';
import * as entry from './entry.ts';
import { OptionsSchema, RoundBody, RoundSchema } from './round.ts';
import { Count, closed, Day, GivenPoints, Id, nullable, oneOf, Reason, RecordId, Revision } from './shape.ts';

/** Selection rounds. Whoever may apply the command asks itself: the enterprise for its own, or the office that runs the round. */

const read = { method: 'GET', permission: 'enterprise.read', status: 200 } as const;
const apply = { method: 'POST', permission: 'enterprise.read', status: 200 } as const;
const run = { method: 'POST', permission: 'ladder.select', status: 200 } as const;
const score = { method: 'POST', permission: 'ladder.score', status: 200 } as const;

const params = Type.Object({ roundId: RecordId }, closed);
const entryParams = Type.Object({ entryId: RecordId }, closed);
const fileParams = Type.Object({ entryId: RecordId, fileId: RecordId }, closed);
const expertParams = Type.Object({ roundId: RecordId, personId: Id }, closed);
const objectionParams = Type.Object({ objectionId: RecordId }, closed);
const removalParams = Type.Object({ removalId: RecordId }, closed);
const enterpriseParams = Type.Object({ enterpriseId: RecordId }, closed);
const Revised = Type.Object({ revision: Revision }, closed);
const Why = Type.Object({ reason: Reason }, closed);
const Statement = Type.String({ maxLength: 4000 });

export const RoundPageSchema = Type.Object(
  {
    round: RoundSchema,
    /** 组织遴选的岗位看到全部，别人只看到自己企业的 */
    entries: Type.Array(entry.EntrySchema),
    /** 公示以后谁都看得到 */
    list: nullable(Type.Array(entry.ListedSchema)),
    office: nullable(entry.OfficeSchema),
  },
  closed,
);
const page = { answer: RoundPageSchema } as const;
const ExportQuery = Type.Object(
  { what: oneOf(['ranking', 'list'] as const), format: oneOf(['xlsx', 'csv'] as const) },
  closed,
);

export const selectionApi = {
  listRounds: endpoint({
    ...read,
    path: '/selection-rounds',
    summary: '遴选批次',
    answer: Type.Object({ rows: Type.Array(RoundSchema) }, closed),
  }),
  readOptions: endpoint({
    ...run,
    method: 'GET',
    path: '/selection-options',
    summary: '建批次时能选的称号和指标',
    answer: OptionsSchema,
  }),
  createRound: endpoint({ ...run, path: '/selection-rounds', summary: '新建遴选批次', body: RoundBody, ...page }),
  changeRound: endpoint({
    ...run,
    method: 'PUT',
    path: '/selection-rounds/:roundId',
    summary: '修改遴选批次；开始受理以后只能改期限',
    params,
    body: Type.Object({ ...RoundBody.properties, revision: Revision }, closed),
    ...page,
  }),
  readRound: endpoint({ ...read, path: '/selection-rounds/:roundId', summary: '一个遴选批次', params, ...page }),
  openRound: endpoint({
    ...run,
    path: '/selection-rounds/:roundId/open',
    summary: '开始受理申报',
    params,
    body: Revised,
    ...page,
  }),
  closeApplications: endpoint({
    ...run,
    path: '/selection-rounds/:roundId/close-applications',
    summary: '截止申报：按截止日的数冻结、算量化分、派专家',
    params,
    body: Revised,
    ...page,
  }),
  closeScoring: endpoint({
    ...run,
    path: '/selection-rounds/:roundId/close-scoring',
    summary: '结束评分并排名；acceptSpread：分差大的也照算',
    params,
    body: Type.Object({ revision: Revision, acceptSpread: Type.Boolean() }, closed),
    ...page,
  }),
  decideRound: endpoint({
    ...run,
    path: '/selection-rounds/:roundId/decide',
    summary: '定名单并公示；和排名不同的逐家写明理由',
    params,
    body: Type.Object(
      {
        revision: Revision,
        departures: Type.Array(Type.Object({ entryId: RecordId, chosen: Type.Boolean(), reason: Reason }, closed), {
          maxItems: 500,
        }),
        publicityTo: Type.Optional(Type.String({ ...Day, description: '工作日历没有公布到那时，就由人写到哪一天' })),
      },
      closed,
    ),
    ...page,
  }),
  publishRound: endpoint({
    ...run,
    path: '/selection-rounds/:roundId/publish',
    summary: '公布名单，称号写进企业档案',
    params,
    body: Type.Object(
      { revision: Revision, source: Type.String({ minLength: 2, maxLength: 300, pattern: '\\S' }) },
      closed,
    ),
    ...page,
  }),
  endRound: endpoint({
    ...run,
    path: '/selection-rounds/:roundId/end',
    summary: '终止遴选，不出名单',
    params,
    body: Type.Object({ revision: Revision, reason: Reason }, closed),
    ...page,
  }),
  exportRound: endpoint({
    ...run,
    method: 'GET',
    path: '/selection-rounds/:roundId/export',
    summary: '导出排名或名单',
    params,
    query: ExportQuery,
  }),

  readProspects: endpoint({
    ...read,
    path: '/enterprises/:enterpriseId/selections',
    summary: '一家企业能申报的遴选、够不够条件、申报到哪一步',
    params: enterpriseParams,
    answer: entry.ProspectSchema,
  }),
  apply: endpoint({
    ...apply,
    path: '/selection-rounds/:roundId/entries',
    summary: '申报：企业自己，或者组织遴选的岗位代录',
    params,
    body: Type.Object(
      { enterpriseId: RecordId, statement: Statement, exception: Type.Optional(nullable(Reason)) },
      closed,
    ),
    answer: entry.EntrySchema,
  }),
  changeEntry: endpoint({
    ...apply,
    method: 'PUT',
    path: '/selection-entries/:entryId',
    summary: '修改申报说明',
    params: entryParams,
    body: Type.Object({ revision: Revision, statement: Statement }, closed),
    answer: entry.EntrySchema,
  }),
  withdrawEntry: endpoint({
    ...apply,
    path: '/selection-entries/:entryId/withdraw',
    summary: '撤回申报',
    params: entryParams,
    body: Why,
    answer: entry.EntrySchema,
  }),
  turnAway: endpoint({
    ...run,
    path: '/selection-entries/:entryId/turn-away',
    summary: '不予受理',
    params: entryParams,
    body: Why,
    answer: entry.EntrySchema,
  }),
  /** A form: `file`. */
  addFile: endpoint({
    ...apply,
    path: '/selection-entries/:entryId/files',
    summary: '上传申报材料',
    params: entryParams,
    answer: entry.EntrySchema,
  }),
  readFile: endpoint({
    ...read,
    path: '/selection-entries/:entryId/files/:fileId',
    summary: '申报材料本身',
    params: fileParams,
  }),
  removeFile: endpoint({
    ...apply,
    path: '/selection-entries/:entryId/files/:fileId/remove',
    summary: '撤下申报材料',
    params: fileParams,
    answer: entry.EntrySchema,
  }),

  listCandidates: endpoint({
    ...run,
    method: 'GET',
    path: '/selection-experts',
    summary: '可以请来评分的专家',
    answer: Type.Object(
      { rows: Type.Array(Type.Object({ personId: Type.String(), name: Type.String(), unit: Type.String() }, closed)) },
      closed,
    ),
  }),
  addExpert: endpoint({
    ...run,
    path: '/selection-rounds/:roundId/experts',
    summary: '请专家；评分中加的，补到缺人的申报上',
    params,
    body: Type.Object({ personId: Id }, closed),
    ...page,
  }),
  removeExpert: endpoint({
    ...run,
    path: '/selection-rounds/:roundId/experts/:personId/remove',
    summary: '专家退出，没有交的由别的专家补上',
    params: expertParams,
    body: Why,
    ...page,
  }),
  noteConflict: endpoint({
    ...run,
    path: '/selection-rounds/:roundId/experts/:personId/conflicts',
    summary: '专家对一家企业要回避',
    params: expertParams,
    body: Type.Object({ enterpriseId: RecordId, reason: Reason }, closed),
    ...page,
  }),
  askAgain: endpoint({
    ...run,
    path: '/selection-entries/:entryId/ask-again',
    summary: '专家分差大，请这一家的专家各自再看一遍',
    params: entryParams,
    ...page,
  }),
  listSheets: endpoint({
    ...score,
    method: 'GET',
    path: '/selection-sheets',
    summary: '分给我评的申报',
    answer: Type.Object({ rows: Type.Array(entry.SheetSchema) }, closed),
  }),
  saveSheet: endpoint({
    ...score,
    method: 'PUT',
    path: '/selection-sheets/:entryId',
    summary: '保存评分；hand：交上去，评分结束以前还能改',
    params: entryParams,
    body: Type.Object(
      { points: Type.Record(Id, GivenPoints), remark: Type.String({ maxLength: 1000 }), hand: Type.Boolean() },
      closed,
    ),
    answer: entry.SheetSchema,
  }),
  recuse: endpoint({
    ...score,
    path: '/selection-sheets/:entryId/recuse',
    summary: '申请回避这一家',
    params: entryParams,
    body: Why,
    answer: Type.Object({ replaced: Type.Boolean() }, closed),
  }),
  readSheetFile: endpoint({
    ...score,
    method: 'GET',
    path: '/selection-sheets/:entryId/files/:fileId',
    summary: '分给我评的申报的材料',
    params: fileParams,
  }),

  noteObjection: endpoint({
    ...run,
    path: '/selection-rounds/:roundId/objections',
    summary: '记下公示期里收到的异议',
    params,
    body: Type.Object(
      {
        ...{ entryId: RecordId, raisedOn: Day, raisedBy: Type.String({ minLength: 1, maxLength: 80, pattern: '\\S' }) },
        words: Type.String({ minLength: 2, maxLength: 2000, pattern: '\\S' }),
      },
      closed,
    ),
    ...page,
  }),
  answerObjection: endpoint({
    ...run,
    path: '/selection-objections/:objectionId/answer',
    summary: '答复异议；成立的退出名单',
    params: objectionParams,
    body: Type.Object(
      { upheld: Type.Boolean(), answer: Type.String({ minLength: 2, maxLength: 2000, pattern: '\\S' }) },
      closed,
    ),
    ...page,
  }),

  reviewTitles: endpoint({
    ...run,
    method: 'GET',
    path: '/title-reviews',
    summary: '复核：现有的称号还够不够条件',
    query: Type.Object({ kind: Id, page: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000 })) }, closed),
    answer: Type.Object(
      {
        ...{
          on: Day,
          edition: nullable(Type.String()),
          rows: Type.Array(entry.ReviewSchema),
          page: Count,
          more: Type.Boolean(),
        },
      },
      closed,
    ),
  }),
  listRemovals: endpoint({
    ...read,
    path: '/title-removals',
    summary: '动态退出的称号',
    answer: Type.Object({ rows: Type.Array(entry.RemovalSchema) }, closed),
  }),
  noticeRemoval: endpoint({
    ...run,
    path: '/title-removals',
    summary: '告知企业称号将退出：理由和从哪一天起',
    body: Type.Object({ enterpriseId: RecordId, titleId: RecordId, reason: Reason, endsOn: Day }, closed),
    answer: entry.RemovalSchema,
  }),
  pleadRemoval: endpoint({
    ...apply,
    path: '/title-removals/:removalId/plea',
    summary: '企业陈述意见',
    params: removalParams,
    body: Type.Object({ words: Type.String({ minLength: 2, maxLength: 2000, pattern: '\\S' }) }, closed),
    answer: entry.RemovalSchema,
  }),
  keepTitle: endpoint({
    ...run,
    path: '/title-removals/:removalId/keep',
    summary: '撤回退出，保留称号',
    params: removalParams,
    body: Type.Object({ revision: Revision, reason: Reason }, closed),
    answer: entry.RemovalSchema,
  }),
} as const;
