import type { Document } from '@vpcep/openapi/reader';
import { curlSample } from './curl-sample.js';
import { introduction } from './introduction.js';
import type { Language } from '../site/languages.js';
import { sampledOperations } from './sampled-operation.js';
import { goSample, httpieSample, javaSample, pythonSample } from './snippets.js';
import { typeScriptSample } from './typescript-sample.js';

/**
 * Adds to every operation how to call it with curl, from TypeScript with our client, and from other languages, as
 * `x-codeSamples`; and to the introduction, what the samples call.
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
      { lang: 'Python', label: 'Python', source: pythonSample(placed) },
      { lang: 'Go', label: 'Go', source: goSample(placed) },
      { lang: 'Java', label: 'Java', source: javaSample(placed) },
      { lang: 'Shell', label: 'HTTPie', source: httpieSample(placed) },
    ];
  }
  return copy;
}
