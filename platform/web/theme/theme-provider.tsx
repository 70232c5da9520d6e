import { ConfigProvider } from 'antd';
import chinese from 'antd/es/locale/zh_CN.js';
import { type ReactNode, useMemo } from 'react';
import { antdTheme } from './antd-theme.ts';
import { useTheme } from './theme.ts';

/** A bundler gives the words themselves, Node's way of importing gives the module around them. */
const words = 'default' in chinese ? chinese.default : chinese;

/** Chinese words and our colours for every antd component below; without antd's blank between two characters. */
export function ThemeProvider({ children }: { readonly children: ReactNode }) {
  const name = useTheme();
  const config = useMemo(() => antdTheme(name), [name]);
  return (
    <ConfigProvider locale={words} theme={config} button={{ autoInsertSpace: false }}>
      {children}
    </ConfigProvider>
  );
}
