import { useMutation } from '@tanstack/react-query';
import { Modal } from 'antd';
import type { ReactNode } from 'react';
import { FailureAlert } from '../problems/failure-alert.js';
import { useClosing } from './use-closing.js';

interface Props {
  /** Asks whether it is to be done. */
  title: string;
  help: ReactNode;
  /** What the button says. */
  okText: string;
  /** Whether something is taken away. */
  isDanger?: boolean;
  onConfirm: () => Promise<unknown>;
  onClose: () => void;
}

/** Asks once more before something is done that cannot be taken back, and says why when it is refused. */
export function ConfirmDialog({ title, help, okText, isDanger = false, onConfirm, onClose }: Props) {
  const { open, close, afterClose } = useClosing(onClose);
  const { mutate, isPending, error } = useMutation({ mutationFn: onConfirm, onSuccess: close });
  return (
    <Modal
      open={open}
      title={title}
      okText={okText}
      okButtonProps={{ danger: isDanger, loading: isPending }}
      // Enter, pressed too soon, does nothing then.
      cancelButtonProps={{ autoFocus: true }}
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
