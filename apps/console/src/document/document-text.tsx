import { Fragment } from 'react';
import type { Paragraph } from './document-texts.js';

/** A text of the document, with its code set as such. */
export function DocumentText({ text }: { text: Paragraph }) {
  return text.split('`').map((part, index) => {
    // What stands between two backticks has an odd position.
    const isCode = index % 2 === 1;
    return isCode ? <code key={index}>{part}</code> : <Fragment key={index}>{part}</Fragment>;
  });
}
