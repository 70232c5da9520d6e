import { type Static, Type } from 'typebox';
import { endpoint } from '../../../platform/http/endpoint.ts';
import { type ListFields, listAnswer, listQuery } from '../../../platform/http/list-query.ts';
import { closed, Day, Id, nullable } from './file.ts';
import * as shape from './map/shape.ts';

/** The API of chain maps: the map with how its nodes stand, enterprises on it, corrections, editions, gaps. */

const ofChain = Type.Object({ chainId: Id }, closed);
const ofNode = Type.Object({ chainId: Id, nodeId: Id }, closed);
const ofPlace = Type.Object({ chainId: Id, enterpriseId: Id }, closed);
const read = { method: 'GET', permission: 'chain.read', status: 200 } as const;
const keep = { permission: 'chain.keep', status: 200 } as const;

/** Fields of the list of placed enterprises. */
export const placedListFields = {
  enterprise: { title: '企业', kind: 'text', sheetWidth: 36 },
  region: { title: '地区', kind: 'pick', sheetWidth: 14 },
  node: { title: '环节', kind: 'pick', nullable: true, sheetWidth: 18 },
  score: { title: '得分', kind: 'number' },
  by: { title: '怎样定的', kind: 'choice', options: ['rule', 'person'] },
} as const satisfies ListFields;

export const chainMapApi = {
  listChainMaps: endpoint({
    ...read,
    path: '/chain-maps',
    summary: '有图谱的产业链',
    answer: Type.Object({ maps: Type.Array(shape.MapRowSchema) }, closed),
  }),
  readChainMap: endpoint({
    ...read,
    path: '/chain-files/:chainId/map',
    summary: '产业链图谱：环节、连线，各环节的企业、产值、本地供给率、强弱',
    params: ofChain,
    query: Type.Object({ region: Type.Optional(shape.Region) }, closed),
    answer: shape.ChainMapSchema,
  }),
  readChainRegions: endpoint({
    ...read,
    path: '/chain-files/:chainId/map/regions',
    summary: '区域分布图：各地区在各环节的企业',
    params: ofChain,
    answer: Type.Object({ regions: Type.Array(shape.RegionRowSchema) }, closed),
  }),
  listPlaced: endpoint({
    ...read,
    path: '/chain-files/:chainId/places',
    summary: '放在本链的企业；filter 里 node 的 blank 为不属于本链的',
    params: ofChain,
    query: listQuery(placedListFields),
    answer: listAnswer(shape.PlacedSchema),
  }),
  placeEnterprise: endpoint({
    ...keep,
    method: 'PUT',
    path: '/chain-files/:chainId/places/:enterpriseId',
    summary: '人工核定一户企业的环节；空为不属于本链',
    params: ofPlace,
    body: Type.Object({ nodeId: nullable(Id), reason: shape.Reason }, closed),
    answer: shape.PlacedSchema,
  }),
  releasePlace: endpoint({
    ...keep,
    method: 'POST',
    path: '/chain-files/:chainId/places/:enterpriseId/release',
    summary: '不再人工核定，交还规则',
    params: ofPlace,
    body: Type.Object({ reason: shape.Reason }, closed),
    answer: shape.PlacedSchema,
  }),
  /** Also for the enterprise itself. */
  readEnterprisePlaces: endpoint({
    method: 'GET',
    path: '/enterprises/:enterpriseId/places',
    summary: '一户企业在各产业链的环节',
    status: 200,
    permission: 'enterprise.read',
    params: Type.Object({ enterpriseId: Id }, closed),
    answer: Type.Object({ places: Type.Array(shape.EnterprisePlaceSchema) }, closed),
  }),
  startPlacing: endpoint({
    ...keep,
    method: 'POST',
    path: '/chain-files/:chainId/placing',
    status: 202,
    summary: '把本地全部企业按规则放一遍；人工核定的不动',
    params: ofChain,
    answer: shape.RunSchema,
  }),
  readPlacing: endpoint({
    ...read,
    path: '/chain-files/:chainId/placing',
    summary: '最近一次放置到哪里了',
    params: ofChain,
    answer: Type.Object({ run: nullable(shape.RunSchema) }, closed),
  }),
  saveMapEdition: endpoint({
    ...keep,
    method: 'PUT',
    path: '/chain-files/:chainId/map',
    summary: '本地修改图谱：加环节、加产品词、改连线；存为一版，从某日起',
    params: ofChain,
    body: Type.Object(
      { revision: Type.Integer({ minimum: 0 }), from: Day, reason: shape.Reason, edits: shape.EditsSchema },
      closed,
    ),
    answer: Type.Object({ edition: shape.EditionSchema }, closed),
  }),
  listMapEditions: endpoint({
    ...read,
    path: '/chain-files/:chainId/map/editions',
    summary: '本地修改的各版，从新到旧',
    params: ofChain,
    answer: Type.Object({ editions: Type.Array(shape.EditionSchema) }, closed),
  }),
  listGaps: endpoint({
    ...read,
    path: '/chain-files/:chainId/gaps',
    summary: '由缺口生成的招商目标、清单条目和任务',
    params: ofChain,
    answer: Type.Object({ gaps: Type.Array(shape.GapSchema) }, closed),
  }),
  /** A line of a list that people write: weak links, needs (招商目标). */
  addGapEntry: endpoint({
    ...keep,
    method: 'POST',
    path: '/chain-files/:chainId/map/nodes/:nodeId/entries',
    status: 201,
    summary: '把缺口列为清单的一条（薄弱环节、招商目标）',
    params: ofNode,
    body: Type.Object(
      {
        listId: Id,
        name: Type.String({ minLength: 1, maxLength: 200, pattern: '\\S' }),
        words: Type.String({ maxLength: 2000 }),
        owner: Type.String({ maxLength: 120 }),
        dueOn: nullable(Day),
      },
      closed,
    ),
    answer: shape.GapSchema,
  }),
  /** Needs task.instruct besides. */
  addGapTask: endpoint({
    ...keep,
    method: 'POST',
    path: '/chain-files/:chainId/map/nodes/:nodeId/tasks',
    status: 201,
    summary: '把缺口交办为任务',
    params: ofNode,
    body: Type.Object(
      {
        title: Type.String({ minLength: 1, maxLength: 200, pattern: '\\S' }),
        words: Type.String({ maxLength: 2000 }),
        unitId: Id,
        dueOn: Day,
      },
      closed,
    ),
    answer: shape.GapSchema,
  }),
} as const;

export type ChainMapJson = Static<typeof shape.ChainMapSchema>;
export type ChainMapNodeJson = Static<typeof shape.NodeSchema>;
export type ChainMapLinkJson = Static<typeof shape.LinkSchema>;
export type StandingJson = Static<typeof shape.StandingSchema>;
export type PlacedJson = Static<typeof shape.PlacedSchema>;
export type EnterprisePlaceJson = Static<typeof shape.EnterprisePlaceSchema>;
export type RegionRowJson = Static<typeof shape.RegionRowSchema>;
export type MapRowJson = Static<typeof shape.MapRowSchema>;
export type MapEditsJson = Static<typeof shape.EditsSchema>;
export type MapEditionJson = Static<typeof shape.EditionSchema>;
export type PlacingRunJson = Static<typeof shape.RunSchema>;
export type GapJson = Static<typeof shape.GapSchema>;
