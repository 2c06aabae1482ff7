import { Descriptions } from 'antd';
import type { ReactNode } from 'react';
import { FieldLabel } from '../document/field-label.js';
import type { DocumentTexts, FieldText } from '../document/document-texts.js';
import { useLanguage } from '../language/language-context.js';

interface Props<Name extends 'EndpointService' | 'Endpoint'> {
  of: Name;
  /** What to show for each field, in the order given. */
  values: { readonly [Field in keyof DocumentTexts['fields'][Name]]?: ReactNode };
}

/** Fields of a resource, each under what the document calls it. Those without a value are left out. */
export function FieldList<Name extends 'EndpointService' | 'Endpoint'>({ of, values }: Props<Name>) {
  const { documentTexts } = useLanguage();
  const texts: Readonly<Record<string, FieldText>> = documentTexts.fields[of];
  const shown = Object.entries<ReactNode>(values).filter(([, value]) => value !== undefined && value !== '');
  return (
    <Descriptions
      className="field-list"
      layout="vertical"
      colon={false}
      column={{ xs: 1, md: 2 }}
      items={shown.flatMap(([name, value]) => {
        const text = texts[name];
        return text === undefined
          ? []
          : [{ key: name, label: <FieldLabel name={name} text={text} />, children: value }];
      })}
    />
  );
}
