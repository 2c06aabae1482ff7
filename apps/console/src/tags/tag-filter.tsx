import { useQuery } from '@tanstack/react-query';
import type { ResourceType } from '@vpcep/types';
import { useApi } from '../api/api-context.js';
import { useTexts } from '../language/language-context.js';
import { ValueFilter } from '../lists/value-filter.js';

/** A tag to find resources by; without a value, any value will do. */
export interface WantedTag {
  readonly key: string;
  readonly value?: string;
}

/** The names that a wanted tag has in the address of a list. */
export const tagNames = ['tag_key', 'tag_value'] as const;

/** The tag that the address of a list names. */
export function tagInAddress(
  inAddress: (name: (typeof tagNames)[number]) => string | undefined,
): WantedTag | undefined {
  const key = inAddress('tag_key');
  const value = inAddress('tag_value');
  return key === undefined ? undefined : { key, ...(value === undefined ? {} : { value }) };
}

interface Props {
  resourceType: ResourceType;
  tag: WantedTag | undefined;
  onChange: (tag: { tag_key: string | undefined; tag_value: string | undefined }) => void;
}

/** Finds resources by one of the tags that are in use in the project. */
export function TagFilter({ resourceType, tag, onChange }: Props) {
  const { lists } = useTexts();
  const { vpcep, keys } = useApi();
  const { data, error } = useQuery({
    queryKey: keys.tagsInUse(resourceType),
    queryFn: ({ signal }) => vpcep.listQueryProjectResourceTags({ path: { resource_type: resourceType }, signal }),
    staleTime: 60_000,
  });
  const inUse = (data?.tags ?? []).flatMap(({ key, values }): WantedTag[] => [
    { key },
    ...values.map((value) => ({ key, value })),
  ]);
  // An address may name a tag that is no longer in use.
  const isKnown = tag === undefined || inUse.some((each) => nameOf(each) === nameOf(tag));
  const all = isKnown ? inUse : [...inUse, tag];
  const labelOf = ({ key, value }: WantedTag) => (value === undefined ? lists.anyValue(key) : `${key}: ${value}`);
  return (
    <>
      <ValueFilter
        label={lists.tag}
        anyText={lists.anyTag}
        options={all.map((each) => ({ value: nameOf(each), label: labelOf(each) }))}
        isOfUsers
        value={tag === undefined ? undefined : nameOf(tag)}
        onChange={(name) => {
          const chosen = all.find((each) => nameOf(each) === name);
          onChange({ tag_key: chosen?.key, tag_value: chosen?.value });
        }}
      />
      {error !== null && <span className="quiet">{lists.tagsUnknown}</span>}
    </>
  );
}

/** Tells tags apart: keys and values may hold any character. */
const nameOf = ({ key, value }: WantedTag): string => JSON.stringify([key, value]);
