/** Places on the page of error codes. */
export const statusesAnchor = 'statuses';

/** A status that every call can end with. */
export const statusAnchor = (status: string): string => `status-${status}`;

/** The codes of one part of the service. */
export const categoryAnchor = (category: string): string => `codes-${category}`;
