import { operationAddress } from '@vpcep/openapi/reader';
import type { Language } from '../site/languages.js';
import { readWorkflows } from './read-workflows.js';
import { workflowTexts } from './workflow-texts.js';

/**
 * Leads to the page of the first call of a workflow, with the dialog open at it. Where that call is on the same page,
 * `browser/try-it-buttons.ts` opens the dialog; without scripts, it leads to the call.
 */
export function WalkLink(props: {
  workflowId: string;
  language: Language;
  /** Where something is, seen from the page, that the site has at an address below the folder of the language. */
  addressOf: (address: string) => string;
}) {
  const { workflowId, language, addressOf } = props;
  const texts = workflowTexts[language];
  const steps = readWorkflows(language).find((each) => each.workflowId === workflowId)?.steps ?? [];
  const [first] = steps;
  if (first === undefined) throw new Error(`the workflow ${workflowId} makes no call`);
  const address = addressOf(`${operationAddress(first.operationId)}#try`);
  return (
    <div className="walk">
      <a href={address.startsWith('#') ? address : address.replace('#', `?walk=${workflowId}#`)} data-walk={workflowId}>
        {texts.walk}
      </a>
      <p>{texts.walkIs(steps.length)}</p>
    </div>
  );
}
