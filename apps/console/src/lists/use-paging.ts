import { useState } from 'react';
import { type PagedList, pageSizesOf, type Paging, usualLimitOf } from './paging.js';

/** The page that a list within a page of the console is at. */
export function usePaging(list: PagedList) {
  const [{ page, limit }, setPaging] = useState({ page: 1, limit: usualLimitOf(list) });
  const paging: Paging = {
    page,
    limit,
    pageSizes: pageSizesOf(list),
    goTo: (nextPage, nextLimit) => {
      setPaging({ page: nextPage, limit: nextLimit });
    },
  };
  return {
    /** What the API is asked for. */
    query: { limit, offset: (page - 1) * limit },
    paging,
  };
}
