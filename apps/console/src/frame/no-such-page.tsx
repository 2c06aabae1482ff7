import { Link } from 'react-router';
import { useTexts } from '../language/language-context.js';
import { useAddress } from '../location/location.js';
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
