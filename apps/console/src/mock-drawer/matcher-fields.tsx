import { Form, Input, Select, Space } from 'antd';
import { useConnection } from '../configuration/connection-context.js';
import { pathParameters } from '../generated/document-values.js';
import { useClearButton } from '../components/use-clear-button.js';
import { useTexts } from '../language/language-context.js';
import { usePageLocation } from '../location/location.js';
import type { FaultKind, FaultValues } from './fault-kinds.js';

interface Props {
  kind: FaultKind;
  operation: FaultValues['operation'] | undefined;
}

/** Which calls of an operation a fault is for, for those who want more than all of them. */
export function MatcherFields({ kind, operation }: Props) {
  const words = useTexts().faults;
  const clearButton = useClearButton();
  const { language } = usePageLocation();
  const { projects } = useConnection().configuration;
  const values = operation === undefined ? [] : (pathParameters[operation] ?? []);
  return (
    <details className="more">
      <summary>{words.some}</summary>
      <Form.Item name="project" label={words.project}>
        <Select
          allowClear={clearButton}
          placeholder={words.everyProject}
          options={projects.map(({ id, name }) => ({
            value: id,
            label: typeof name === 'string' ? name : name[language],
          }))}
        />
      </Form.Item>
      {values.map((name) => (
        <Form.Item key={name} name={['path', name]} label={<code>{name}</code>}>
          <Input autoComplete="off" />
        </Form.Item>
      ))}
      <Form.Item label={words.header}>
        <Space.Compact block>
          <Form.Item noStyle name={['header', 'name']}>
            <Input aria-label={words.headerName} placeholder={words.headerName} autoComplete="off" />
          </Form.Item>
          <Form.Item noStyle name={['header', 'value']}>
            <Input aria-label={words.headerValue} placeholder={words.headerValue} autoComplete="off" />
          </Form.Item>
        </Space.Compact>
      </Form.Item>
      {kind !== 'script' && (
        <Form.Item
          name="nth"
          label={words.nth}
          rules={[{ pattern: /^[1-9]\d*([\s,，]+[1-9]\d*)*$/, message: words.notNumbers }]}
        >
          <Input autoComplete="off" />
        </Form.Item>
      )}
    </details>
  );
}
