import { Link, useLocation } from '@tanstack/react-router';
import { crumbsFor } from '../../../../platform/web/shell/menu.ts';
import { useTitleNow } from '../../../../platform/web/shell/title.ts';
import { menuEntries } from './entries.ts';

/** Where this page stands, and the way back. */
export function Crumbs() {
  const { pathname } = useLocation();
  const crumbs = crumbsFor(menuEntries, pathname, useTitleNow());
  return (
    <nav className="crumbs" aria-label="当前位置">
      <ol>
        {crumbs.map(({ title, to }, at) => (
          <li key={title} {...(at === crumbs.length - 1 && { 'aria-current': 'page' as const })}>
            {to === null ? <span>{title}</span> : <Link to={to as string}>{title}</Link>}
          </li>
        ))}
      </ol>
    </nav>
  );
}
