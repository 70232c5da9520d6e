import { MenuFoldOutlined, MenuUnfoldOutlined, SearchOutlined } from '@ant-design/icons';
import { Link, Outlet, useLocation } from '@tanstack/react-router';
import { type ComponentProps, createElement, useEffect, useMemo, useState } from 'react';
import { useNarrow } from '../../../platform/web/layout/use-narrow.ts';
import { menuFor } from '../../../platform/web/shell/menu.ts';
import { useSession } from '../../../platform/web/shell/session-context.ts';
import { ShortcutHelp } from '../../../platform/web/shortcuts/help.tsx';
import { KeyCaps } from '../../../platform/web/shortcuts/key-caps.tsx';
import { useShortcuts } from '../../../platform/web/shortcuts/registry.ts';
import { chooseTheme, useTheme } from '../../../platform/web/theme/theme.ts';
import { Bell } from './bell.tsx';
import { Mark } from './mark.tsx';
import { Crumbs } from './menu/crumbs.tsx';
import { menuEntries } from './menu/entries.ts';
import { foldMenu, useMenuFolded } from './menu/folded.ts';
import { SideMenu } from './menu/side-menu.tsx';
import { MoneySwitch } from './money-switch.tsx';
import { useKeptSettings } from './person/keep-settings.ts';
import { PersonMenu } from './person/person-menu.tsx';
import { Palette } from './search/palette.tsx';
import { ThemeButton } from './theme-button.tsx';
import { Watermark } from './watermark.tsx';
import './shell.css';

/** The frame of every page: menu, way back, search, messages, person; the page itself in the middle. */
export function Shell() {
  const [open, setOpen] = useState<'help' | 'search' | 'menu' | null>(null);
  const theme = useTheme();
  const folded = useMenuFolded();
  const narrow = useNarrow();
  const { pathname } = useLocation();
  const permissions = useSession()?.permissions;
  const menu = useMemo(() => menuFor(menuEntries, permissions ?? []), [permissions]);
  useKeptSettings();
  useShortcuts('整个网站', [
    { keys: ['Mod+k'], label: '搜索', run: () => setOpen('search') },
    { keys: ['Alt+m'], label: '到菜单', run: () => (narrow ? setOpen('menu') : focusMenu()) },
    { keys: ['?'], label: '查看快捷键', run: () => setOpen('help') },
    {
      keys: ['Shift+d'],
      label: '切换浅色、深色',
      run: () => chooseTheme(theme === 'dark' ? 'light' : 'dark'),
    },
  ]);
  const close = (): void => setOpen(null);
  const menuShown = !narrow || open === 'menu';
  // Whatever led to another page, the menu over the old one is done with.
  useEffect(() => setOpen((before) => (pathname !== '' && before === 'menu' ? null : before)), [pathname]);
  return (
    <div className="shell" data-folded={(!narrow && folded) || undefined}>
      <a className="skip-link" href="#main">
        跳到正文
      </a>
      <header className="shell-head">
        <button
          type="button"
          className="shell-tool"
          aria-label={narrow ? '菜单' : folded ? '展开菜单' : '收起菜单'}
          aria-expanded={narrow ? menuShown : !folded}
          onClick={() => (narrow ? setOpen(menuShown ? null : 'menu') : foldMenu(!folded))}
        >
          {(narrow ? menuShown : !folded) ? <MenuFoldOutlined /> : <MenuUnfoldOutlined />}
        </button>
        <Link to="/" className="shell-home" aria-label="经纬，回到工作台">
          <Mark />
          <span>经纬</span>
        </Link>
        <Crumbs />
        <div className="shell-tools">
          <button type="button" className="shell-tool shell-search" onClick={() => setOpen('search')}>
            <SearchOutlined aria-hidden="true" />
            <span className="shell-words">搜索</span>
            <span className="shell-search-keys" aria-hidden="true">
              <KeyCaps keys="Mod+k" />
            </span>
          </button>
          <MoneySwitch />
          <ThemeButton />
          <button type="button" className="shell-tool shell-help" onClick={() => setOpen('help')}>
            <i className="keycap" aria-hidden="true">
              ?
            </i>
            <span className="visually-hidden">快捷键</span>
          </button>
          <Bell />
          <PersonMenu onHelp={() => setOpen('help')} />
        </div>
      </header>
      {menuShown && (
        <div className="shell-side">
          <SideMenu parts={menu} folded={!narrow && folded} onChosen={close} />
          {narrow && <button type="button" className="shell-veil" aria-label="关闭菜单" onClick={close} />}
        </div>
      )}
      <Main id="main" className="shell-main">
        <Outlet />
      </Main>
      <ShortcutHelp open={open === 'help'} onClose={close} />
      <Palette open={open === 'search'} onClose={close} menu={menu} />
      <Watermark />
    </div>
  );
}

/** Reached by Tab, so that the arrow keys scroll a page on which nothing else can be reached (WCAG 2.1.1). */
const Main = (props: ComponentProps<'main'>) => createElement('main', { tabIndex: 0, ...props });

const focusMenu = (): void =>
  document.querySelector<HTMLElement>('.side-menu a[aria-current="page"], .side-menu a')?.focus();
