import type { Column } from '../../../../platform/web/list/model.ts';
import { type PostJson, postFields } from '../../contract.ts';
import { GrantTag, LifeTag } from '../parts/tags.tsx';

type Rest = Omit<Column<PostJson>, 'key' | 'title'>;
const column = (key: keyof typeof postFields, rest: Rest): Column<PostJson> => ({
  key,
  title: postFields[key].title,
  ...rest,
});

/** Everything that the list of posts can show. */
export const grantColumns = (onOpen: ((post: PostJson) => void) | null): readonly Column<PostJson>[] => [
  column('person', {
    width: 'minmax(150px, 0.9fr)',
    narrow: 'main',
    render: (post) =>
      onOpen === null ? (
        post.person
      ) : (
        <button type="button" className="org-open" onClick={() => onOpen(post)}>
          {post.person}
        </button>
      ),
  }),
  column('unit', { width: 'minmax(180px, 1.3fr)', render: ({ unit }) => unit }),
  column('title', { width: 'minmax(110px, 0.8fr)', render: ({ title }) => title }),
  column('role', { width: '120px', render: ({ role }) => role }),
  {
    key: 'scope',
    title: '范围',
    width: 'minmax(140px, 1fr)',
    render: ({ grantRegionName, chainNames, grant }) =>
      grant === 'none' ? '' : [grantRegionName, chainNames.join('、')].filter(Boolean).join(' · '),
  },
  column('grant', { width: '96px', narrow: 'figure', render: ({ grant }) => <GrantTag state={grant} /> }),
  column('region', { width: '110px', hidden: true, render: ({ regionName }) => regionName }),
  column('main', { width: '70px', hidden: true, render: ({ main }) => (main ? '是' : '') }),
  column('validFrom', { width: '120px', hidden: true, render: ({ validFrom }) => validFrom }),
  column('validTo', { width: '120px', hidden: true, render: ({ validTo }) => validTo }),
  column('state', { width: '100px', render: ({ state }) => <LifeTag state={state} /> }),
];
