import { DeleteOutlined } from '@ant-design/icons';
import type { Permission } from '@vpcep/types';
import type { ComponentProps } from 'react';
import { SelectionBar } from '../bulk/selection-bar.js';
import { Button } from '../elements/button.js';
import { useTexts } from '../language/language-context.js';
import type { Selection } from '../lists/selection.js';
import { useListDialogs } from '../lists/use-list-dialogs.js';
import { RemovePermissionsDialog } from './remove-permissions-dialog.js';

interface Props extends Pick<ComponentProps<typeof RemovePermissionsDialog>, 'serviceId' | 'onRemoved'> {
  selection: Selection<Permission>;
}

/** Removes the records that are selected. */
export function PermissionBulkBar({ selection: { selected, deselect }, ...removal }: Props) {
  const { actions } = useTexts();
  const openDialog = useListDialogs();
  const records = [...selected.values()];
  if (records.length === 0) return null;
  return (
    <SelectionBar
      count={records.length}
      onClear={() => {
        deselect();
      }}
    >
      <Button
        isSmall
        look="danger"
        icon={<DeleteOutlined aria-hidden />}
        onClick={() => {
          openDialog((close) => <RemovePermissionsDialog records={records} {...removal} onClose={close} />);
        }}
      >
        {actions.remove}
      </Button>
    </SelectionBar>
  );
}
