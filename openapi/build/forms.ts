import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { documentHash } from '@vpcep/openapi';
import { documents } from '../src/documents.js';
import type { Document } from '../src/reader.js';
import { textOf } from './bundle/documents.js';
import { openapi30Form } from './forms/openapi-3-0.js';
import { plainForm } from './forms/plain.js';
import { openapiFolder } from './tools/run.js';

/** Writes the document in the forms for other tools, each with the hash of the documents that it was built with. */
const forms = { 'openapi-3.0': openapi30Form, 'openapi-plain': plainForm };

async function writeForms(document: Document, ending: string): Promise<void> {
  for (const [name, form] of Object.entries(forms)) {
    const text = textOf({ ...form(document), 'x-document-hash': documentHash });
    await writeFile(join(openapiFolder, 'dist', `${name}${ending}`), text);
  }
}

await writeForms(documents.en, '.json');
await writeForms(documents['zh-CN'], '.zh-CN.json');
