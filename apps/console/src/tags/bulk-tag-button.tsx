import { TagOutlined } from '@ant-design/icons';
import type { ResourceType } from '@vpcep/types';
import { Button } from 'antd';
import { Suspense, lazy, useState } from 'react';
import type { BulkItem } from '../bulk/run-bulk.js';
import { useTexts } from '../language/language-context.js';

const BulkTagDialog = lazy(async () => ({ default: (await import('./bulk-tag-dialog.js')).BulkTagDialog }));

interface Props {
  resourceType: ResourceType;
  items: readonly BulkItem[];
  onDone: (ids: readonly string[]) => void;
}

/** The way to add a tag to what is selected. */
export function BulkTagButton({ resourceType, items, onDone }: Props) {
  const { bulk } = useTexts();
  const [open, setOpen] = useState<readonly BulkItem[]>();
  return (
    <>
      <Button
        size="small"
        icon={<TagOutlined aria-hidden />}
        onClick={() => {
          setOpen(items);
        }}
      >
        {bulk.tag}
      </Button>
      {open !== undefined && (
        <Suspense fallback={null}>
          <BulkTagDialog
            resourceType={resourceType}
            items={open}
            onDone={onDone}
            onClose={() => {
              setOpen(undefined);
            }}
          />
        </Suspense>
      )}
    </>
  );
}
