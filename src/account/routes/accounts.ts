import type { FastifyInstance } from 'fastify';
import { listRequest } from '../../../platform/http/list-request.ts';
import { serve } from '../../../platform/http/serve.ts';
import { listRoleNames, readAccountRules, setAccountRules } from '../commands/account-rules.ts';
import { createAccounts } from '../commands/create-accounts.ts';
import type { AccountDeps } from '../commands/deps.ts';
import { handLink } from '../commands/hand-link.ts';
import { listAccounts, listCandidates, readAccount } from '../commands/list-accounts.ts';
import { forceOff, resetSecondFactor, unlockAccount } from '../commands/secure-account.ts';
import { setAccount } from '../commands/set-account.ts';
import { accountApi, accountFields } from '../contract.ts';

/** The accounts that the administrators keep. */
export function accountsRoutes(app: FastifyInstance, deps: AccountDeps): void {
  serve(app, accountApi.listAccounts, async ({ actor, query }) => {
    const request = listRequest(accountFields, query);
    const { page, pageSize } = request;
    return { ...(await listAccounts(actor, request, deps)), page, pageSize };
  });
  serve(app, accountApi.readAccount, async ({ actor, params }) => readAccount(actor, params.accountId, deps));
  serve(app, accountApi.listCandidates, async ({ actor, query }) => ({
    people: await listCandidates(actor, query.text ?? '', deps),
  }));
  serve(app, accountApi.createAccounts, async ({ actor, body }) => ({
    links: await createAccounts(actor, body.accounts, deps),
  }));
  serve(app, accountApi.handLink, async ({ actor, params }) => handLink(actor, params.accountId, deps));
  serve(app, accountApi.setAccount, async ({ actor, params, body }) =>
    setAccount(actor, params.accountId, body.enabled, deps),
  );
  serve(app, accountApi.unlockAccount, async ({ actor, params }) => unlockAccount(actor, params.accountId, deps));
  serve(app, accountApi.forceOff, async ({ actor, params }) => forceOff(actor, params.accountId, deps));
  serve(app, accountApi.resetSecondFactor, async ({ actor, params }) =>
    resetSecondFactor(actor, params.accountId, deps),
  );
  serve(app, accountApi.readAccountRules, async ({ actor }) => readAccountRules(actor, deps));
  serve(app, accountApi.listRoleNames, async ({ actor }) => ({ roles: await listRoleNames(actor, deps) }));
  serve(app, accountApi.setAccountRules, async ({ actor, body }) => setAccountRules(actor, body, deps));
}
