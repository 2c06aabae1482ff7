/** What is said around fields, of which the document says the rest. */
export const fields = {
  about: (label: string) => `About ${label}`,
};
