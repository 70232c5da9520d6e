import { useSession } from '../../../../platform/web/shell/session-context.ts';

/** The posts that one may act as; they are switched in the menu of the person, at the top right. */
export function PostsPart() {
  const session = useSession();
  if (session === null) return null;
  const { posts, post } = session;
  return (
    <section className="me-part" aria-label="岗位">
      <h2>岗位</h2>
      {posts.length === 0 ? (
        <p>还没有登记岗位，所以什么业务都不能办。请找系统管理员。</p>
      ) : (
        <ul className="me-places">
          {posts.map(({ id, title, unitName, roleName, onBehalfOf, main }) => (
            <li key={id}>
              <b>
                {unitName} {title}
              </b>
              <small>
                {roleName ?? '还没有授权'}
                {onBehalfOf !== null && `，代${onBehalfOf.name}`}
                {main && '，主岗'}
              </small>
              {id === post?.id ? <span className="me-tag">现在的岗位</span> : <span />}
            </li>
          ))}
        </ul>
      )}
      {posts.length > 1 && <p className="account-help">换岗位：点右上角自己的名字。</p>}
    </section>
  );
}
