import type { MediaTypeModel, OperationModel } from 'redoc';
import { Markdown } from 'redoc/src/components/Markdown/Markdown';
import { useOperationPlace } from '../operations/operation-place.js';
import { useReferenceContext } from '../operations/reference-context.js';
import { Code } from './code.js';
import { PartHeading } from './part-heading.js';
import { partTextsOf } from './part-texts.js';
import { Tabs } from './tabs.js';

/** How an operation is called: its body, and code in several languages. */
export function RequestSamples({ operation: { codeSamples } }: { operation: OperationModel }) {
  const { language } = useReferenceContext();
  const { base } = useOperationPlace();
  const texts = partTextsOf[language];
  if (codeSamples.length === 0) return null;
  const tabs = codeSamples.map((sample) => {
    if ('requestBodyContent' in sample) {
      const media = sample.requestBodyContent.mediaTypes;
      return {
        key: 'payload',
        label: texts.payload,
        content: media.map((each) => <Examples key={each.name} media={each} />),
      };
    }
    const { lang, label = lang, source } = sample;
    return { key: label.toLowerCase(), label, content: <Code source={source} language={lang} /> };
  });
  return (
    <section>
      <PartHeading anchor="samples">{texts.requestSamples}</PartHeading>
      <Tabs id={`${base}sample`} legend={texts.requestSamples} tabs={tabs} remember="sample" />
    </section>
  );
}

/** What an operation answers with, by its statuses. */
export function ResponseSamples({ operation: { responses } }: { operation: OperationModel }) {
  const { language } = useReferenceContext();
  const { base } = useOperationPlace();
  const texts = partTextsOf[language];
  const tabs = responses.flatMap(({ code, type, content }) =>
    content?.hasSample !== true
      ? []
      : [
          {
            key: code,
            label: code,
            className: type,
            content: content.mediaTypes.map((media) => <Examples key={media.name} media={media} />),
          },
        ],
  );
  if (tabs.length === 0) return null;
  return (
    <section>
      <PartHeading anchor="response-samples">{texts.responseSamples}</PartHeading>
      <Tabs id={`${base}response-sample`} legend={texts.responseSamples} tabs={tabs} />
    </section>
  );
}

/** The examples of a body: where there are several, the first is open. */
function Examples({ media: { name: mediaType, examples = {} } }: { media: MediaTypeModel }) {
  const { language } = useReferenceContext();
  const { unfolded } = useOperationPlace();
  const all = Object.entries(examples);
  if (all.length === 0) throw new Error(`a body of ${mediaType} has no example: write one in the document`);
  return all.map(([name, { summary, description, value }], index) => {
    const content = (
      <>
        {description !== undefined && <Markdown source={description} />}
        <Code source={JSON.stringify(value, undefined, 2)} language="json" />
      </>
    );
    const title = summary ?? `${partTextsOf[language].example} ${index + 1}`;
    return all.length === 1 ? (
      <div key={name}>
        {summary !== undefined && <p className="example-title">{summary}</p>}
        {content}
      </div>
    ) : (
      <details key={name} className="example" open={unfolded || index === 0}>
        <summary>{title}</summary>
        {content}
      </details>
    );
  });
}
