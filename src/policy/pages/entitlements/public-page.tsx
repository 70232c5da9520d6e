import { chooseTheme, useTheme } from '../../../../platform/web/theme/theme.ts';
import { EntitlementsPage } from './entitlements-page.tsx';

/** The same page for whoever comes from the street: a plain head, and no way to anything that asks who he is but one. */
export function PublicEntitlementsPage() {
  const dark = useTheme() === 'dark';
  return (
    <div className="ask-public">
      <header className="ask-public-head">
        <b>经纬</b>
        <span>惠企利民政策</span>
        <button type="button" aria-pressed={dark} onClick={() => chooseTheme(dark ? 'light' : 'dark')}>
          深色
        </button>
        <a href="/login">登录</a>
      </header>
      <main>
        <EntitlementsPage />
      </main>
    </div>
  );
}
