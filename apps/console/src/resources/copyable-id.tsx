import { CheckOutlined, CopyOutlined } from '@ant-design/icons';
import { useEffect, useState } from 'react';
import { useTexts } from '../language/language-context.js';
import './copyable-id.css';

/** How long it is said that an ID was copied. */
const saidForMs = 2000;

/** An ID, and a button that copies it. One that an odd service does not tell is a dash. */
export function CopyableId({ id }: { id: string }) {
  const { actions } = useTexts();
  const [isCopied, setIsCopied] = useState(false);
  useEffect(() => {
    if (!isCopied) return undefined;
    const timer = setTimeout(() => {
      setIsCopied(false);
    }, saidForMs);
    return () => {
      clearTimeout(timer);
    };
  }, [isCopied]);
  const name = isCopied ? actions.copied : `${actions.copyId} ${id}`;
  if (id === '') return <>–</>;
  return (
    <span className="mono copyable-id">
      {id}
      <button
        type="button"
        aria-label={name}
        title={name}
        onClick={() => {
          void copy(id).then(() => {
            setIsCopied(true);
          });
        }}
      >
        {isCopied ? <CheckOutlined aria-hidden /> : <CopyOutlined aria-hidden />}
      </button>
    </span>
  );
}

/** Copies a text also where a page that came without HTTPS may not use the clipboard. */
async function copy(text: string): Promise<void> {
  if (isSecureContext) {
    await navigator.clipboard.writeText(text);
    return;
  }
  const field = document.createElement('textarea');
  field.value = text;
  document.body.append(field);
  field.select();
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- without HTTPS there is nothing else
  document.execCommand('copy');
  field.remove();
}
