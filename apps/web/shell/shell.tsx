import { Link, Outlet } from '@tanstack/react-router';
import { useState } from 'react';
import { ShortcutHelp } from '../../../platform/web/shortcuts/help.tsx';
import { useShortcuts } from '../../../platform/web/shortcuts/registry.ts';
import { chooseTheme, useTheme } from '../../../platform/web/theme/theme.ts';
import { Mark } from './mark.tsx';
import { ThemeButton } from './theme-button.tsx';
import './shell.css';

/** The frame of every page: the way home, help, colours; the page itself below. */
export function Shell() {
  const [help, setHelp] = useState(false);
  const theme = useTheme();
  useShortcuts('整个网站', [
    { keys: ['?'], label: '查看快捷键', run: () => setHelp(true) },
    {
      keys: ['Shift+d'],
      label: '切换浅色、深色',
      run: () => chooseTheme(theme === 'dark' ? 'light' : 'dark'),
    },
  ]);
  return (
    <div className="shell">
      <a className="skip-link" href="#main">
        跳到正文
      </a>
      <header className="shell-head">
        <Link to="/" className="shell-home" aria-label="经纬，回到方案清单">
          <Mark />
          <span>经纬</span>
        </Link>
        <nav aria-label="主导航">
          <Link to="/" activeOptions={{ exact: true }}>
            方案清单
          </Link>
          <Link to="/rules">体检规则</Link>
        </nav>
        <div className="shell-tools">
          <button type="button" className="shell-tool" onClick={() => setHelp(true)}>
            <i className="keycap" aria-hidden="true">
              ?
            </i>
            <span className="shell-words">快捷键</span>
          </button>
          <ThemeButton />
        </div>
      </header>
      <main id="main" className="shell-main" tabIndex={-1}>
        <Outlet />
      </main>
      <ShortcutHelp open={help} onClose={() => setHelp(false)} />
    </div>
  );
}
