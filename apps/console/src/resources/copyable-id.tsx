import { CheckOutlined, CopyOutlined } from '@ant-design/icons';
import { useEffect, useState } from 'react';
import { copyText } from '../clipboard/copy-text.js';
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
          void copyText(id).then(() => {
            setIsCopied(true);
          });
        }}
      >
        {isCopied ? <CheckOutlined aria-hidden /> : <CopyOutlined aria-hidden />}
      </button>
    </span>
  );
}
