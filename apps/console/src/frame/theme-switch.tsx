import { DesktopOutlined, MoonOutlined, SunOutlined } from '@ant-design/icons';
import { useTexts } from '../language/language-context.js';
import { themes, useTheme } from '../theme/use-theme.js';
import { Tool } from './tool.js';

const icons = {
  system: <DesktopOutlined aria-hidden />,
  light: <SunOutlined aria-hidden />,
  dark: <MoonOutlined aria-hidden />,
};

/** Goes from one theme to the next: as the system has it, light, dark. */
export function ThemeSwitch() {
  const texts = useTexts();
  const { theme, choose } = useTheme();
  return (
    <Tool
      icon={icons[theme]}
      name={texts.frame.theme(texts.frame.themes[theme])}
      onClick={() => {
        choose(themes[(themes.indexOf(theme) + 1) % themes.length]);
      }}
    />
  );
}
