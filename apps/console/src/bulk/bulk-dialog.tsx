import { Alert, Button, Modal } from 'antd';
import { type ReactNode, useState } from 'react';
import { useClosing } from '../dialogs/use-closing.js';
import { useTexts } from '../language/language-context.js';
import { type BulkItem, type BulkProgress, runBulk } from './run-bulk.js';
import './bulk-dialog.css';

interface Props {
  /** Asks whether it is to be done. */
  title: string;
  help?: string | undefined;
  /** What the button says. */
  okText: string;
  isDanger: boolean;
  items: readonly BulkItem[];
  run: (item: BulkItem) => Promise<unknown>;
  /** Fills in what is to be done, where that has to be said first. */
  children?: ReactNode;
  /** Whether what was filled in keeps the rules, and shows what does not. */
  check?: () => boolean;
  /** Is told, at the end of each run, which went well. */
  onDone: (ids: readonly string[]) => void;
  onClose: () => void;
}

/** Does something to several things: asks first, shows how far it is, and sums up what went well and what did not. */
export function BulkDialog({ title, help, okText, isDanger, items, run, children, check, onDone, onClose }: Props) {
  const texts = useTexts();
  const words = texts.bulk;
  const { open, close, afterClose } = useClosing(onClose);
  const [left, setLeft] = useState(items);
  const [isRunning, setIsRunning] = useState(false);
  const [progress, setProgress] = useState<BulkProgress>();
  const [doneBefore, setDoneBefore] = useState(0);

  async function start(wanted: readonly BulkItem[]) {
    if (check?.() === false) return;
    setLeft(wanted);
    setIsRunning(true);
    setProgress({ done: [], failed: [] });
    const { done } = await runBulk(wanted, run, setProgress);
    setIsRunning(false);
    setDoneBefore((before) => before + done.length);
    onDone(done.map(({ id }) => id));
  }

  const again = progress?.failed.filter(({ mayBeRetried }) => mayBeRetried).map(({ item }) => item) ?? [];
  const settled = progress === undefined ? 0 : progress.done.length + progress.failed.length;
  return (
    <Modal
      open={open}
      title={title}
      onCancel={close}
      // A run that has begun goes on: it is not left half seen.
      closable={!isRunning}
      mask={{ closable: false }}
      keyboard={!isRunning}
      afterClose={afterClose}
      footer={
        <div className="form-buttons">
          {progress === undefined || isRunning ? (
            <>
              <Button disabled={isRunning} onClick={close}>
                {texts.actions.cancel}
              </Button>
              <Button type="primary" danger={isDanger} loading={isRunning} onClick={() => void start(items)}>
                {okText}
              </Button>
            </>
          ) : (
            <>
              {again.length > 0 && <Button onClick={() => void start(again)}>{words.again(again.length)}</Button>}
              <Button type="primary" onClick={close}>
                {texts.actions.close}
              </Button>
            </>
          )}
        </div>
      }
    >
      <div className="stack">
        {/* What is filled in stays where it is while it is done to one after another. */}
        <div className="stack" hidden={progress !== undefined}>
          {help !== undefined && <div>{help}</div>}
          {children}
          <ul className="bulk-list" tabIndex={0} aria-label={title}>
            {items.map(({ id, name }) => (
              <li key={id}>{name}</li>
            ))}
          </ul>
        </div>
        {isRunning && (
          <progress className="bulk-progress" aria-label={title} value={settled} max={left.length}>
            {settled}
          </progress>
        )}
        {progress !== undefined && !isRunning && (
          <Alert
            type={progress.failed.length === 0 ? 'success' : 'warning'}
            showIcon
            role="status"
            title={words.summary(doneBefore, progress.failed.length)}
          />
        )}
        {progress !== undefined && progress.failed.length > 0 && (
          <ul className="bulk-list" tabIndex={0} aria-label={words.failed}>
            {progress.failed.map(({ item, failure: { kind, words: said, code } }) => (
              <li key={item.id}>
                <strong>{item.name}</strong>: {texts.failures[kind]}{' '}
                {said !== undefined && (
                  <span lang="en" className="quiet">
                    {said}
                  </span>
                )}{' '}
                {code !== undefined && <code>{code}</code>}
              </li>
            ))}
          </ul>
        )}
      </div>
    </Modal>
  );
}
