import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Document } from '@vpcep/openapi/reader';

const require = createRequire(import.meta.url);

/** The forms of the document that other tools are fed. */
export const forms = ['openapi-plain', 'openapi-3.0'] as const;
export type Form = (typeof forms)[number];

/** The path of a form's file. */
export const fileOf = (form: string): string => require.resolve(`@vpcep/openapi/${form}.json`);

/** A form, read anew: some tools change what they are given. */
export const readForm = (form: string): Document => JSON.parse(readFileSync(fileOf(form), 'utf8')) as Document;
