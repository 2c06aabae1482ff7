import { TagOutlined } from '@ant-design/icons';
import type { ResourceType } from '@vpcep/types';
import type { BulkItem } from '../bulk/run-bulk.js';
import { withComponents } from '../components/with-components.js';
import { Button } from '../elements/button.js';
import { useTexts } from '../language/language-context.js';
import { useListDialogs } from '../lists/use-list-dialogs.js';
import { lazyPart } from '../loading/lazy-part.js';

const BulkTagDialog = lazyPart(() =>
  withComponents(import('./bulk-tag-dialog.js').then((loaded) => loaded.BulkTagDialog)),
);

interface Props {
  resourceType: ResourceType;
  items: readonly BulkItem[];
  onDone: (ids: readonly string[]) => void;
}

/** The way to add a tag to what is selected. */
export function BulkTagButton({ resourceType, items, onDone }: Props) {
  const { bulk } = useTexts();
  const openDialog = useListDialogs();
  return (
    <Button
      isSmall
      icon={<TagOutlined aria-hidden />}
      onClick={() => {
        openDialog((close) => (
          <BulkTagDialog resourceType={resourceType} items={items} onDone={onDone} onClose={close} />
        ));
      }}
    >
      {bulk.tag}
    </Button>
  );
}
