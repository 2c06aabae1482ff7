import type { ReactNode } from 'react';
import type { GroupModel, OperationModel } from 'redoc';
import { RedocNormalizedOptions } from 'redoc/src/services/RedocNormalizedOptions';
import { SpecStore } from 'redoc/src/services/SpecStore';
import { OptionsProvider } from 'redoc/src/components/OptionsProvider';
import { ThemeProvider } from 'redoc/src/styled-components';
import { type Document, DocumentError, operationAddress, pointerTo, tagAddress } from '@vpcep/openapi/reader';
import { errorCodesOfOperations } from '../errors/operation-error-codes.js';
import { type OperationPlace, OperationPlaceProvider } from '../operations/operation-place.js';
import {
  type ErrorsOfReference,
  ReferenceContextProvider,
  type RegionOfReference,
} from '../operations/reference-context.js';
import { setHeadingAnchors } from '../redoc/heading-anchors.js';
import { Introduction } from '../redoc/introduction.js';
import { Operation } from '../redoc/operation.js';
import { operationsOfTag, Tag } from '../redoc/tag.js';
import type { Language } from '../site/languages.js';
import { redocOptions } from './redoc-options.js';

/** What the reference is made from, as it is seen from pages of one kind. */
export interface ReferenceData {
  language: Language;
  /** The document, its links as they are seen from the page. */
  document: Document;
  /** What the headings of the document's description are called in addresses. */
  anchors: Record<string, string>;
  /** Where something is, seen from the page, that the site has at an address below the folder of the language. */
  addressOf: (address: string) => string;
  errors: ErrorsOfReference;
  regions: Readonly<Record<string, RegionOfReference>>;
}

/** The parts of the reference, ready to be rendered. */
export interface Reference {
  /** What the document says of the API as a whole. */
  introduction: (below?: ReactNode) => ReactNode;
  /** A group of operations, by what the document calls it. */
  tag: (name: string, Heading: 'h1' | 'h2') => ReactNode;
  operation: (operationId: string) => ReactNode;
  /** All of it. */
  everything: (options: { unfolded: boolean }) => ReactNode;
}

/** Reads a document with Redoc's models. */
export function createReference(data: ReferenceData): Reference {
  const { language, document, anchors, addressOf, errors, regions } = data;
  setHeadingAnchors(anchors);
  const options = new RedocNormalizedOptions(redocOptions(language));
  const spec = new SpecStore(document as ConstructorParameters<typeof SpecStore>[0], undefined, options);
  const context = { language, spec, addressOf, errors, regions, errorCodes: errorCodesOfOperations(document) };
  const tags = new Map((document.tags ?? []).map(({ name }, index) => [name, tagOf(spec, name, index)] as const));
  const operations = new Map(
    [...tags.values()].flatMap(operationsOfTag).map((operation) => [operation.operationId ?? '', operation] as const),
  );
  const inContext = (content: ReactNode) => (
    <ThemeProvider theme={options.theme}>
      <OptionsProvider value={options}>
        <ReferenceContextProvider value={context}>{content}</ReferenceContextProvider>
      </OptionsProvider>
    </ThemeProvider>
  );
  const placed = (operation: OperationModel, place: OperationPlace) => (
    <OperationPlaceProvider key={operation.operationId} value={place}>
      <Operation operation={operation} />
    </OperationPlaceProvider>
  );
  return {
    introduction: (below) => inContext(<Introduction>{below}</Introduction>),
    tag: (name, Heading) =>
      inContext(
        <Tag
          tag={named(tags, name)}
          Heading={Heading}
          {...(Heading === 'h2' && { address: addressOf(tagAddress(name)) })}
        />,
      ),
    operation: (operationId) =>
      inContext(placed(named(operations, operationId), { base: '', level: 1, unfolded: false })),
    everything: ({ unfolded }) =>
      inContext(
        <>
          <Introduction />
          {[...tags].map(([name, tag]) => (
            <div key={name}>
              <Tag tag={tag} Heading="h2" id={tagAddress(name).replace(/\/$/, '')} />
              {operationsOfTag(tag).map((operation) =>
                placed(operation, { base: operationAddress(operation.operationId ?? ''), level: 3, unfolded }),
              )}
            </div>
          ))}
        </>,
      ),
  };
}

function tagOf(spec: SpecStore, name: string, index: number): GroupModel {
  const found = spec.contentItems.find(
    // Redoc's own name for the place of a group.
    (item): item is GroupModel => item.type === 'tag' && item.id === `tag/${name.replaceAll(' ', '-')}`,
  );
  if (found === undefined) {
    throw new DocumentError({ pointer: pointerTo('#', 'tags', index) }, 'is a tag that no operation has: take it out');
  }
  return found;
}

function named<Model>(models: ReadonlyMap<string, Model>, name: string): Model {
  const found = models.get(name);
  if (found === undefined) throw new Error(`the document has no ${name}`);
  return found;
}
