import { Alert } from 'antd';
import { useTexts } from '../language/language-context.js';
import { ResourceErrors, type ResourceErrorsProps } from './resource-errors.js';

/** Why a resource that failed did so. */
export function WhyFailed({ errors }: ResourceErrorsProps) {
  const { services } = useTexts();
  return (
    <Alert
      type="error"
      showIcon
      title={services.whyFailed}
      description={<ResourceErrors errors={errors} />}
      className="above"
    />
  );
}
