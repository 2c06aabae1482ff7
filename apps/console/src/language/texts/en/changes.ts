/** What is said where a part of a resource is changed. */
export const changes = {
  rename: 'Rename',
  renameTitle: (name: string) => `Rename ${name}`,
  renamed: 'The service has its new name.',
  editNote: (of: string) => `Edit the note on ${of}`,
  noteTitle: (of: string) => `Note on ${of}`,
  noteSaved: 'The note is saved.',
  several: 'Several entries at once',
  entriesHint: 'Separate several by spaces, commas or line ends.',
  whitelistSaved: 'The whitelist is changed.',
  routeTables: 'Route tables',
  tablesSaved: 'The route tables are saved.',
  tablesFailed: 'Some route tables stay as they were',
  notBound: 'could not be bound',
  notUnbound: 'could not be unbound',
};
