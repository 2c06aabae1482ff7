import { Modal } from 'antd';
import { useTexts } from '../language/language-context.js';
import type { Loss } from './entries.js';

export interface LeavingDialogProps {
  loss: Loss;
  onAnswer: (mayLeave: boolean) => void;
}

/** Asks whether what is filled in, or the sight of what is under way, may be lost. */
export function LeavingDialog({ loss, onAnswer }: LeavingDialogProps) {
  const texts = useTexts().leaving[loss];
  return (
    <Modal
      open
      title={texts.title}
      okText={texts.leave}
      okButtonProps={{ danger: true }}
      cancelText={texts.stay}
      // Whoever presses a key too many loses nothing.
      cancelButtonProps={{ autoFocus: true }}
      closable={false}
      onOk={() => {
        onAnswer(true);
      }}
      onCancel={() => {
        onAnswer(false);
      }}
    >
      {texts.help}
    </Modal>
  );
}
