/** What is said about the policies of endpoints. */
export const policies = {
  saved: 'The policy is saved.',
  allowEverything: 'Allow everything',
  inForce: 'In force now:',
  kinds: { none: 'none', default: 'the one that allows everything', own: 'a policy of its own' },
  rules: 'What a policy is made of',
  whenLeftOut: 'In force when it is left out',
  required: 'required',
  delete: 'Delete the policy',
  deleteTitle: 'Delete the policy of this endpoint?',
  deleted: 'The policy is deleted.',
};
