import type { OperationModel } from 'redoc';
import { ConstraintsView } from 'redoc/src/components/Fields/FieldConstraints';
import { Markdown } from 'redoc/src/components/Markdown/Markdown';
import { Schema } from 'redoc/src/components/Schema/Schema';
import { StatusesOfEveryCall } from '../errors/operation-errors.js';
import { FieldPlaceProvider, useOperationPlace } from '../operations/operation-place.js';
import { useReferenceContext } from '../operations/reference-context.js';
import { Extensions } from './extensions.js';
import { PartHeading } from './part-heading.js';
import { partTextsOf } from './part-texts.js';
import { Fields } from './request.js';

type ResponseModel = OperationModel['responses'][number];

/** What an operation can end with, each status folded but for the one when all goes well. */
export function Responses({ responses }: { responses: ResponseModel[] }) {
  const { language } = useReferenceContext();
  return (
    <section>
      <PartHeading anchor="responses">{partTextsOf[language].responses}</PartHeading>
      {responses.map((response) => (
        <Response key={response.code} response={response} />
      ))}
      <StatusesOfEveryCall />
    </section>
  );
}

function Response({ response }: { response: ResponseModel }) {
  const { language } = useReferenceContext();
  const { base, unfolded } = useOperationPlace();
  const texts = partTextsOf[language];
  const { code, type, summary, description, extensions, headers, content } = response;
  return (
    <details className={`response ${type}`} id={`${base}status-${code}`} open={unfolded || type === 'success'}>
      <summary>
        <b>{code}</b> <Markdown inline={true} compact={true} source={summary} />
      </summary>
      {description !== '' && <Markdown source={description} />}
      <Extensions extensions={extensions} />
      {headers.length > 0 && (
        <>
          <p className="fields-title">{texts.responseHeaders}</p>
          <FieldPlaceProvider value={{ status: code, in: 'header', path: [] }}>
            <Fields fields={headers} />
          </FieldPlaceProvider>
        </>
      )}
      {content?.mediaTypes.map(({ name, schema }) => (
        <div key={name}>
          <p className="fields-title">
            {texts.responseBody} <code>{name}</code>
          </p>
          {schema?.description !== undefined && <Markdown source={schema.description} />}
          {schema?.type === 'object' && <ConstraintsView constraints={schema.constraints} />}
          <FieldPlaceProvider value={{ status: code, in: 'body', path: [] }}>
            <Schema {...(schema && { schema })} skipWriteOnly={true} />
          </FieldPlaceProvider>
        </div>
      ))}
    </details>
  );
}
