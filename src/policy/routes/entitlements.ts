import type { FastifyInstance } from 'fastify';
import { serve } from '../../../platform/http/serve.ts';
import type { PolicyDeps } from '../commands/deps.ts';
import { offerPolicies } from '../commands/offer-policies.ts';
import { policyApi } from '../contract.ts';

/** The rules for whoever wants to know what he can get. He need not say who he is, and nothing he answers comes here. */
export function entitlementRoutes(app: FastifyInstance, { shelf, clock }: PolicyDeps): void {
  serve(app, policyApi.readOffer, async () => offerPolicies(shelf, clock));
}
