import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { textOf } from './bundle/documents.js';
import { openapiFolder } from './tools/run.js';
import { chineseWorkflows } from './translations/edition.js';
import { readTranslations } from './translations/overlay.js';
import { findings, translated } from './translations/translations.js';
import { readWorkflows } from './workflows.js';

/** Writes the workflows in both languages as JSON beside the bundles, so that their readers need no YAML parser. */
const { overlay, texts } = chineseWorkflows();
const translations = readTranslations(overlay);
const missing = findings(texts, translations);
if (missing.length > 0) {
  const how = '"npm run translations -w openapi -- --workflows" prints what is to be translated';
  throw new Error(`the workflows are not all in Chinese:\n${missing.join('\n')}\n${how}`);
}
const english = readWorkflows();
for (const [name, content] of Object.entries({
  workflows: english,
  'workflows.zh-CN': translated(english, translations),
})) {
  writeFileSync(join(openapiFolder, 'dist', `${name}.json`), textOf(content));
}
