import type { ReactNode } from 'react';
import { send } from '../../../../platform/web/api.ts';
import { ExtraPicks } from '../../../../platform/web/form/extra-picks.tsx';
import type { Picked } from '../../../../platform/web/form/pick-sources.ts';
import { workApi } from '../../contract.ts';
import type { PartyKind } from '../../domain/index.ts';

const kindNames: Readonly<Record<PartyKind, string>> = { unit: '单位', post: '岗位', person: '人员', holders: '权限' };
const MOST = 20;

/** Forms inside pick units, posts and people that work can be given to, as `unit:gxj`; everything else as usual. */
export const WithPartyPicks = ({ children }: { readonly children: ReactNode }) => (
  <ExtraPicks kind="party" find={findParties}>
    {children}
  </ExtraPicks>
);

async function findParties(text: string): Promise<readonly Picked[]> {
  const { parties } = await send(workApi.listParties, { query: { text, limit: MOST } });
  return parties.map((party) => ({
    value: `${party.kind}:${party.id}`,
    label: party.name,
    note: `${kindNames[party.kind]} ${party.detail}`,
  }));
}
