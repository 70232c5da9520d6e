import type { Static } from 'typebox';
import type * as campaign from './contract/campaign.ts';
import { campaignEndpoints } from './contract/campaign-api.ts';
import type * as diagnosis from './contract/diagnosis.ts';
import { diagnosisEndpoints } from './contract/diagnosis-api.ts';

/**
 * The API of diagnoses: every request and answer once. Schemas live in `contract/`; here are the endpoints below /api/v1 and the
 * types that the web uses. Points are whole hundredths.
 */

export * from './contract/fields.ts';

export const diagnosisApi = { ...diagnosisEndpoints, ...campaignEndpoints } as const;

export type DiagnosisRowJson = Static<typeof diagnosis.DiagnosisRowSchema>;
export type DiagnosisJson = Static<typeof diagnosis.DiagnosisSchema>;
export type DiagnosisQuestionJson = Static<typeof diagnosis.QuestionSchema>;
export type DiagnosisResultJson = Static<typeof diagnosis.ResultSchema>;
export type DiagnosisProspectJson = Static<typeof diagnosis.ProspectSchema>;
export type DiagnosisSavedJson = Static<typeof diagnosis.SavedSchema>;
export type DiagnosisCampaignJson = Static<typeof campaign.CampaignSchema>;
export type DiagnosisBoardJson = Static<typeof campaign.BoardSchema>;
export type DiagnosisDutyJson = Static<typeof campaign.DutySchema>;
export type DiagnosisProviderJson = Static<typeof campaign.ProviderSchema>;
