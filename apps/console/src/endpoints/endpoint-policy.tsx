import { useQueryClient } from '@tanstack/react-query';
import type { Endpoint } from '@vpcep/types';
import { Button, Card } from 'antd';
import { useState } from 'react';
import { useApi } from '../api/api-context.js';
import { DeleteDialog } from '../dialogs/delete-dialog.js';
import { OperationText } from '../document/operation-text.js';
import { useLanguage } from '../language/language-context.js';
import { type PolicyField, policyOf } from './policy-field.js';
import { PolicyForm } from './policy-form.js';
import { useMessages } from '../messages/messages.js';

/** What an endpoint may be used for. */
export function EndpointPolicy({ endpoint, field }: { endpoint: Endpoint; field: PolicyField }) {
  const { texts, documentTexts } = useLanguage();
  const messages = useMessages();
  const { vpcep, keys } = useApi();
  const queryClient = useQueryClient();
  const [asksToDelete, setAsksToDelete] = useState(false);
  const [deletions, setDeletions] = useState(0);
  return (
    <Card>
      <div className="stack">
        {/* What was written about a policy that is gone, is gone, too. */}
        <PolicyForm key={deletions} endpoint={endpoint} field={field} />
        {field === 'policy_statement' && policyOf(endpoint, field) !== undefined && (
          <div>
            <Button
              danger
              onClick={() => {
                setAsksToDelete(true);
              }}
            >
              {texts.policies.delete}
            </Button>
          </div>
        )}
      </div>
      {asksToDelete && (
        <DeleteDialog
          title={texts.policies.deleteTitle}
          help={<OperationText text={documentTexts.operations.deleteEndpointPolicy} />}
          okText={texts.policies.delete}
          onClose={() => {
            setAsksToDelete(false);
          }}
          onConfirm={async () => {
            // eslint-disable-next-line @typescript-eslint/no-deprecated -- the dialog says that it will be withdrawn
            const changed = await vpcep.deleteEndpointPolicy({ path: { vpc_endpoint_id: endpoint.id } });
            queryClient.setQueryData(keys.endpoint(endpoint.id), changed);
            setDeletions((count) => count + 1);
            messages.success(texts.policies.deleted);
          }}
        />
      )}
    </Card>
  );
}
