/** What is said about what is done to several things at once, in English. */
export const bulk = {
  summary: (done: number, failed: number, left: number) => {
    if (failed === 0 && left === 0) return done === 1 ? 'It went well.' : `All ${done} went well.`;
    const notWell = failed === 0 ? '' : `, ${failed} did not`;
    const notBegun = left === 0 ? '' : left === 1 ? ', 1 was not begun' : `, ${left} were not begun`;
    return `${done} went well${notWell}${notBegun}.`;
  },
  failed: 'What did not go well',
  again: (count: number) => `Try again (${count})`,
  goOn: (count: number) => `Go on (${count})`,
  stop: 'Stop',
  stopping: 'Stopping',
  accept: (count: number) => (count === 1 ? 'Accept 1 connection?' : `Accept ${count} connections?`),
  reject: (count: number) => (count === 1 ? 'Reject 1 connection?' : `Reject ${count} connections?`),
  rejectHelp: (count: number): string =>
    count === 1
      ? 'It can no longer reach the service. You can accept it again later.'
      : 'None of them can reach its service any more. You can accept them again later.',
  deleteServices: (count: number) =>
    count === 1 ? 'Delete 1 endpoint service?' : `Delete ${count} endpoint services?`,
  deleteServicesHelp: (count: number): string =>
    count === 1
      ? 'Nobody can connect to it any more. This cannot be undone.'
      : 'Nobody can connect to them any more. This cannot be undone.',
  deleteEndpoints: (count: number) => (count === 1 ? 'Delete 1 endpoint?' : `Delete ${count} endpoints?`),
  deleteEndpointsHelp: (count: number): string =>
    count === 1
      ? 'What uses its address loses the service. This cannot be undone.'
      : 'What uses their addresses loses the services. This cannot be undone.',
  tag: 'Add a tag',
  tagTitle: (count: number) => (count === 1 ? 'Add a tag to 1 resource' : `Add a tag to ${count} resources`),
};
