import type { Permission } from '@vpcep/types';
import type { ComponentProps } from 'react';
import { Button } from '../elements/button.js';
import { useTexts } from '../language/language-context.js';
import { useListDialogs } from '../lists/use-list-dialogs.js';
import { RemovePermissionsDialog } from './remove-permissions-dialog.js';

interface Props extends Pick<ComponentProps<typeof RemovePermissionsDialog>, 'serviceId' | 'onRemoved'> {
  record: Permission;
}

/** Removes the record of a row. */
export function RemovePermissionButton({ record, ...removal }: Props) {
  const { actions } = useTexts();
  const openDialog = useListDialogs();
  return (
    <Button
      isSmall
      aria-label={`${actions.remove} ${record.permission}`}
      onClick={() => {
        openDialog((close) => <RemovePermissionsDialog records={[record]} {...removal} onClose={close} />);
      }}
    >
      {actions.remove}
    </Button>
  );
}
