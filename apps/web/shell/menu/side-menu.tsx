import { Link, useLocation } from '@tanstack/react-router';
import { type KeyboardEvent, useRef } from 'react';
import { entryAt, type MenuPart } from '../../../../platform/web/shell/menu.ts';
import { menuEntries } from './entries.ts';
import { EntrySign } from './icons.tsx';
import './side-menu.css';

interface Props {
  readonly parts: readonly MenuPart[];
  readonly folded: boolean;
  /** A line was chosen: a menu that lies over the page goes away. */
  onChosen(): void;
}

/** The menu at the left: only what the post may open. Tab and arrows go through it. */
export function SideMenu({ parts, folded, onChosen }: Props) {
  const nav = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  const here = entryAt(menuEntries, pathname)?.to;
  const onKeyDown = (event: KeyboardEvent): void => {
    const links = [...(nav.current?.querySelectorAll<HTMLElement>('a') ?? [])];
    const at = links.indexOf(document.activeElement as HTMLElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: links.length - 1 }[event.key];
    if (to === undefined || at < 0) return;
    event.preventDefault();
    links[Math.max(0, Math.min(links.length - 1, to))]?.focus();
  };
  return (
    <nav aria-label="主导航" className="side-menu" data-folded={folded || undefined} ref={nav} onKeyDown={onKeyDown}>
      {parts.map(({ group, entries }) => (
        <section key={group} aria-label={group}>
          <p aria-hidden="true">{group}</p>
          <ul>
            {entries.map((entry) => (
              <li key={entry.to}>
                <Link
                  to={entry.to as string}
                  activeOptions={{ exact: true }}
                  onClick={onChosen}
                  {...(entry.to === here && { 'aria-current': 'page' as const })}
                  {...(folded && { title: entry.title })}
                >
                  <EntrySign entry={entry} />
                  <span>{entry.title}</span>
                </Link>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </nav>
  );
}
