import { DocumentText } from '../document/document-text.js';
import type { FieldText } from '../document/document-texts.js';
import { FieldHelp } from '../fields/field-help.js';
import { conditionalDefaults } from '../generated/document-values.js';
import { useLanguage } from '../language/language-context.js';
import type { PolicyField } from './policy-field.js';
import './policy-rules.css';

interface Props {
  field: PolicyField;
  /** Whether to show what stands in the place of a policy that is left out. */
  isDefault?: boolean;
}

/** What the document says a policy is made of, for those who write one. */
export function PolicyRules({ field, isDefault = false }: Props) {
  const { texts, documentTexts } = useLanguage();
  const { PolicyStatement, PolicyDocument, PolicyDocumentStatement } = documentTexts.fields;
  const levels: Record<PolicyField, object[]> = {
    policy_statement: [PolicyStatement],
    policy_document: [PolicyDocument, PolicyDocumentStatement],
  };
  return (
    <div className="policy-rules">
      {isDefault && (
        <details className="more">
          <summary>{texts.policies.whenLeftOut}</summary>
          <pre>{JSON.stringify(conditionalDefaults.CreateEndpointRequest[field], undefined, 2)}</pre>
        </details>
      )}
      <details className="more">
        <summary>{texts.policies.rules}</summary>
        {levels[field].map((members, depth) => (
          <dl key={depth}>
            {Object.entries<FieldText>({ ...members }).map(([name, text]) => (
              <div key={name}>
                <dt>
                  <code>{depth === 0 ? name : `Statement[].${name}`}</code>
                  {text.required && <span className="quiet"> {texts.policies.required}</span>}
                </dt>
                <dd>
                  <DocumentText text={text.label} />
                  <FieldHelp text={text} />
                </dd>
              </div>
            ))}
          </dl>
        ))}
      </details>
    </div>
  );
}
