import { hashKey } from '@tanstack/react-query';
import { Button, Input, Typography } from 'antd';
import { useState } from 'react';
import { useTexts } from '../language/language-context.js';

interface Props {
  /** What can be filled in at once. */
  template: unknown;
  templateText: string;
  /** Given by the form. */
  id?: string;
  value?: unknown;
  /** Given what the JSON stands for; as long as it is none, the text itself, which no rule of the API allows. */
  onChange?: (value: unknown) => void;
}

/** A value that is written as JSON, and kept just as it is written there. */
export function JsonField({ template, templateText, id, value, onChange }: Props) {
  const texts = useTexts();
  const [entered, setEntered] = useState({ value, text: written(value) });
  // What the form has been given otherwise than here, as it was changed elsewhere.
  if (hashKey([value]) !== hashKey([entered.value])) setEntered({ value, text: written(value) });
  const { text } = entered;
  const read = parsed(text);
  const enter = (next: string) => {
    const { mistake, value: meant } = parsed(next);
    const given = mistake === undefined ? meant : next;
    setEntered({ value: given, text: next });
    onChange?.(given);
  };
  return (
    <div className="json-field">
      <Input.TextArea
        {...(id === undefined ? {} : { id })}
        className="mono"
        autoSize={{ minRows: 6, maxRows: 24 }}
        spellCheck={false}
        value={text}
        onChange={({ target }) => {
          enter(target.value);
        }}
      />
      {read.mistake !== undefined && (
        <Typography.Text type="warning" role="status">
          {texts.json.mistake} <span lang="en">{read.mistake}</span>
        </Typography.Text>
      )}
      <div className="form-buttons">
        <Button
          size="small"
          onClick={() => {
            enter(written(template));
          }}
        >
          {templateText}
        </Button>
        <Button
          size="small"
          disabled={read.value === undefined}
          onClick={() => {
            enter(written(read.value));
          }}
        >
          {texts.json.format}
        </Button>
      </div>
    </div>
  );
}

const written = (value: unknown): string => (value === undefined ? '' : JSON.stringify(value, undefined, 2));

/** What a text stands for, or why it is no JSON. An empty one stands for nothing. */
function parsed(text: string): { value?: unknown; mistake?: string } {
  if (text.trim() === '') return {};
  try {
    return { value: JSON.parse(text) as unknown };
  } catch (error) {
    return { mistake: error instanceof Error ? error.message : String(error) };
  }
}
