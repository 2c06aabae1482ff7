import type { fields as english } from '../en/fields.js';

export const fields: typeof english = {
  about: (label) => `关于“${label}”`,
};
