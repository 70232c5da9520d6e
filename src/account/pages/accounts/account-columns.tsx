import type { Column } from '../../../../platform/web/list/model.ts';
import { type AccountJson, accountFields } from '../../contract.ts';
import { momentOf } from '../parts/moment.ts';
import { secondFactorName, stateName } from './words.ts';

type Rest = Omit<Column<AccountJson>, 'key' | 'title'>;
const column = (key: keyof typeof accountFields, rest: Rest): Column<AccountJson> => ({
  key,
  title: accountFields[key].title,
  ...rest,
});

export const StateTag = ({ account: { state } }: { readonly account: AccountJson }) => (
  <span className="accounts-state" data-state={state}>
    {stateName[state]}
  </span>
);
export const SecondFactorTag = ({ account: { secondFactor } }: { readonly account: AccountJson }) => (
  <span className="accounts-state" data-state={secondFactor}>
    {secondFactorName[secondFactor]}
  </span>
);

/** Everything that the list of accounts can show. */
export const accountColumns = (onOpen: (account: AccountJson) => void): readonly Column<AccountJson>[] => [
  column('login', {
    width: 'minmax(130px, 0.8fr)',
    narrow: 'main',
    render: (account) => (
      <button type="button" className="accounts-open" onClick={() => onOpen(account)}>
        {account.login}
      </button>
    ),
  }),
  column('personName', { width: 'minmax(110px, 0.7fr)', render: ({ personName }) => personName }),
  column('unitName', { width: 'minmax(170px, 1.4fr)', render: ({ unitName }) => unitName }),
  column('roleName', { width: '120px', render: ({ roleName }) => roleName }),
  column('state', { width: '96px', narrow: 'figure', render: (account) => <StateTag account={account} /> }),
  column('secondFactor', { width: '96px', render: (account) => <SecondFactorTag account={account} /> }),
  column('lastLoginAt', {
    width: '150px',
    render: ({ lastLoginAt }) => lastLoginAt !== null && <time dateTime={lastLoginAt}>{momentOf(lastLoginAt)}</time>,
  }),
  column('createdAt', {
    width: '150px',
    hidden: true,
    render: ({ createdAt }) => <time dateTime={createdAt}>{momentOf(createdAt)}</time>,
  }),
];
