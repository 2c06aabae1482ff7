import { bodyExample } from './body-example.js';
import { distinctSchemas } from './distinct-schemas.js';
import { operationVerb } from './operation-verb.js';
import { propertyDescription } from './property-description.js';
import { propertyName } from './property-name.js';
import { sharedFailure } from './shared-failure.js';
import { documentVocabulary } from './vocabulary.js';

/** The document's own rules, as a plugin of the Redocly CLI: what no ready-made ruleset asks for. */
export default function plugin() {
  return {
    id: 'vpcep',
    rules: {
      oas3: {
        'body-example': bodyExample,
        'distinct-schemas': distinctSchemas,
        'operation-verb': operationVerb,
        'property-description': propertyDescription,
        'property-name': propertyName,
        'shared-failure': sharedFailure,
        vocabulary: documentVocabulary,
      },
    },
  };
}
