import { MoonOutlined, SunOutlined } from '@ant-design/icons';
import { chooseTheme, useTheme } from '../../../platform/web/theme/theme.ts';

/** One press: dark becomes light, light becomes dark; the browser remembers. */
export function ThemeButton() {
  const dark = useTheme() === 'dark';
  return (
    <button
      type="button"
      className="shell-tool"
      aria-pressed={dark}
      aria-label="深色"
      onClick={() => chooseTheme(dark ? 'light' : 'dark')}
    >
      {dark ? <SunOutlined /> : <MoonOutlined />}
      <span className="shell-words" aria-hidden="true">
        {dark ? '浅色' : '深色'}
      </span>
    </button>
  );
}
