/** What is said about what is done to several things at once, in English. */
export const bulk = {
  summary: (done: number, failed: number) =>
    failed === 0 ? (done === 1 ? 'It went well.' : `All ${done} went well.`) : `${done} went well, ${failed} did not.`,
  failed: 'What did not go well',
  again: (count: number) => `Try again (${count})`,
  accept: (count: number) => (count === 1 ? 'Accept 1 connection?' : `Accept ${count} connections?`),
  reject: (count: number) => (count === 1 ? 'Reject 1 connection?' : `Reject ${count} connections?`),
  deleteServices: (count: number) =>
    count === 1 ? 'Delete 1 endpoint service?' : `Delete ${count} endpoint services?`,
  deleteEndpoints: (count: number) => (count === 1 ? 'Delete 1 endpoint?' : `Delete ${count} endpoints?`),
  tag: 'Add a tag',
  tagTitle: (count: number) => (count === 1 ? 'Add a tag to 1 resource' : `Add a tag to ${count} resources`),
};
