import { createRequire } from 'node:module';
import type { Document } from './document-types.js';

/** An entry of the error catalogue. */
export interface CataloguedError {
  code: string;
  status: number;
  /** What the service sends. */
  message: string;
  category: string;
  /** What the caller can do. */
  remedy: { en: string; zh: string };
  /** The release of the source that this came with, if it was not there from the start. */
  since?: string;
}

const require = createRequire(import.meta.url);

/** The document as it was built last. */
export const document = require('@vpcep/openapi/openapi.json') as Document;

/** The document as it was built last, by the language of its texts. */
export const documents = {
  en: document,
  'zh-CN': require('@vpcep/openapi/openapi.zh-CN.json') as Document,
} as const;

/** The error catalogue, in the order of its source. */
export const errors = require('@vpcep/openapi/errors.json') as readonly CataloguedError[];
