/** What is said about the versions of the API. */
export const versions = {
  title: 'Versions that the API at this address speaks',
  released: 'Released',
};
