import { type ThemeConfig, theme } from 'antd';
import type { Theme } from './theme.ts';

/** antd needs real colours to derive its shades from; they repeat the palette of colours.css. */
const palette = {
  light: {
    primary: '#1f5a96',
    ground: '#f3f4f6',
    surface: '#ffffff',
    raised: '#ffffff',
    ink: '#18202c',
    line: '#dde1e7',
  },
  dark: {
    primary: '#79b0f2',
    ground: '#11151b',
    surface: '#191f28',
    raised: '#1f2630',
    ink: '#e7ebf1',
    line: '#414d5c',
  },
} as const;

export function antdTheme(name: Theme): ThemeConfig {
  const colours = palette[name];
  const dark = name === 'dark';
  return {
    algorithm: dark ? theme.darkAlgorithm : theme.defaultAlgorithm,
    token: {
      colorPrimary: colours.primary,
      colorLink: colours.primary,
      colorInfo: colours.primary,
      colorTextBase: colours.ink,
      colorBgContainer: colours.surface,
      colorBgElevated: colours.raised,
      colorBgLayout: colours.ground,
      colorBorder: dark ? '#5b6879' : '#8a95a5',
      colorBorderSecondary: colours.line,
      colorTextPlaceholder: dark ? '#98a4b4' : '#5c6776',
      colorTextDescription: dark ? '#98a4b4' : '#5c6776',
      colorTextDisabled: dark ? '#8793a3' : '#6a7482',
      colorError: dark ? '#ff9a90' : '#b3261e',
      colorSuccess: dark ? '#7fd0a0' : '#17693f',
      colorWarning: dark ? '#f0b765' : '#8a4b00',
      fontFamily: 'var(--font)',
      fontSize: 14,
      borderRadius: 6,
      controlHeight: 34,
      // What is opened is there: nothing moves under the pointer, and a key that is pressed at once finds it.
      motion: false,
    },
    components: {
      Button: {
        primaryShadow: 'none',
        defaultShadow: 'none',
        dangerShadow: 'none',
        colorTextLightSolid: dark ? '#0c1a2b' : '#ffffff',
      },
      Form: { itemMarginBottom: 14, verticalLabelPadding: '0 0 4px', labelColor: 'var(--ink-2)' },
      Modal: { titleFontSize: 17 },
    },
  };
}
