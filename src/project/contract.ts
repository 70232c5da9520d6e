import type { Static } from 'typebox';
import type * as content from './contract/content.ts';
import { doubleApi } from './contract/double-api.ts';
import { importApi } from './contract/import-api.ts';
import type * as imports from './contract/imports.ts';
import { listApi } from './contract/list-api.ts';
import type * as norms from './contract/norms.ts';
import type * as pair from './contract/pair.ts';
import type * as project from './contract/project.ts';
import { stepApi } from './contract/step-api.ts';

/**
 * The API of projects: every request and answer once. Schemas live in `contract/`; here are the endpoints below /api/v1 and
 * the types that the web uses. Money is whole fen, areas are hundredths of a mu.
 */

export * from './contract/fields.ts';
export { mostFileBytes, photoTypes } from './contract/step-api.ts';

export const projectApi = { ...listApi, ...stepApi, ...doubleApi, ...importApi } as const;
export { doubleApi, importApi, listApi, stepApi };

export type ProjectRowJson = Static<typeof project.ProjectRowSchema>;
export type ProjectJson = Static<typeof project.ProjectSchema>;
export type ProjectTotalsJson = Static<typeof project.TotalsSchema>;
export type ProjectMonthJson = Static<typeof project.MonthSchema>;
export type ProjectMonthVersionJson = Static<typeof project.MonthVersionSchema>;
export type ProjectFileJson = Static<typeof project.FileSchema>;
export type ProjectLikeJson = Static<typeof project.LikeSchema>;
export type ProjectContentJson = Static<typeof content.ContentSchema>;
export type ProjectFactsJson = Static<typeof content.FactsSchema>;
export type ProjectChangeJson = Static<typeof content.ChangeSchema>;
export type ProjectPairJson = Static<typeof pair.PairSchema>;
export type ProjectNormsJson = Static<typeof norms.NormsSchema>;
export type ProjectNormsContentJson = Static<typeof norms.NormsContentSchema>;
export type ProjectThresholdsJson = Static<typeof norms.ThresholdsSchema>;
export type ProjectImportCheckJson = Static<typeof imports.ImportCheckSchema>;
