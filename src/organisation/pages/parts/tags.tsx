import {
  type DelegationJson,
  delegationStates,
  grantStates,
  type LifeState,
  lifeStates,
  type ShownGrantState,
} from '../../contract.ts';
import './parts.css';

const lifeTone: Readonly<Record<LifeState, string>> = { current: 'good', coming: 'warning', ended: 'notice' };
const grantTone: Readonly<Record<ShownGrantState, string>> = {
  ...{ none: 'notice', proposed: 'warning', granted: 'good', withdrawn: 'error' },
};
const delegationTone: Readonly<Record<DelegationJson['state'], string>> = {
  ...{ coming: 'warning', running: 'good', over: 'notice', revoked: 'error' },
};

export const LifeTag = ({ state }: { readonly state: LifeState }) => (
  <span className="org-tag" data-tone={lifeTone[state]}>
    {lifeStates[state]}
  </span>
);
export const GrantTag = ({ state }: { readonly state: ShownGrantState }) => (
  <span className="org-tag" data-tone={grantTone[state]}>
    {grantStates[state]}
  </span>
);
export const DelegationTag = ({ state }: { readonly state: DelegationJson['state'] }) => (
  <span className="org-tag" data-tone={delegationTone[state]}>
    {delegationStates[state]}
  </span>
);
