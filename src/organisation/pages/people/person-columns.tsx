import type { Column } from '../../../../platform/web/list/model.ts';
import { type PersonJson, personFields } from '../../contract.ts';
import { LifeTag } from '../parts/tags.tsx';

type Rest = Omit<Column<PersonJson>, 'key' | 'title'>;
const column = (key: keyof typeof personFields, rest: Rest): Column<PersonJson> => ({
  key,
  title: personFields[key].title,
  ...rest,
});

/** Everything that the list of people can show; numbers come masked. */
export const personColumns = (onOpen: (person: PersonJson) => void): readonly Column<PersonJson>[] => [
  column('name', {
    width: 'minmax(160px, 0.8fr)',
    narrow: 'main',
    render: (person) => (
      <button type="button" className="org-open" onClick={() => onOpen(person)}>
        {person.name}
      </button>
    ),
  }),
  column('posts', { width: 'minmax(260px, 2fr)', render: ({ posts }) => posts }),
  column('phone', { width: '130px', render: ({ phone }) => phone }),
  column('idNumber', { width: '180px', hidden: true, render: ({ idNumber }) => idNumber }),
  column('email', { width: 'minmax(160px, 0.8fr)', hidden: true, render: ({ email }) => email }),
  column('validTo', { width: '120px', hidden: true, render: ({ validTo }) => validTo }),
  column('state', { width: '100px', narrow: 'figure', render: ({ state }) => <LifeTag state={state} /> }),
];
