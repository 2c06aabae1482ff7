import { Modal } from 'antd';
import { useTexts } from '../language/language-context.js';

/** Asks whether what is filled in may be lost. */
export function LeavingDialog({ onAnswer }: { onAnswer: (mayLeave: boolean) => void }) {
  const texts = useTexts().leaving;
  return (
    <Modal
      open
      title={texts.title}
      okText={texts.discard}
      okButtonProps={{ danger: true }}
      cancelText={texts.keep}
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
