/** What is read of the document and said of it; the rest of this package needs no document when it runs. */
export { readRules, ruledOperation, type RuledOperation, type RuledSchema } from './read-rules.js';
export { statementOf } from './statements.js';
