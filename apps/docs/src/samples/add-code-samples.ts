import type { Document } from '@vpcep/openapi/reader';
import { curlSample } from './curl-sample.js';
import { introduction } from './introduction.js';
import type { Language } from '../site/languages.js';
import { sampledOperations } from './sampled-operation.js';
import { typeScriptSample } from './typescript-sample.js';

/**
 * Adds to every operation how to call it with curl, and from TypeScript with our client, as `x-codeSamples`; and to the
 * introduction, what the samples call.
 *
 * @param language What comments are written in.
 * @returns a copy of the document.
 * @throws DocumentError when the document lacks an example that a sample needs.
 */
export async function addCodeSamples(document: Document, language: Language): Promise<Document> {
  const copy = structuredClone(document);
  copy.info.description = (copy.info.description ?? '') + introduction[language];
  for (const placed of sampledOperations(copy)) {
    placed.operation['x-codeSamples'] = [
      { lang: 'Shell', label: 'curl', source: curlSample(placed) },
      { lang: 'TypeScript', label: 'TypeScript', source: await typeScriptSample(placed, language) },
    ];
  }
  return copy;
}
