import type { ResourceTag } from '@vpcep/types';
import './tag-texts.css';

/** The tags of a resource in a list. */
export function TagTexts({ tags = [] }: { tags: readonly ResourceTag[] | undefined }) {
  if (tags.length === 0) return <>–</>;
  return (
    <ul className="tag-texts">
      {tags.map(({ key, value = '' }) => (
        <li key={key}>
          {key}
          {value !== '' && <span className="quiet">: {value}</span>}
        </li>
      ))}
    </ul>
  );
}
