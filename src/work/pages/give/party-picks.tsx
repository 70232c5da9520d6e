import { type ReactNode, useState } from 'react';
import { send } from '../../../../platform/web/api.ts';
import {
  type Picked,
  type PickSources,
  PickSourcesContext,
  usePickSources,
} from '../../../../platform/web/form/pick-sources.ts';
import { workApi } from '../../contract.ts';
import type { PartyKind } from '../../domain/index.ts';

const kindNames: Readonly<Record<PartyKind, string>> = { unit: '单位', post: '岗位', person: '人员', holders: '权限' };
const MOST = 20;

/** Forms inside pick units, posts and people that work can be given to, as `unit:gxj`; everything else as usual. */
export function WithPartyPicks({ children }: { readonly children: ReactNode }) {
  const usual = usePickSources();
  const [sources] = useState(() => partySources(usual));
  return <PickSourcesContext value={sources}>{children}</PickSourcesContext>;
}

function partySources(usual: PickSources): PickSources {
  // What was found keeps its name after other words are typed.
  const seen = new Map<string, Picked>();
  return {
    search: async (kind, text) => {
      if (kind !== 'party') return usual.search(kind, text);
      const { parties } = await send(workApi.listParties, { query: { text, limit: MOST } });
      const found = parties.map((party) => ({
        value: `${party.kind}:${party.id}`,
        label: party.name,
        note: `${kindNames[party.kind]} ${party.detail}`,
      }));
      for (const each of found) seen.set(each.value, each);
      return found;
    },
    named: async (kind, values) =>
      kind === 'party' ? values.flatMap((value) => seen.get(value) ?? []) : usual.named(kind, values),
  };
}
