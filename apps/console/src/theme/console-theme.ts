import { theme, type ThemeConfig } from 'antd';

/** Colours are those of the reference; states and quiet texts are dark, or light, enough to be read. */
const light = {
  colorPrimary: '#0b5cad',
  colorInfo: '#0b5cad',
  colorLink: '#0b5cad',
  colorSuccess: '#1d7a2e',
  colorWarning: '#8f5600',
  colorError: '#c4281c',
  colorSuccessBg: '#e6f5e9',
  colorSuccessBorder: '#a9dcb3',
  colorWarningBg: '#fff4dc',
  colorWarningBorder: '#f0d596',
  colorErrorBg: '#fdeceb',
  colorErrorBorder: '#f3b8b3',
  colorInfoBg: '#e7f1fb',
  colorInfoBorder: '#aacdf0',
  colorTextBase: '#1b2530',
  colorTextSecondary: '#55606e',
  colorTextTertiary: '#5f6a78',
  colorTextDescription: '#55606e',
  colorTextPlaceholder: '#6b7683',
  colorTextQuaternary: '#6b7683',
  colorBgLayout: '#f6f8fa',
};
const dark = {
  colorPrimary: '#2f7fd1',
  colorInfo: '#5aa5ee',
  colorLink: '#7cb7f2',
  colorSuccess: '#6cc478',
  colorWarning: '#e0a83f',
  colorError: '#ff958c',
  colorSuccessBg: '#14301b',
  colorSuccessBorder: '#27552f',
  colorWarningBg: '#33260c',
  colorWarningBorder: '#5c4717',
  colorErrorBg: '#3b1c1a',
  colorErrorBorder: '#6b322d',
  colorInfoBg: '#12293f',
  colorInfoBorder: '#254a6e',
  colorTextBase: '#dfe6ee',
  colorTextSecondary: '#a7b3c0',
  colorTextTertiary: '#98a5b3',
  colorTextDescription: '#a7b3c0',
  colorTextPlaceholder: '#8e9baa',
  colorTextQuaternary: '#8e9baa',
  colorBgBase: '#0f151b',
  colorBgLayout: '#0f151b',
  colorBgContainer: '#161e27',
  colorBgElevated: '#1d2731',
};

/** The look of the console, in light and in dark, and whether what opens and closes does so at once. */
export function consoleTheme({ isDark, isStill }: { isDark: boolean; isStill: boolean }): ThemeConfig {
  const colours = isDark ? dark : light;
  return {
    components: {
      Tabs: {
        itemSelectedColor: colours.colorLink,
        itemHoverColor: colours.colorLink,
        inkBarColor: colours.colorLink,
      },
    },
    algorithm: isDark ? theme.darkAlgorithm : theme.defaultAlgorithm,
    token: {
      ...colours,
      motion: !isStill,
      borderRadius: 8,
      fontFamily: "system-ui, Arial, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif",
      fontFamilyCode: "ui-monospace, SFMono-Regular, Menlo, Consolas, 'Liberation Mono', monospace",
    },
  };
}
