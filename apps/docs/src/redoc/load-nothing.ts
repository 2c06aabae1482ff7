/** Stands in for Redoc's loader: the document is bundled at build time, and comes with the page. */
export function loadAndBundleSpec(): never {
  throw new Error('the document comes with the page');
}
