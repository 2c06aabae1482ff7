/** What is said while services are asked one after another, in English. */
export const looking = {
  soFar: (looked: number, services: number) =>
    `Looked through ${looked} of ${services} services. The others follow, a few each minute.`,
  lookOn: 'Look on now',
  noneSoFar: 'Nothing to decide so far',
};
