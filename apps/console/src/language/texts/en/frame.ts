/** What the frame around the pages says, in English. */
export const frame = {
  theme: (name: string) => `Theme: ${name}`,
  themes: { system: 'as the system has it', light: 'light', dark: 'dark' },
};
