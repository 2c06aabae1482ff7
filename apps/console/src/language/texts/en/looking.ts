/** What is said while services are asked one after another, in English. */
export const looking = {
  soFar: (looked: number, services: number) =>
    `Looked through ${looked} of ${services} services. The others follow, a few each minute.`,
  unread: (count: number) =>
    count === 1
      ? '1 more endpoint waits, and is not listed yet.'
      : `${count} more endpoints wait, and are not listed yet.`,
  lookOn: 'Look on now',
  noneSoFar: 'Nothing to decide so far',
  nameOrId: 'Name contains, or ID',
  found: 'Services that are found',
  more: (count: number) => `${count} more: write more of the name.`,
};
