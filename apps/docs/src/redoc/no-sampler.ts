/** Stands in for openapi-sampler, which makes examples up: the document has one for every body. */
export function sample(): never {
  throw new Error('a request or response body has no example: write one in the document');
}
