import type { FastifyInstance } from 'fastify';
import type { DiagnosisDeps } from './commands/deps.ts';
import { campaignRoutes } from './routes/campaigns.ts';
import { diagnosisRoutes } from './routes/diagnoses.ts';

export { keepCampaigns } from './commands/campaign/remind.ts';
export { findDiagnoses } from './commands/find-diagnoses.ts';

/** Every route of the API of diagnoses. */
export function routes(app: FastifyInstance, deps: DiagnosisDeps): void {
  diagnosisRoutes(app, deps);
  campaignRoutes(app, deps);
}
