import type { GroupModel } from 'redoc';
import { ExternalDocumentation } from 'redoc/src/components/ExternalDocumentation/ExternalDocumentation';
import { Markdown } from 'redoc/src/components/Markdown/Markdown';
import type { ReactNode } from 'react';
import { useReferenceContext } from '../operations/reference-context.js';

/** What the document says of the API as a whole, with what `children` are below its title. */
export function Introduction({ children }: { children?: ReactNode }) {
  const { info, externalDocs, contentItems } = useReferenceContext().spec;
  const { title, summary, description, contact, license } = info;
  const sections = contentItems.filter((item): item is GroupModel => item.type === 'section');
  return (
    <div className="introduction">
      <h1>{title}</h1>
      <p className="lead">{summary}</p>
      {children}
      <Markdown source={description} />
      {sections.map((section) => (
        <Section key={section.id} section={section} Heading="h2" />
      ))}
      <p className="about">
        {externalDocs && <ExternalDocumentation externalDocs={externalDocs} compact={true} />}
        {contact?.url !== undefined && <a href={contact.url}>{contact.name ?? contact.url}</a>}
        {license && <span>{license.identifier ?? license.name}</span>}
      </p>
    </div>
  );
}

function Section({ section, Heading }: { section: GroupModel; Heading: 'h2' | 'h3' }) {
  const { id, name, description = '', items } = section;
  return (
    <section>
      <Heading id={id}>
        <a href={`#${id}`}>{name}</a>
      </Heading>
      <Markdown source={description} />
      {items.map((item) => (
        <Section key={item.id} section={item as GroupModel} Heading="h3" />
      ))}
    </section>
  );
}
