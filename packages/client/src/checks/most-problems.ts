/** How many problems are listed at most. A request can break thousands of rules at once; nobody reads that many. */
export const mostProblems = 100;
