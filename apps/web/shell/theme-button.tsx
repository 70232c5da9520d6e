import { MoonOutlined } from '@ant-design/icons';
import { chooseTheme, useTheme } from '../../../platform/web/theme/theme.ts';

/** One press: dark or light; the browser remembers. */
export function ThemeButton() {
  const dark = useTheme() === 'dark';
  return (
    <button
      type="button"
      className="shell-tool shell-theme"
      aria-pressed={dark}
      onClick={() => chooseTheme(dark ? 'light' : 'dark')}
    >
      <MoonOutlined aria-hidden="true" />
      <span className="visually-hidden">深色</span>
    </button>
  );
}
