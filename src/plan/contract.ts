import type { Static } from 'typebox';
import { endpoint } from '../../platform/http/endpoint.ts';
import type { ReadonlyDeep, Same } from '../../platform/http/types.ts';
import type * as item from './contract/item.ts';
import * as list from './contract/list.ts';
import * as plan from './contract/plan.ts';
import * as request from './contract/request.ts';
import type {
  DraftState,
  PlanCounts,
  PlanFinding,
  PlanHead,
  PlanItem,
  PlanSource,
  PlanStatus,
} from './domain/model.ts';

/**
 * The plan API: every request and answer once. Schemas live in `contract/`; here they become endpoints below
 * /api/v1, and the types that the web and the command line use.
 */

export * from './contract/item.ts';
export * from './contract/list.ts';
export * from './contract/plan.ts';
export * from './contract/request.ts';

const { PlanParams } = request;
const changed = { status: 200, params: PlanParams, answer: plan.DraftChangedSchema } as const;
const detail = { status: 200, params: PlanParams, answer: plan.PlanDetailSchema } as const;

export const planApi = {
  /**
   * multipart/form-data: `file`, then optionally `asEditionOf` (plan id) and `part` (from 1) to make the file the next
   * draft of a plan. Answers when all is saved; with the header `Prefer: respond-async` answers 202 at once.
   */
  importFile: endpoint({
    method: 'POST',
    path: '/imports',
    permission: 'plan.draft',
    summary: '导入一个文件，每份公文成为一个草案',
    status: 201,
    answer: request.ImportJobSchema,
  }),
  readImport: endpoint({
    method: 'GET',
    path: '/imports/:importId',
    permission: 'plan.draft',
    summary: '导入进行到哪一步',
    status: 200,
    params: request.ImportParams,
    answer: request.ImportJobSchema,
  }),
  /** text/event-stream; each `data:` is an ImportJob, the last one `done` or `refused`. */
  followImport: endpoint({
    method: 'GET',
    path: '/imports/:importId/events',
    permission: 'plan.draft',
    summary: '跟随导入的进度（SSE）',
    status: 200,
    params: request.ImportParams,
  }),

  listPlans: endpoint({
    method: 'GET',
    path: '/plans',
    permission: 'plan.read',
    summary: '方案清单',
    status: 200,
    query: list.PlanListQuery,
    answer: list.PlanListSchema,
  }),
  exportPlans: endpoint({
    method: 'GET',
    path: '/plans/export',
    permission: 'plan.export',
    summary: '把方案清单导出为 xlsx 或 csv：看到的列、条件和次序',
    status: 200,
    query: list.PlanExportQuery,
  }),
  readPlan: endpoint({
    method: 'GET',
    path: '/plans/:planId',
    permission: 'plan.read',
    summary: '一个方案的概况、各版和上位规划',
    ...detail,
  }),
  readHistory: endpoint({
    method: 'GET',
    path: '/plans/:planId/history',
    permission: 'plan.read',
    summary: '谁在何时改了什么，最近的在前',
    status: 200,
    params: PlanParams,
    query: request.HistoryQuery,
    answer: plan.HistorySchema,
  }),
  /** The original file, as it was uploaded. */
  readSource: endpoint({
    method: 'GET',
    path: '/plans/:planId/source',
    permission: 'plan.read',
    summary: '下载原文件',
    status: 200,
    params: PlanParams,
  }),
  exportPlan: endpoint({
    method: 'GET',
    path: '/plans/:planId/export',
    permission: 'plan.export',
    summary: '导出为 xlsx、json 或 md',
    status: 200,
    params: PlanParams,
    query: request.ExportQuery,
  }),
  setParents: endpoint({
    method: 'PUT',
    path: '/plans/:planId/parents',
    permission: 'plan.draft',
    summary: '指明上位规划，并重新体检',
    body: request.SetParents,
    ...detail,
  }),

  assignPlan: endpoint({
    method: 'PUT',
    path: '/plans/:planId/place',
    permission: 'plan.assign',
    summary: '变更方案归属的地区、单位和产业链',
    body: request.AssignPlan,
    ...detail,
  }),

  readDraft: endpoint({
    method: 'GET',
    path: '/plans/:planId/draft',
    permission: 'plan.read',
    summary: '草案全文、条目和体检结果',
    status: 200,
    params: PlanParams,
    answer: plan.DraftSchema,
  }),
  startDraft: endpoint({
    method: 'POST',
    path: '/plans/:planId/draft',
    permission: 'plan.draft',
    summary: '从某一版起草修订',
    body: request.StartDraft,
    ...detail,
    status: 201,
  }),
  correctHead: endpoint({
    method: 'PATCH',
    path: '/plans/:planId/draft',
    permission: 'plan.draft',
    summary: '改正标题、文号、日期等',
    body: request.CorrectHead,
    ...changed,
  }),
  discardDraft: endpoint({
    method: 'DELETE',
    path: '/plans/:planId/draft',
    permission: 'plan.draft',
    summary: '放弃草案，可以恢复',
    query: request.RevisionOnly,
    ...detail,
  }),
  restoreDraft: endpoint({
    method: 'POST',
    path: '/plans/:planId/draft/restore',
    permission: 'plan.draft',
    summary: '恢复放弃的草案',
    body: request.RevisionOnly,
    ...detail,
  }),

  addItem: endpoint({
    method: 'POST',
    path: '/plans/:planId/items',
    permission: 'plan.draft',
    summary: '补录一个条目',
    body: request.AddItem,
    ...changed,
    status: 201,
  }),
  correctItem: endpoint({
    method: 'PATCH',
    path: '/plans/:planId/items/:itemId',
    permission: 'plan.review',
    summary: '改正或核定一个条目',
    status: 200,
    params: request.ItemParams,
    body: request.CorrectItem,
    answer: plan.DraftChangedSchema,
  }),
  deleteItem: endpoint({
    method: 'DELETE',
    path: '/plans/:planId/items/:itemId',
    permission: 'plan.draft',
    summary: '删去一个条目，可以撤销',
    status: 200,
    params: request.ItemParams,
    query: request.RevisionOnly,
    answer: plan.DraftChangedSchema,
  }),
  mergeItems: endpoint({
    method: 'POST',
    path: '/plans/:planId/items/merge',
    permission: 'plan.draft',
    summary: '把几个同类条目并成一个',
    body: request.MergeItems,
    ...changed,
  }),
  reviewItems: endpoint({
    method: 'POST',
    path: '/plans/:planId/items/review',
    permission: 'plan.review',
    summary: '成批核定条目',
    body: request.ReviewItems,
    ...changed,
  }),
  setFinding: endpoint({
    method: 'PUT',
    path: '/plans/:planId/findings/:findingId',
    permission: 'plan.review',
    summary: '注明体检结果不必处理，或收回',
    status: 200,
    params: request.FindingParams,
    body: request.SetFinding,
    answer: plan.DraftChangedSchema,
  }),
  undo: endpoint({
    method: 'POST',
    path: '/plans/:planId/undo',
    permission: 'plan.review',
    summary: '撤销上一步',
    body: request.RevisionOnly,
    ...changed,
  }),
  redo: endpoint({
    method: 'POST',
    path: '/plans/:planId/redo',
    permission: 'plan.review',
    summary: '重做撤销的一步',
    body: request.RevisionOnly,
    ...changed,
  }),

  publishPlan: endpoint({
    method: 'POST',
    path: '/plans/:planId/publish',
    permission: 'plan.publish',
    summary: '发布草案，成为不可改的一版',
    body: request.PublishPlan,
    ...detail,
    status: 201,
  }),
  readEdition: endpoint({
    method: 'GET',
    path: '/plans/:planId/editions/:number',
    permission: 'plan.read',
    summary: '一版的全文、条目和体检结果',
    status: 200,
    params: request.EditionParams,
    answer: plan.EditionSchema,
  }),
  diffEditions: endpoint({
    method: 'GET',
    path: '/plans/:planId/diff',
    permission: 'plan.read',
    summary: '两版之间改了什么，按条目比',
    status: 200,
    params: PlanParams,
    query: request.DiffQuery,
    answer: plan.DiffSchema,
  }),
} as const;

