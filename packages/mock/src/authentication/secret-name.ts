/** What is called like this holds credentials, be it a header or a member of a body: those of this API, and of others. */
export const secretName =
  /authorization|token|cookie|secret|passw|passcode|credential|signature|(?:api|private)[-_]?key/i;
