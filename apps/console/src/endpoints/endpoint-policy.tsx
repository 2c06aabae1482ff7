import { hashKey, useQueryClient } from '@tanstack/react-query';
import type { Endpoint } from '@vpcep/types';
import { Button, Card } from 'antd';
import { useState } from 'react';
import { useApi } from '../api/api-context.js';
import { DeleteDialog } from '../dialogs/delete-dialog.js';
import { OperationText } from '../document/operation-text.js';
import { conditionalDefaults } from '../generated/document-values.js';
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
  const { policies: words } = texts;
  const policy = policyOf(endpoint, field);
  const [asksToDelete, setAsksToDelete] = useState(false);
  const [deletions, setDeletions] = useState(0);
  return (
    <Card>
      <div className="stack">
        <OperationText text={documentTexts.operations.updateEndpointPolicy} />
        <p>
          {words.inForce} <strong>{words.kinds[kindOf(policy, field)]}</strong>
        </p>
        {/* What was written about a policy that is gone, is gone, too. */}
        <PolicyForm key={deletions} endpoint={endpoint} field={field} />
        {field === 'policy_statement' && policy !== undefined && (
          <div>
            <Button
              danger
              onClick={() => {
                setAsksToDelete(true);
              }}
            >
              {words.delete}
            </Button>
          </div>
        )}
      </div>
      {asksToDelete && (
        <DeleteDialog
          title={words.deleteTitle}
          help={<OperationText text={documentTexts.operations.deleteEndpointPolicy} />}
          okText={words.delete}
          onClose={() => {
            setAsksToDelete(false);
          }}
          onConfirm={async () => {
            // eslint-disable-next-line @typescript-eslint/no-deprecated -- the dialog says that it will be withdrawn
            const changed = await vpcep.deleteEndpointPolicy({ path: { vpc_endpoint_id: endpoint.id } });
            queryClient.setQueryData(keys.endpoint(endpoint.id), changed);
            setDeletions((count) => count + 1);
            messages.success(words.deleted);
          }}
        />
      )}
    </Card>
  );
}

/** Whether there is a policy, and whether it is another than stands in the place of one that was left out. */
function kindOf(policy: unknown, field: PolicyField): 'none' | 'default' | 'own' {
  if (policy === undefined) return 'none';
  return hashKey([policy]) === hashKey([conditionalDefaults.CreateEndpointRequest[field]]) ? 'default' : 'own';
}
