/** A request, and what was answered. */
export interface Exchange {
  method: string;
  /** Below the address of the API, escaped, without the query. */
  path: string;
  status: number;
  /** Of the answer. */
  headers: readonly { name: string; value: string }[];
  /** Of the answer. */
  body: string;
}

/** The traffic as far as it is of the API. */
export interface Traffic {
  exchanges: Exchange[];
  /** How many requests went elsewhere. */
  elsewhere: number;
  /** How many got no answer. */
  unanswered: number;
}
