import type { AddEndpointServiceServerResourceRequest, EndpointService, ServerResource } from '@vpcep/types';
import { Input } from 'antd';
import { useApi } from '../api/api-context.js';
import { FormDrawer } from '../dialogs/form-drawer.js';
import { useClosing } from '../dialogs/use-closing.js';
import { OperationText } from '../document/operation-text.js';
import { RequestForm } from '../forms/request-form.js';
import { RowItem } from '../forms/row-item.js';
import { RowsField } from '../forms/rows-field.js';
import { useRequestForm } from '../forms/use-request-form.js';
import { useLanguage } from '../language/language-context.js';
import { useMessages } from '../messages/messages.js';
import { ownName } from '../resources/own-name.js';

type Values = { [Field in keyof AddEndpointServiceServerResourceRequest]: Partial<ServerResource>[] };

const operation = 'addEndpointServiceServerResource';

/** Gives a service that has several backends more of them. */
export function AddBackendsDrawer({ service, onClose }: { service: EndpointService; onClose: () => void }) {
  const { texts, documentTexts } = useLanguage();
  const { vpcep } = useApi();
  const messages = useMessages();
  const closing = useClosing(onClose);
  const fields = documentTexts.fields.ServerResource;
  const { unplaced, request } = useRequestForm<Values, typeof operation>({
    operation,
    path: { vpc_endpoint_service_id: service.id },
    send: (args) => vpcep.addEndpointServiceServerResource(args),
    onSent() {
      messages.success(texts.services.backendsAdded);
      closing.close();
    },
  });
  return (
    <FormDrawer title={texts.services.backendsTitle(ownName(service))} closing={closing}>
      <RequestForm<Values>
        name="add-backends"
        initialValues={{ server_resources: [{}] }}
        submitText={texts.actions.add}
        {...request}
        onCancel={closing.close}
      >
        <OperationText text={documentTexts.operations[operation]} />
        <RowsField
          name="server_resources"
          text={documentTexts.fields.AddEndpointServiceServerResourceRequest.server_resources}
          fields={fields}
          problems={unplaced}
          rowClass="two-fields"
          addText={texts.services.addBackend}
          removeText={texts.services.removeBackend}
        >
          {(row) =>
            (['resource_id', 'availability_zone_id'] as const).map((name) => (
              <RowItem key={name} row={row} name={name} text={fields[name]}>
                <Input className="mono" placeholder={fields[name].example ?? ''} />
              </RowItem>
            ))
          }
        </RowsField>
      </RequestForm>
    </FormDrawer>
  );
}
