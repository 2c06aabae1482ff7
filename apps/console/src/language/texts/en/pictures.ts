/** What is said about pictures of services and their connections. */
export const pictures = {
  tab: 'Picture',
  overview: 'Overview',
  intro: 'Who is connected to the services of this project, and which services it uses itself.',
  ofService: 'Who is connected to the service, and what is behind it',
  services: 'Services of this project',
  uses: 'Services that this project uses',
  showAs: 'Show as',
  picture: 'Picture',
  table: 'Table',
  backendOfType: (type: string) => `Backend (${type})`,
  connection: 'Connection',
  portMapping: 'Port mapping',
  more: (count: number) => `+ ${count} more`,
  moreAccounts: (count: number) => (count === 1 ? '+ 1 more account' : `+ ${count} more accounts`),
  countOf: (count: number, what: string) => `${count} × ${what}`,
  connected: (count: number) => `${count} connected`,
  noConnections: 'No connections',
  unknownConnections: 'Connections not known',
  unread: (services: readonly string[]) => `The connections of ${services.join(', ')} could not be read`,
  noServices: 'This project offers no endpoint services yet.',
  noUses: 'This project has no endpoints yet.',
  notShown: (count: number) =>
    count === 1 ? '1 more connection is not in the picture.' : `${count} more connections are not in the picture.`,
  shown: (shown: number, total: number) => `${shown} of ${total} in the picture`,
  onlyCounted: (count: number) =>
    `Of ${count} services the picture has only the number of connections: the API answers so many questions a minute. Their own pages have the rest.`,
};
