import { bundledDocuments, hashOf } from './bundle/documents.js';

/** Prints the hash of the document as it stands in the tree of files, whatever has been built. */
process.stdout.write(hashOf(await bundledDocuments()));
