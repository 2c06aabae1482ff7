import { createRequire } from 'node:module';
import type { CataloguedError, Translated } from './catalogued-error.js';
import type { Document } from './document-types.js';
import type { LaterState } from './later-states.js';
import type { Workflows } from './workflow.js';

export { type LaterState, laterStates } from './later-states.js';

export type { Workflow, WorkflowInput, Workflows, WorkflowStep } from './workflow.js';

export { type CataloguedError, type ErrorKind, isOfGateway, type Translated } from './catalogued-error.js';

interface ErrorCatalogue {
  aliases: Record<string, string>;
  categories: Record<string, Translated>;
  codes: CataloguedError[];
}

const require = createRequire(import.meta.url);

/** The document as it was built last, as tables 1 to 7 have it. */
export const document = require('@vpcep/openapi/openapi.json') as Document;

/** A document by the language of its texts. */
export type Editions = Readonly<Record<keyof Translated, Document>>;

/** The document as it was built last, as tables 1 to 7 have it, by the language of its texts. */
export const documents: Editions = {
  en: document,
  'zh-CN': require('@vpcep/openapi/openapi.zh-CN.json') as Document,
};

/** The document as it was built last, by the later state of the API and the language of its texts. */
export const documentsAsOf: Readonly<Record<LaterState, Editions>> = {
  '2026-08': {
    en: require('@vpcep/openapi/openapi.2026-08.json') as Document,
    'zh-CN': require('@vpcep/openapi/openapi.2026-08.zh-CN.json') as Document,
  },
};

/**
 * The document in its latest state, by the language of its texts. It has the fields of the others and takes their values, so
 * types made of it hold for all.
 */
export const latestDocuments: Editions = documentsAsOf['2026-08'];

/** That in English. */
export const latestDocument: Document = latestDocuments.en;

/** Whole jobs of several calls, by the language of their texts. */
export const workflows: Readonly<Record<keyof Translated, Workflows>> = {
  en: require('@vpcep/openapi/workflows.json') as Workflows,
  'zh-CN': require('@vpcep/openapi/workflows.zh-CN.json') as Workflows,
};

const catalogue = require('@vpcep/openapi/errors.json') as ErrorCatalogue;

/** Beginnings of codes that some regions use, each with the one that the catalogue has in its place. */
export const codeAliases: Readonly<ErrorCatalogue['aliases']> = catalogue.aliases;

/** The names of the parts of the service that errors are about, and of the gateway before it. */
export const categories: Readonly<ErrorCatalogue['categories']> = catalogue.categories;

/** The entries of the error catalogue, in the order of its source. */
export const errors: readonly CataloguedError[] = catalogue.codes;
