import { Button } from '../elements/button.js';
import { useTexts } from '../language/language-context.js';

interface Props {
  looked: number;
  services: number;
  /** How many connections are known to wait, and are not listed yet. */
  unread: number;
  onLookOn: () => void;
}

/** How far it has been looked, and a way not to wait for the rest. */
export function LookProgress({ looked, services, unread, onLookOn }: Props) {
  const { looking } = useTexts();
  const isBehind = looked < services;
  if (!isBehind && unread === 0) return null;
  return (
    <p className="quiet">
      {isBehind && looking.soFar(looked, services)} {unread > 0 && looking.unread(unread)}{' '}
      <Button isSmall onClick={onLookOn}>
        {looking.lookOn}
      </Button>
    </p>
  );
}
