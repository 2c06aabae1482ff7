import { useQueryClient } from '@tanstack/react-query';
import type { EndpointService, UpgradeEndpointServiceRequest } from '@vpcep/types';
import { Switch } from 'antd';
import { useApi } from '../api/api-context.js';
import { FormDrawer } from '../dialogs/form-drawer.js';
import { useClosing } from '../dialogs/use-closing.js';
import { OperationText } from '../document/operation-text.js';
import { RequestField } from '../forms/request-field.js';
import { RequestForm } from '../forms/request-form.js';
import { useRequestForm } from '../forms/use-request-form.js';
import { useLanguage } from '../language/language-context.js';
import { useMessages } from '../messages/messages.js';
import { ownName } from '../resources/own-name.js';

const operation = 'upgradeEndpointService';

/** Makes a service ready for professional endpoints. */
export function UpgradeServiceDrawer({ service, onClose }: { service: EndpointService; onClose: () => void }) {
  const { texts, documentTexts } = useLanguage();
  const { vpcep, keys } = useApi();
  const messages = useMessages();
  const queryClient = useQueryClient();
  const closing = useClosing(onClose);
  const { request } = useRequestForm<UpgradeEndpointServiceRequest, typeof operation>({
    operation,
    path: { vpc_endpoint_service_id: service.id },
    send: (args) => vpcep.upgradeEndpointService(args),
    onSent() {
      messages.success(texts.services.upgraded(ownName(service)));
      void queryClient.invalidateQueries({ queryKey: keys.services });
      closing.close();
    },
  });
  return (
    <FormDrawer title={texts.services.upgradeTitle(ownName(service))} closing={closing}>
      <RequestForm<UpgradeEndpointServiceRequest>
        name="upgrade-endpoint-service"
        submitText={texts.actions.upgrade}
        {...request}
        onCancel={closing.close}
      >
        <OperationText text={documentTexts.operations[operation]} />
        <RequestField of="UpgradeEndpointServiceRequest" name="enable_multi_server" valuePropName="checked">
          <Switch />
        </RequestField>
      </RequestForm>
    </FormDrawer>
  );
}
