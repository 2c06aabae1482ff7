import type { GroupModel, OperationModel } from 'redoc';
import { ExternalDocumentation } from 'redoc/src/components/ExternalDocumentation/ExternalDocumentation';
import { Markdown } from 'redoc/src/components/Markdown/Markdown';
import { OperationList } from './operation-list.js';

export const operationsOfTag = (tag: GroupModel): OperationModel[] =>
  tag.items.filter((item): item is OperationModel => item.type === 'operation');

/** A group of operations: what it is about, and what can be called. */
export function Tag(props: { tag: GroupModel; Heading: 'h1' | 'h2'; id?: string; address?: string }) {
  const { tag, Heading, id, address } = props;
  const { name, description = '', externalDocs } = tag;
  return (
    <section className="tag">
      <Heading id={id}>{address === undefined ? name : <a href={address}>{name}</a>}</Heading>
      <Markdown source={description} />
      {externalDocs && <ExternalDocumentation externalDocs={externalDocs} />}
      <OperationList operations={operationsOfTag(tag)} />
    </section>
  );
}
