/** What is said about quotas. */
export const quotas = {
  intro: 'How many resources this project has, and may have.',
  used: (used: string, quota: string) => `${used} of ${quota} used`,
  left: (count: number) => (count === 1 ? '1 left' : `${count} left`),
  scarce: (count: number) => (count === 1 ? 'Nearly used up: 1 left' : `Nearly used up: ${count} left`),
  full: 'None left: delete one that is no longer needed, or ask for a higher quota.',
  unreadable: 'These are no figures that can be compared.',
};
