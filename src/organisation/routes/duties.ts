import type { FastifyInstance } from 'fastify';
import { serve } from '../../../platform/http/serve.ts';
import { delegateFor, delegateOwn, revokeFor, revokeOwn } from '../commands/delegate.ts';
import type { OrganisationDeps } from '../commands/deps.ts';
import { confirmGrants, grantPosts, proposeGrants, withdrawGrants } from '../commands/grants.ts';
import { findDeputies, listDelegations, listGrants, listOwnDelegations, listOwnPosts } from '../commands/read.ts';
import { addRole, listRoles, removeRole, saveRole } from '../commands/roles.ts';
import { organisationApi } from '../contract.ts';

/** Delegations, grants and roles. */
export function dutyRoutes(app: FastifyInstance, deps: OrganisationDeps): void {
  serve(app, organisationApi.listDelegations, ({ actor, query }) => listDelegations(actor, query, deps));
  serve(app, organisationApi.delegateFor, async ({ actor, body }) => ({ id: await delegateFor(actor, body, deps) }));
  serve(app, organisationApi.revokeFor, async ({ actor, params, body }) => {
    await revokeFor(actor, { ...params, ...body }, deps);
    return params;
  });
  serve(app, organisationApi.listOwnPosts, ({ actor }) => listOwnPosts(actor, deps));
  serve(app, organisationApi.listOwnDelegations, ({ actor, query }) => listOwnDelegations(actor, query, deps));
  serve(app, organisationApi.findDeputies, async ({ actor, query }) => ({
    people: await findDeputies(actor, query, deps),
  }));
  serve(app, organisationApi.delegateOwn, async ({ actor, body }) => ({ id: await delegateOwn(actor, body, deps) }));
  serve(app, organisationApi.revokeOwn, async ({ actor, params, body }) => {
    await revokeOwn(actor, { ...params, ...body }, deps);
    return params;
  });

  serve(app, organisationApi.listGrants, ({ actor, query }) => listGrants(actor, query, deps));
  serve(app, organisationApi.proposeGrants, async ({ actor, body }) => ({
    changed: await proposeGrants(actor, body, deps),
  }));
  serve(app, organisationApi.grantPosts, async ({ actor, body }) => ({ changed: await grantPosts(actor, body, deps) }));
  serve(app, organisationApi.confirmGrants, async ({ actor, body }) => ({
    changed: await confirmGrants(actor, body, deps),
  }));
  serve(app, organisationApi.withdrawGrants, async ({ actor, body }) => ({
    changed: await withdrawGrants(actor, body, deps),
  }));

  serve(app, organisationApi.listRoles, async ({ actor }) => ({ roles: await listRoles(actor, deps) }));
  serve(app, organisationApi.addRole, async ({ actor, body }) => ({ id: await addRole(actor, body, deps) }));
  serve(app, organisationApi.saveRole, async ({ actor, params, body }) => {
    await saveRole(actor, { ...params, ...body }, deps);
    return params;
  });
  serve(app, organisationApi.removeRole, async ({ actor, params }) => {
    await removeRole(actor, params, deps);
    return params;
  });
}
