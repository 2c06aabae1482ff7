/** What is asked before something that was filled in is lost, or something that is under way is left. */
export const leaving = {
  filledIn: {
    title: 'Discard what you have filled in?',
    help: 'It has not been sent yet.',
    leave: 'Discard',
    stay: 'Keep editing',
  },
  underWay: {
    title: 'Leave while this is under way?',
    help: 'What has been sent takes effect all the same.',
    leave: 'Leave',
    stay: 'Stay',
  },
};