export type PlanSummaryJson = Static<typeof plan.PlanSummarySchema>;
export type PlanListJson = Static<typeof list.PlanListSchema>;
export type PlanRowJson = Static<typeof list.PlanRowSchema>;
export type PlanDetailJson = Static<typeof plan.PlanDetailSchema>;
export type EditionSummaryJson = Static<typeof plan.EditionSummarySchema>;
export type DraftJson = Static<typeof plan.DraftSchema>;
export type EditionJson = Static<typeof plan.EditionSchema>;
export type DraftChangedJson = Static<typeof plan.DraftChangedSchema>;
export type PlanItemJson = Static<typeof item.PlanItemSchema>;
export type PlanFindingJson = Static<typeof item.PlanFindingSchema>;
export type HistoryEntryJson = Static<typeof item.HistoryEntrySchema>;
export type HistoryJson = Static<typeof plan.HistorySchema>;
export type DiffJson = Static<typeof plan.DiffSchema>;
export type ImportJobJson = Static<typeof request.ImportJobSchema>;
export type RefusalJson = Static<typeof request.RefusalSchema>;
export type RefusedJson = Static<typeof request.RefusedSchema>;
export type ExtractAnswerJson = Static<typeof request.ExtractAnswerSchema>;

/** Fails to compile when the published schemas and the domain's types differ. */
export const contractMatchesModel: {
  item: Same<ReadonlyDeep<PlanItemJson>, PlanItem>;
  finding: Same<ReadonlyDeep<PlanFindingJson>, PlanFinding>;
  head: Same<ReadonlyDeep<Static<typeof plan.PlanHeadSchema>>, PlanHead>;
  source: Same<ReadonlyDeep<Static<typeof plan.PlanSourceSchema>>, PlanSource>;
  counts: Same<Static<typeof plan.PlanCountsSchema>, PlanCounts>;
  status: Same<Static<typeof plan.PlanStatusSchema>, PlanStatus>;
  dismissal: Same<ReadonlyDeep<Static<typeof item.DismissalSchema>>, DraftState['dismissals'][number]>;
} = { item: true, finding: true, head: true, source: true, counts: true, status: true, dismissal: true };
