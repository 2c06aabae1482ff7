/** What is said where a call is copied. */
export const copyAs = {
  title: 'Copy as',
  curl: 'curl',
  code: 'Client code (TypeScript)',
  note: 'The call as the form stands now, also where a field needs a change. The token is read from VPCEP_TOKEN.',
  inPage: 'The mock runs in this page: nothing outside of it can call it.',
  copied: 'The call is copied.',
  refused: 'The browser did not let it be copied.',
};
