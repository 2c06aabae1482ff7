import { useMutation, useQueryClient, type QueryKey } from '@tanstack/react-query';
import type { ResourceTag, ResourceType } from '@vpcep/types';
import { Tag } from 'antd';
import { useApi } from '../api/api-context.js';
import { useTexts } from '../language/language-context.js';
import { EmptyList } from '../lists/empty-list.js';
import { useMessages } from '../messages/messages.js';
import { FailureAlert } from '../problems/failure-alert.js';
import { NewTagForm } from './new-tag-form.js';

interface Props {
  resourceType: ResourceType;
  resourceId: string;
  tags: readonly ResourceTag[];
  /** What to read again when the tags have changed. */
  refreshKey: QueryKey;
}

/** The tags of a resource; they are added and removed one by one. */
export function TagList({ resourceType, resourceId, tags, refreshKey }: Props) {
  const texts = useTexts();
  const messages = useMessages();
  const { vpcep, keys } = useApi();
  const queryClient = useQueryClient();
  const path = { resource_type: resourceType, resource_id: resourceId };
  const readAgain = () =>
    Promise.all(
      [refreshKey, keys.tagsInUse(resourceType)].map((queryKey) => queryClient.invalidateQueries({ queryKey })),
    );
  const { mutate, isPending, error } = useMutation({
    mutationFn: (key: string) =>
      vpcep.batchAddOrRemoveResourceInstance({ path, body: { action: 'delete', tags: [{ key }] } }),
    async onSuccess() {
      messages.success(texts.tags.removed);
      await readAgain();
    },
  });
  return (
    <div className="stack">
      <NewTagForm path={path} onAdded={() => void readAgain()} />
      {error !== null && <FailureAlert error={error} />}
      {tags.length === 0 && <EmptyList title={texts.tags.empty} />}
      <ul className="tag-list" aria-label={texts.services.tabs.tags}>
        {tags.map(({ key, value = '' }, index) => (
          // A key can be there once, unless the service is odd.
          <li key={`${key} ${index}`}>
            <Tag
              variant="outlined"
              closable={{ 'aria-label': texts.tags.removeTag(key) }}
              disabled={isPending}
              onClose={(event) => {
                // It goes when the service has removed it, no sooner.
                event.preventDefault();
                mutate(key);
              }}
            >
              <strong>{key}</strong>
              {value !== '' && ` ${value}`}
            </Tag>
          </li>
        ))}
      </ul>
    </div>
  );
}
