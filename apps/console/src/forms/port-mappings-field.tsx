import { protocolValues, type PortMapping } from '@vpcep/types';
import { Form, InputNumber, Select } from 'antd';
import { DocumentText } from '../document/document-text.js';
import { defaults } from '../generated/document-values.js';
import { useLanguage } from '../language/language-context.js';
import type { FieldProblem } from './field-problem.js';
import { RowsField } from './rows-field.js';

interface Props {
  of: 'CreateEndpointServiceRequest' | 'UpdateEndpointServiceRequest';
  problems: readonly FieldProblem[];
}

/** The port mappings of a service. */
export function PortMappingsField({ of, problems }: Props) {
  const { texts, documentTexts } = useLanguage();
  const fields = documentTexts.fields.PortMapping;
  const port = (name: 'client_port' | 'server_port') => {
    const { label, minimum, maximum, example } = fields[name];
    return {
      'aria-label': label,
      placeholder: example ?? '',
      help: minimum === undefined || maximum === undefined ? undefined : texts.ports.range(minimum, maximum),
    };
  };
  return (
    <RowsField
      name="ports"
      text={documentTexts.fields[of].ports}
      problems={problems}
      rowClass="port-mapping"
      addText={texts.ports.add}
      removeText={texts.ports.remove}
    >
      {(row) => (
        <>
          <PortItem row={row} name="client_port" {...port('client_port')} />
          <PortItem row={row} name="server_port" {...port('server_port')} />
          <Form.Item
            name={[row, 'protocol' satisfies keyof PortMapping]}
            label={<code>protocol</code>}
            tooltip={<DocumentText text={fields.protocol.label} />}
          >
            <Select
              aria-label={fields.protocol.label}
              allowClear
              placeholder={defaults.PortMapping.protocol}
              options={protocolValues.map((value) => ({ value, label: value }))}
            />
          </Form.Item>
        </>
      )}
    </RowsField>
  );
}

interface PortItemProps {
  row: number;
  name: 'client_port' | 'server_port';
  'aria-label': string;
  placeholder: string;
  help: string | undefined;
}

function PortItem({ row, name, help, ...input }: PortItemProps) {
  return (
    <Form.Item name={[row, name]} label={<code>{name}</code>} tooltip={input['aria-label']} extra={help}>
      <InputNumber inputMode="numeric" controls={false} {...input} />
    </Form.Item>
  );
}
