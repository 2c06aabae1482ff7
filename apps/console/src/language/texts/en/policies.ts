/** What is said about the policies of endpoints. */
export const policies = {
  saved: 'The policy is saved.',
  allowEverything: 'Allow everything',
  delete: 'Delete the policy',
  deleteTitle: 'Delete the policy of this endpoint?',
  deleted: 'The policy is deleted.',
};
