/** What is asked before something that was filled in is lost. */
export const leaving = {
  title: 'Discard what you have filled in?',
  help: 'It has not been sent yet.',
  discard: 'Discard',
  keep: 'Keep editing',
};
