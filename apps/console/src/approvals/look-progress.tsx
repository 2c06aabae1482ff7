import { Button } from 'antd';
import { useTexts } from '../language/language-context.js';

interface Props {
  looked: number;
  services: number;
  onLookOn: () => void;
}

/** How many services have been asked, and a way not to wait for the others. */
export function LookProgress({ looked, services, onLookOn }: Props) {
  const { looking } = useTexts();
  if (looked >= services) return null;
  return (
    <p className="quiet">
      {looking.soFar(looked, services)}{' '}
      <Button size="small" onClick={onLookOn}>
        {looking.lookOn}
      </Button>
    </p>
  );
}
