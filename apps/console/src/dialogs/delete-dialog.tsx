import { useMutation } from '@tanstack/react-query';
import { Modal } from 'antd';
import type { ReactNode } from 'react';
import { useTexts } from '../language/language-context.js';
import { FailureAlert } from '../problems/failure-alert.js';
import { useClosing } from './use-closing.js';

interface Props {
  /** Names what is to be deleted. */
  title: string;
  help: ReactNode;
  /** What the button says, when it is not Delete. */
  okText?: string;
  onConfirm: () => Promise<unknown>;
  onClose: () => void;
}

/** Asks once more before something is taken away, and says why when that is refused. */
export function DeleteDialog({ title, help, okText, onConfirm, onClose }: Props) {
  const { actions } = useTexts();
  const { open, close, afterClose } = useClosing(onClose);
  const { mutate, isPending, error } = useMutation({ mutationFn: onConfirm, onSuccess: close });
  return (
    <Modal
      open={open}
      title={title}
      okText={okText ?? actions.delete}
      okButtonProps={{ danger: true, loading: isPending }}
      onOk={() => {
        mutate();
      }}
      onCancel={close}
      afterClose={afterClose}
    >
      <div className="stack">
        <div>{help}</div>
        {error !== null && <FailureAlert error={error} />}
      </div>
    </Modal>
  );
}
