import { Type } from 'typebox';
import { endpoint } from '../../../platform/http/endpoint.ts';
import { dutyStateNames } from '../domain/model/index.ts';
import * as campaign from './campaign.ts';
import { closed, Id, oneOf, RecordId, Revision } from './shape.ts';

/** Rounds in which all are to be diagnosed, and who helps. */

const read = { method: 'GET', permission: 'enterprise.read', status: 200 } as const;
const keep = { method: 'POST', permission: 'diagnosis.inspect', status: 200 } as const;
const params = Type.Object({ campaignId: RecordId }, closed);
const providerParams = Type.Object({ providerId: RecordId }, closed);
const Revised = Type.Object({ revision: Revision }, closed);

export const campaignEndpoints = {
  listCampaigns: endpoint({
    ...read,
    path: '/diagnosis-campaigns',
    summary: '诊断任务：要在什么时候以前诊断哪些企业',
    answer: Type.Object({ rows: Type.Array(campaign.CampaignSchema) }, closed),
  }),
  createCampaign: endpoint({
    ...keep,
    path: '/diagnosis-campaigns',
    summary: '新建诊断任务，给每家企业开待办',
    body: campaign.CampaignBody,
    answer: campaign.BoardSchema,
  }),
  readCampaign: endpoint({
    ...read,
    path: '/diagnosis-campaigns/:campaignId',
    summary: '诊断覆盖看板：按地区和产业链',
    params,
    answer: campaign.BoardSchema,
  }),
  listDuties: endpoint({
    ...read,
    path: '/diagnosis-campaigns/:campaignId/enterprises',
    summary: '诊断任务里的企业',
    params,
    query: Type.Object(
      {
        state: Type.Optional(oneOf(dutyStateNames)),
        ...{ regionId: Type.Optional(Id), chainId: Type.Optional(Id) },
        page: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000 })),
        pageSize: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
      },
      closed,
    ),
    answer: campaign.DutyListSchema,
  }),
  exportCampaign: endpoint({
    ...read,
    path: '/diagnosis-campaigns/:campaignId/export',
    summary: '导出诊断覆盖看板：按地区、按产业链、逐户，一个工作簿',
    params,
  }),
  remind: endpoint({
    ...keep,
    path: '/diagnosis-campaigns/:campaignId/remind',
    summary: '提醒还没有报送的企业，一天一次',
    params,
    answer: Type.Object({ reminded: Type.Integer(), unreachable: Type.Integer() }, closed),
  }),
  closeCampaign: endpoint({
    ...keep,
    path: '/diagnosis-campaigns/:campaignId/close',
    summary: '结束诊断任务，撤回没有办的待办',
    params,
    body: Revised,
    answer: campaign.BoardSchema,
  }),
  listProviders: endpoint({
    ...read,
    path: '/diagnosis-providers',
    summary: '数字化服务商',
    answer: Type.Object(
      {
        rows: Type.Array(campaign.ProviderSchema),
        sides: Type.Array(Type.Object({ id: Type.String(), name: Type.String() }, closed)),
      },
      closed,
    ),
  }),
  saveProvider: endpoint({
    ...keep,
    path: '/diagnosis-providers',
    summary: '登记服务商',
    body: campaign.ProviderBody,
    answer: campaign.ProviderSchema,
  }),
  changeProvider: endpoint({
    ...keep,
    method: 'PUT',
    path: '/diagnosis-providers/:providerId',
    summary: '修改服务商',
    params: providerParams,
    body: Type.Object({ ...campaign.ProviderBody.properties, revision: Revision }, closed),
    answer: campaign.ProviderSchema,
  }),
  removeProvider: endpoint({
    ...keep,
    path: '/diagnosis-providers/:providerId/remove',
    summary: '撤下服务商',
    params: providerParams,
    body: Revised,
    answer: Type.Object({ removed: Type.Boolean() }, closed),
  }),
} as const;
