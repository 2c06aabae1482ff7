/** What a result of the search is, as its label says. */
export type SearchKind = 'operation' | 'field' | 'error' | 'guide' | 'workflow' | 'decision' | 'section' | 'page';

/** A place of the site that the search can lead to. */
export interface SearchEntry {
  kind: SearchKind;
  title: string;
  /** Where it belongs, from the outside in: a group of operations, an operation, a guide. An operation's ends with its path. */
  trail: string[];
  /** What else it is called: an operation's ID, the values of a field, the title in the other languages. */
  names?: string[];
  /** Plain text, of which a result shows the part that matches. */
  text: string;
  /** Words that lead to it but that a result does not show, such as the names of an operation's fields. */
  words?: string;
  /** Of an operation: what the parameters of its path look like, by their names, where the document says so. */
  patterns?: Record<string, string>;
  /** How likely it is what readers want, beside others of its kind; 1 unless said. */
  weight?: number;
  /** Its address below the folder of its language. */
  address: string;
}
