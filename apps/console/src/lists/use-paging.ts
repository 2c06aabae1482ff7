import { useState } from 'react';

/** The page that a list within a page of the console is at. */
export function usePaging() {
  const [{ page, limit }, setPaging] = useState({ page: 1, limit: 10 });
  return {
    /** What the API is asked for. */
    query: { limit, offset: (page - 1) * limit },
    paging: {
      page,
      limit,
      goTo: (nextPage: number, nextLimit: number) => {
        setPaging({ page: nextPage, limit: nextLimit });
      },
    },
    toStart: () => {
      setPaging({ page: 1, limit });
    },
  };
}
