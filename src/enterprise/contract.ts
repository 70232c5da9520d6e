import type { Static } from 'typebox';
import { type AppealRowSchema, type AppealSchema, appealApi } from './contract/appeal-api.ts';
import type * as content from './contract/content.ts';
import { doubleApi, type PairSchema } from './contract/double-api.ts';
import type * as enterprise from './contract/enterprise.ts';
import { factsApi } from './contract/facts-api.ts';
import { type GrantListSchema, type GrantSchema, grantApi } from './contract/grant-api.ts';
import { type ImportSchema, importApi } from './contract/import-api.ts';
import { keepApi } from './contract/keep-api.ts';
import { listApi } from './contract/list-api.ts';
import { type PromiseListSchema, type PromiseSchema, promiseApi } from './contract/promise-api.ts';
import type * as request from './contract/request.ts';
import { requestApi } from './contract/request-api.ts';

/**
 * The API of enterprises: every request and answer once. Schemas live in `contract/`; here are the endpoints below /api/v1
 * and the types that the web uses. Money is whole fen, figures are whole at the decimals of their dictionary.
 */

export {
  type AppealBox,
  type AppealField,
  appealBoxes,
  appealBoxNames,
  appealFields,
  appealLabels,
} from './contract/appeal-api.ts';
export { type MergedPart, mergedParts, pairBoxes, pairStateNames } from './contract/double-api.ts';
export * from './contract/fields.ts';
export { importStates } from './contract/import-api.ts';
export { type PromiseBox, promiseBoxes, promiseBoxNames } from './contract/promise-api.ts';

export const enterpriseApi = {
  ...listApi,
  ...keepApi,
  ...requestApi,
  ...importApi,
  ...doubleApi,
  ...factsApi,
  ...grantApi,
  ...promiseApi,
  ...appealApi,
} as const;

export type EnterpriseRowJson = Static<typeof enterprise.EnterpriseRowSchema>;
export type EnterpriseJson = Static<typeof enterprise.EnterpriseSchema>;
export type EnterpriseTotalsJson = Static<typeof enterprise.TotalsSchema>;
export type EnterpriseTitleJson = Static<typeof enterprise.TitleSchema>;
export type EnterpriseFiguresJson = Static<typeof enterprise.FiguresSchema>;
export type EnterpriseContactJson = Static<typeof enterprise.ContactSchema>;
export type EnterpriseFileJson = Static<typeof enterprise.FileSchema>;
export type EnterpriseSpanJson = Static<typeof enterprise.SpanSchema>;
export type EnterpriseHistoryJson = Static<typeof enterprise.HistorySchema>;
export type EnterpriseWordsJson = Static<typeof enterprise.WordsSchema>;
export type EnterpriseCodeJson = Static<typeof enterprise.CodeSchema>;
export type EnterpriseContentJson = Static<typeof content.ContentSchema>;
export type EnterpriseChangeJson = Static<typeof content.ChangeSchema>;
export type EnterpriseRegistrationJson = Static<typeof content.RegistrationSchema>;
export type EnterprisePairJson = Static<typeof PairSchema>;
export type EnterpriseImportJson = Static<typeof ImportSchema>;
export type EnterpriseRequestJson = Static<typeof request.RequestSchema>;
export type EnterpriseGrantJson = Static<typeof GrantSchema>;
export type EnterpriseGrantsJson = Static<typeof GrantListSchema>;
export type EnterprisePromiseJson = Static<typeof PromiseSchema>;
export type EnterprisePromisesJson = Static<typeof PromiseListSchema>;
export type EnterpriseAppealRowJson = Static<typeof AppealRowSchema>;
export type EnterpriseAppealJson = Static<typeof AppealSchema>;
