import { Result } from 'antd';
import { Link } from 'react-router';
import { useAddress } from '../app/place.js';
import { useTexts } from '../language/language-context.js';

export function NoSuchPage() {
  const texts = useTexts();
  const address = useAddress();
  return (
    <Result
      status="404"
      title={texts.noSuchPage}
      subTitle={texts.noSuchPageHelp}
      extra={<Link to={address('endpoint-services')}>{texts.toServices}</Link>}
    />
  );
}
