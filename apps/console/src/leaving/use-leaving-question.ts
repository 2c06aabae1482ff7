import { App } from 'antd';
import { useTexts } from '../language/language-context.js';

/** Asks whether what is filled in may be lost. */
export function useLeavingQuestion(): () => Promise<boolean> {
  const { modal } = App.useApp();
  const texts = useTexts().leaving;
  return async () =>
    modal.confirm({
      title: texts.title,
      content: texts.help,
      okText: texts.discard,
      okButtonProps: { danger: true },
      cancelText: texts.keep,
      // Whoever presses a key too many loses nothing.
      focusable: { autoFocusButton: 'cancel' },
    });
}
