/** Stand in for Redoc's own search, which knows no Chinese words: the site has its own. */
export class SearchStore {
  dispose(): void {
    // Nothing to let go of.
  }
}

export class MarkerService {
  addOnly(): void {
    // Nothing is marked.
  }

  mark(): void {
    // Nothing is marked.
  }
}
