import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { queryFor } from '../../../../platform/web/api.ts';
import { Failure } from '../../../../platform/web/feedback/failure.tsx';
import { organisationApi, type PostJson } from '../../contract.ts';
import { periodOf } from '../parts/period.ts';
import { GrantTag, LifeTag } from '../parts/tags.tsx';

/** The posts of a person, line by line. */
export function PostLines({ personId, onEdit }: { readonly personId: string; onEdit?(post: PostJson): void }) {
  const posts = useQuery(queryFor(organisationApi.listPosts, { query: { personId, pageSize: 100 } }));
  return (
    <section aria-label="岗位" className="org-section">
      <h2>岗位</h2>
      {posts.error !== null && <Failure error={posts.error} onRetry={() => void posts.refetch()} />}
      {posts.data?.rows.length === 0 && <p className="org-faint">还没有岗位，也就还不能登录办事。</p>}
      <ul className="org-lines">
        {(posts.data?.rows ?? []).map((post) => (
          <li key={post.id}>
            <span>
              {post.unit}，{post.title}
              {post.main && <span className="org-faint">（主岗）</span>}
            </span>
            <span className="org-faint">{periodOf(post)}</span>
            {post.role !== null && (
              <span className="org-faint">
                {post.role} <GrantTag state={post.grant} />
              </span>
            )}
            <LifeTag state={post.state} />
            {onEdit !== undefined && <Button onClick={() => onEdit(post)}>修改岗位</Button>}
          </li>
        ))}
      </ul>
    </section>
  );
}
