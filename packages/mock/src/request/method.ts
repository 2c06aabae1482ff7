/** The method by which an answer is found: HEAD is answered like GET, and its body left out when it is sent. */
export const methodOfAnswer = (method: string): string => (method === 'HEAD' ? 'GET' : method);

/** What a path takes, by what answers are found for. */
export const withHead = (methods: readonly string[]): string[] => [
  ...new Set(methods.flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method]))),
];
