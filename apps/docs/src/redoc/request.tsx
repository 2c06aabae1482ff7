import type { FieldModel, OperationModel } from 'redoc';
import { PropertiesTable } from 'redoc/src/common-elements/fields-layout';
import { ConstraintsView } from 'redoc/src/components/Fields/FieldConstraints';
import { Markdown } from 'redoc/src/components/Markdown/Markdown';
import { Schema } from 'redoc/src/components/Schema/Schema';
import { FieldPlaceProvider } from '../operations/operation-place.js';
import { useReferenceContext } from '../operations/reference-context.js';
import { Field } from './field.js';
import { PartHeading } from './part-heading.js';
import { partTextsOf } from './part-texts.js';

const places = ['path', 'query', 'header', 'cookie'] as const;

/** What an operation is sent: its parameters by their places, and its body. */
export function Request({ operation: { parameters, requestBody } }: { operation: OperationModel }) {
  const { language } = useReferenceContext();
  const texts = partTextsOf[language];
  const groups = places.flatMap((place) => {
    const fields = parameters.filter((field) => field.in === place);
    return fields.length === 0 ? [] : [{ place, fields }];
  });
  const media = requestBody?.content?.mediaTypes ?? [];
  if (groups.length === 0 && media.length === 0) return null;
  return (
    <section>
      <PartHeading anchor="request">{texts.request}</PartHeading>
      {groups.map(({ place, fields }) => (
        <div key={place}>
          <p className="fields-title">{texts.parameters[place]}</p>
          <FieldPlaceProvider value={{ in: place, path: [] }}>
            <Fields fields={fields} />
          </FieldPlaceProvider>
        </div>
      ))}
      {media.map(({ name, schema }) => (
        <div key={name}>
          <p className="fields-title">
            {texts.body} <code>{name}</code>{' '}
            <span className={requestBody?.required === true ? 'required' : 'optional'}>
              {requestBody?.required === true ? texts.required : texts.optional}
            </span>
          </p>
          {requestBody?.description !== undefined && <Markdown source={requestBody.description} />}
          {schema?.description !== undefined && <Markdown source={schema.description} />}
          {schema?.type === 'object' && <ConstraintsView constraints={schema.constraints} />}
          <FieldPlaceProvider value={{ in: 'body', path: [] }}>
            <Schema {...(schema && { schema })} skipReadOnly={true} />
          </FieldPlaceProvider>
        </div>
      ))}
    </section>
  );
}

/** A table of fields that are beside each other. */
export function Fields({ fields }: { fields: FieldModel[] }) {
  return (
    <PropertiesTable>
      <tbody>
        {fields.map((field, index) => (
          <Field key={field.name} field={field} isLast={index === fields.length - 1} showExamples={true} />
        ))}
      </tbody>
    </PropertiesTable>
  );
}
