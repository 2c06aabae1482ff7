import { createRequire } from 'node:module';
import type { Document } from './document-types.js';
import type { LaterState } from './later-states.js';

export { type LaterState, laterStates } from './later-states.js';

/** A text in every language that the document has. */
export type Translated = Record<'en' | 'zh-CN', string>;

/** What programs depend on a code for, whatever its number. */
export type ErrorKind = 'authentication' | 'notFound' | 'pageOutOfRange' | 'request' | 'system' | 'throttling';

/** An entry of the error catalogue. */
export interface CataloguedError {
  code: string;
  status: number;
  /** What the service sends. */
  message: string;
  /** The part of the service that it is about, one of {@link categories}. */
  category: string;
  kind?: ErrorKind;
  /** The fields of requests that it is about, the likeliest first. */
  fields?: string[];
  /** What the caller can do. */
  remedy: Translated;
  /** The release of the source that this came with, if it was not there from the start. */
  since?: string;
}

interface ErrorCatalogue {
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

const catalogue = require('@vpcep/openapi/errors.json') as ErrorCatalogue;

/** The names of the parts of the service that errors are about. */
export const categories: Readonly<ErrorCatalogue['categories']> = catalogue.categories;

/** The entries of the error catalogue, in the order of its source. */
export const errors: readonly CataloguedError[] = catalogue.codes;
