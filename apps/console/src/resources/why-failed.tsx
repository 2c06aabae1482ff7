import type { ResourceError } from '@vpcep/types';
import { Alert } from 'antd';
import { useTexts } from '../language/language-context.js';
import { useRemedy } from '../problems/use-remedy.js';

/** Why a resource failed, and what to do about it. */
export function WhyFailed({ errors = [] }: { errors: readonly ResourceError[] | ResourceError | undefined }) {
  const { services } = useTexts();
  return (
    <Alert
      type="error"
      showIcon
      title={services.whyFailed}
      description={
        <div className="stack">
          {[errors].flat().map((error, index) => (
            <OneError key={index} error={error} />
          ))}
        </div>
      }
      className="above"
    />
  );
}

/** A reason, in whichever of the two documented forms it comes. */
function OneError({ error }: { error: ResourceError }) {
  const code = error.error_code ?? error.code;
  const remedy = useRemedy(code);
  return (
    <div>
      {remedy !== undefined && <div>{remedy}</div>}
      <span className="quiet">
        {code !== undefined && <code>{code}</code>} <span lang="en">{error.error_message ?? error.message}</span>
      </span>
    </div>
  );
}
