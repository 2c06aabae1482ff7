import { theme, type ThemeConfig } from 'antd';
import { dark, light } from './colours.js';

/** Behind notices, and around them. */
const lightNotices = {
  colorSuccessBg: '#e6f5e9',
  colorSuccessBorder: '#a9dcb3',
  colorWarningBg: '#fff4dc',
  colorWarningBorder: '#f0d596',
  colorErrorBg: '#fdeceb',
  colorErrorBorder: '#f3b8b3',
  colorInfoBg: '#e7f1fb',
  colorInfoBorder: '#aacdf0',
};
const darkNotices = {
  colorSuccessBg: '#14301b',
  colorSuccessBorder: '#27552f',
  colorWarningBg: '#33260c',
  colorWarningBorder: '#5c4717',
  colorErrorBg: '#3b1c1a',
  colorErrorBorder: '#6b322d',
  colorInfoBg: '#12293f',
  colorInfoBorder: '#254a6e',
};

/** The look of the component library, in light and in dark, and whether what opens and closes does so at once. */
export function consoleTheme({ isDark, isStill }: { isDark: boolean; isStill: boolean }): ThemeConfig {
  const colours = isDark ? dark : light;
  return {
    components: {
      Button: {
        defaultHoverColor: colours.accent,
        defaultHoverBorderColor: colours.accent,
        defaultActiveColor: colours.accent,
        defaultActiveBorderColor: colours.accent,
      },
      Tabs: { itemSelectedColor: colours.accent, itemHoverColor: colours.accent, inkBarColor: colours.accent },
    },
    algorithm: isDark ? theme.darkAlgorithm : theme.defaultAlgorithm,
    token: {
      colorPrimary: colours.primary,
      colorInfo: colours.accent,
      colorLink: colours.accent,
      colorSuccess: colours.success,
      colorWarning: colours.warning,
      colorError: colours.error,
      colorTextBase: colours.text,
      colorTextSecondary: colours.muted,
      colorTextTertiary: colours.muted,
      colorTextDescription: colours.muted,
      colorTextPlaceholder: colours.placeholder,
      colorTextQuaternary: colours.placeholder,
      colorBorderSecondary: colours.line,
      colorBgLayout: colours.page,
      colorBgContainer: colours.surface,
      colorBgElevated: colours.raised,
      ...(isDark ? { ...darkNotices, colorBgBase: colours.page } : lightNotices),
      motion: !isStill,
      borderRadius: 8,
      fontFamily: "system-ui, Arial, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif",
      fontFamilyCode: "ui-monospace, SFMono-Regular, Menlo, Consolas, 'Liberation Mono', monospace",
    },
  };
}
