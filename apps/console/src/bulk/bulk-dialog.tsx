import { Alert, Button, Modal } from 'antd';
import { type ReactNode, useState } from 'react';
import { useClosing } from '../dialogs/use-closing.js';
import { useTexts } from '../language/language-context.js';
import type { BulkItem, BulkProgress } from './run-bulk.js';
import { useBulkRun } from './use-bulk-run.js';
import './bulk-dialog.css';

interface Props {
  /** Asks whether it is to be done to so many. */
  title: (count: number) => string;
  help?: ((count: number) => string) | undefined;
  /** What the button says. */
  okText: string;
  isDanger: boolean;
  /** What it is done to; once it has begun, a change of them makes no difference. */
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
export function BulkDialog(props: Props) {
  const { okText, isDanger, run, children, check, onDone, onClose } = props;
  const texts = useTexts();
  const words = texts.bulk;
  const { open, close, afterClose } = useClosing(onClose);
  const { progress, isRunning, isStopping, settled, count, doneBefore, start, stop } = useBulkRun({ run, onDone });
  const [begun, setBegun] = useState<readonly BulkItem[]>();
  const items = begun ?? props.items;
  const title = props.title(items.length);
  const again = progress === undefined ? [] : whatMayGoOn(progress);
  return (
    <Modal
      open={open}
      title={title}
      onCancel={close}
      // A run that has begun is stopped first: it is not left half seen.
      closable={!isRunning}
      mask={{ closable: false }}
      keyboard={!isRunning}
      afterClose={afterClose}
      footer={
        <div className="form-buttons">
          {progress === undefined && (
            <>
              <Button onClick={close}>{texts.actions.cancel}</Button>
              <Button
                type="primary"
                danger={isDanger}
                disabled={items.length === 0}
                onClick={() => {
                  if (check?.() === false) return;
                  setBegun(items);
                  void start(items);
                }}
              >
                {okText}
              </Button>
            </>
          )}
          {isRunning && (
            <Button loading={isStopping} onClick={stop}>
              {isStopping ? words.stopping : words.stop}
            </Button>
          )}
          {progress !== undefined && !isRunning && (
            <>
              {again.length > 0 && (
                <Button onClick={() => void start(again)}>
                  {progress.left.length > 0 ? words.goOn(again.length) : words.again(again.length)}
                </Button>
              )}
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
          {props.help !== undefined && <div>{props.help(items.length)}</div>}
          {children}
          <ul className="bulk-list" tabIndex={0} aria-label={title}>
            {items.map(({ id, name }) => (
              <li key={id}>{name}</li>
            ))}
          </ul>
        </div>
        {isRunning && (
          <progress className="bulk-progress" aria-label={title} value={settled} max={count}>
            {settled}
          </progress>
        )}
        {progress !== undefined && !isRunning && (
          <Alert
            type={progress.failed.length + progress.left.length === 0 ? 'success' : 'warning'}
            showIcon
            role="status"
            title={words.summary(doneBefore, progress.failed.length, progress.left.length)}
          />
        )}
        {progress !== undefined && progress.failed.length > 0 && (
          <ul className="bulk-list" tabIndex={0} aria-label={words.failed}>
            {progress.failed.map(({ item, failure: { kind, words: said, code, mayBeDone = false } }) => (
              <li key={item.id}>
                <strong>{item.name}</strong>: {texts.failures[kind]}{' '}
                {said !== undefined && (
                  <span lang="en" className="quiet">
                    {said}
                  </span>
                )}{' '}
                {code !== undefined && <code>{code}</code>}
                {mayBeDone && <div>{texts.failure.mayBeDone}</div>}
              </li>
            ))}
          </ul>
        )}
      </div>
    </Modal>
  );
}

/** What can be taken up again: what was not begun, and what may go well another time. */
const whatMayGoOn = ({ failed, left }: BulkProgress): readonly BulkItem[] => [
  ...failed.filter(({ mayBeRetried }) => mayBeRetried).map(({ item }) => item),
  ...left,
];
