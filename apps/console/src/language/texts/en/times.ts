/** What is said about times, in English. */
export const times = {
  zone: 'Times in lists and details',
  zones: { local: 'In your time zone', UTC: 'In UTC' },
};
