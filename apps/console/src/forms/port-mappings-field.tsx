import { protocolValues } from '@vpcep/types';
import { InputNumber } from 'antd';
import { defaults } from '../generated/document-values.js';
import { useLanguage } from '../language/language-context.js';
import type { FieldProblem } from './field-problem.js';
import { RowItem } from './row-item.js';
import { RowsField } from './rows-field.js';
import { ValueSelect } from './value-select.js';

interface Props {
  of: 'CreateEndpointServiceRequest' | 'UpdateEndpointServiceRequest';
  problems: readonly FieldProblem[];
}

/** The port mappings of a service. */
export function PortMappingsField({ of, problems }: Props) {
  const { texts, documentTexts } = useLanguage();
  const fields = documentTexts.fields.PortMapping;
  const rangeOf = ({ minimum, maximum }: (typeof fields)['client_port']) =>
    minimum === undefined || maximum === undefined ? undefined : texts.ports.range(minimum, maximum);
  return (
    <RowsField
      name="ports"
      text={documentTexts.fields[of].ports}
      fields={fields}
      problems={problems}
      rowClass="port-mapping"
      addText={texts.ports.add}
      removeText={texts.ports.remove}
    >
      {(row) => (
        <>
          {(['client_port', 'server_port'] as const).map((name) => (
            <RowItem key={name} row={row} name={name} text={fields[name]} extra={rangeOf(fields[name])}>
              <InputNumber inputMode="numeric" controls={false} placeholder={fields[name].example ?? ''} />
            </RowItem>
          ))}
          <RowItem row={row} name="protocol" text={fields.protocol}>
            <ValueSelect
              allowClear
              placeholder={defaults.PortMapping.protocol}
              values={protocolValues}
              explained={fields.protocol.values}
            />
          </RowItem>
        </>
      )}
    </RowsField>
  );
}
