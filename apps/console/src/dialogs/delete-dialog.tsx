import type { ComponentProps } from 'react';
import { useTexts } from '../language/language-context.js';
import { ConfirmDialog } from './confirm-dialog.js';

interface Props extends Omit<ComponentProps<typeof ConfirmDialog>, 'okText' | 'isDanger'> {
  /** What the button says, when it is not Delete. */
  okText?: string;
}

/** Asks once more before something is taken away. */
export function DeleteDialog({ okText, ...props }: Props) {
  const { actions } = useTexts();
  return <ConfirmDialog {...props} okText={okText ?? actions.delete} isDanger />;
}
