import type { ReactNode } from 'react';
import type { DocumentTexts, FieldText } from '../document/document-texts.js';
import { AboutButton } from '../fields/about-button.js';
import { FieldHelp } from '../fields/field-help.js';
import { FieldLabel } from '../fields/field-label.js';
import { useLanguage } from '../language/language-context.js';
import './field-list.css';

interface Props<Name extends 'EndpointService' | 'Endpoint'> {
  of: Name;
  /** What to show for each field, in the order given. */
  values: { readonly [Field in keyof DocumentTexts['fields'][Name]]?: ReactNode };
}

/** A text with more characters than this has the width of the list. */
const longestBesideOthers = 80;

/** Fields of a resource, each under what the document calls it. Those without a value are left out. */
export function FieldList<Name extends 'EndpointService' | 'Endpoint'>({ of, values }: Props<Name>) {
  const { documentTexts } = useLanguage();
  const texts: Readonly<Record<string, FieldText>> = documentTexts.fields[of];
  const shown = Object.entries<ReactNode>(values).filter(([, value]) => value !== undefined && value !== '');
  return (
    <dl className="field-list">
      {shown.map(([name, value]) => {
        const text = texts[name];
        if (text === undefined) return null;
        const isLong = typeof value === 'string' && value.length > longestBesideOthers;
        return (
          <div key={name} className={isLong ? 'is-long' : undefined}>
            <dt>
              <FieldLabel name={name} text={text} />
              <AboutButton label={text.label}>
                <FieldHelp text={text} />
              </AboutButton>
            </dt>
            <dd>{value}</dd>
          </div>
        );
      })}
    </dl>
  );
}
