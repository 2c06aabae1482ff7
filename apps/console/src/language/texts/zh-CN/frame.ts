import type { frame as english } from '../en/frame.js';

/** What the frame around the pages says, in Chinese. */
export const frame: typeof english = {
  theme: (name) => `主题：${name}`,
  themes: { system: '跟随系统', light: '浅色', dark: '深色' },
};
