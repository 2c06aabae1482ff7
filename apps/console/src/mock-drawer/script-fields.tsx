import { Checkbox, Form, Input } from 'antd';
import { useTexts } from '../language/language-context.js';
import type { ReadScript } from './script-text.js';

/** What happens call by call, as one writes it. */
export function ScriptFields({ read }: { read: (text: string) => ReadScript }) {
  const words = useTexts().faults;
  return (
    <>
      <Form.Item
        name="script"
        label={words.script}
        extra={words.scriptHelp}
        rules={[
          { required: true },
          {
            validator(_, text: string) {
              const found = read(text);
              return 'steps' in found ? Promise.resolve() : Promise.reject(new Error(words.notAStep(found.unknown)));
            },
          },
        ]}
      >
        <Input className="mono" autoComplete="off" spellCheck={false} />
      </Form.Item>
      <Form.Item name="repeat" valuePropName="checked">
        <Checkbox>{words.repeat}</Checkbox>
      </Form.Item>
    </>
  );
}
