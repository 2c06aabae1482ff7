import { Link } from 'react-router';
import { useAddress } from '../app/place.js';
import { useTexts } from '../language/language-context.js';
import { PageHeading } from './page-heading.js';

export function NoSuchPage() {
  const texts = useTexts();
  const address = useAddress();
  return (
    <>
      <PageHeading title={texts.noSuchPage} intro={texts.noSuchPageHelp} />
      <Link to={address('endpoint-services')}>{texts.toServices}</Link>
    </>
  );
}
