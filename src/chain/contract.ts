import { type Static, Type } from 'typebox';
import { endpoint } from '../../platform/http/endpoint.ts';
import * as file from './contract/file.ts';

/** The API of chain files: who runs a chain, what its chief did, its maps and lists. */

const { closed, Id, nullable } = file;
const ofChain = Type.Object({ chainId: Id }, closed);
const read = { method: 'GET', permission: 'chain.read', status: 200 } as const;
const keep = { permission: 'chain.keep', status: 200, answer: file.ChainFileSchema } as const;

export const chainApi = {
  listChainFiles: endpoint({
    ...read,
    path: '/chain-files',
    summary: '产业链：链长、牵头单位、今年的推进会和调研',
    query: Type.Object({ year: Type.Optional(file.Year) }, closed),
    answer: Type.Object({ year: file.Year, chains: Type.Array(file.ChainRowSchema) }, closed),
  }),
  readChainFile: endpoint({
    ...read,
    path: '/chain-files/:chainId',
    summary: '一条产业链的档案',
    params: ofChain,
    query: Type.Object({ year: Type.Optional(file.Year) }, closed),
    answer: file.ChainFileSchema,
  }),
  saveChainFile: endpoint({
    ...{ ...keep, method: 'PUT', path: '/chain-files/:chainId', summary: '写链长、牵头单位、协会' },
    params: ofChain,
    body: Type.Object({ revision: Type.Integer({ minimum: 0 }), content: file.ContentSchema }, closed),
  }),
  noteAct: endpoint({
    ...{ ...keep, method: 'POST', path: '/chain-files/:chainId/acts', summary: '登记一次推进会或调研' },
    params: ofChain,
    body: file.NewActSchema,
  }),
  strikeAct: endpoint({
    ...{ ...keep, method: 'POST', path: '/chain-files/:chainId/acts/:actId/strike', summary: '撤销登记，写明理由' },
    params: Type.Object({ chainId: Id, actId: Id }, closed),
    body: Type.Object({ reason: Type.String({ minLength: 1, maxLength: 500, pattern: '\\S' }) }, closed),
  }),
  /** A form: `file` (.png, .jpg, .webp or .pdf). The newest of a kind holds; older ones are kept. */
  putMap: endpoint({
    ...{ ...keep, method: 'POST', path: '/chain-files/:chainId/maps/:mapId', summary: '上传一张图' },
    params: Type.Object({ chainId: Id, mapId: Id }, closed),
  }),
  readMap: endpoint({
    ...read,
    path: '/chain-files/:chainId/maps/:mapId',
    summary: '一张图，缺省是最新的一版',
    params: Type.Object({ chainId: Id, mapId: Id }, closed),
    query: Type.Object({ version: Type.Optional(Id) }, closed),
  }),
  listEntries: endpoint({
    ...read,
    path: '/chain-files/:chainId/lists/:listId',
    summary: '一张清单',
    params: Type.Object({ chainId: Id, listId: Id }, closed),
    answer: Type.Object({ entries: Type.Array(file.EntrySchema) }, closed),
  }),
  addEntry: endpoint({
    ...{ ...keep, method: 'POST', path: '/chain-files/:chainId/lists/:listId', summary: '清单加一条' },
    params: Type.Object({ chainId: Id, listId: Id }, closed),
    body: file.NewEntrySchema,
    answer: file.EntrySchema,
  }),
  changeEntry: endpoint({
    ...{ ...keep, method: 'PUT', path: '/chain-files/:chainId/lists/:listId/:entryId', summary: '改清单的一条' },
    params: Type.Object({ chainId: Id, listId: Id, entryId: Id }, closed),
    body: Type.Object(
      { revision: Type.Integer({ minimum: 1 }), settledOn: nullable(file.Day), ...file.entryFields },
      closed,
    ),
    answer: file.EntrySchema,
  }),
  exportChainFile: endpoint({
    ...read,
    path: '/chain-files/:chainId/workbook',
    summary: '图和清单的总表（xlsx）',
    params: ofChain,
  }),
} as const;

export type ChainRowJson = Static<typeof file.ChainRowSchema>;
export type ChainFileJson = Static<typeof file.ChainFileSchema>;
export type ChainContentJson = Static<typeof file.ContentSchema>;
export type ChainActJson = ChainFileJson['held'][number];
export type ChainEntryJson = Static<typeof file.EntrySchema>;
export type NewEntryJson = Static<typeof file.NewEntrySchema>;
export type NewActJson = Static<typeof file.NewActSchema>;

export * from './contract/map.ts';
