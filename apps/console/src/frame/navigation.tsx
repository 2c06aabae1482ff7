import { ApiOutlined, AuditOutlined, ClusterOutlined, DashboardOutlined, PartitionOutlined } from '@ant-design/icons';
import { NavLink } from 'react-router';
import { useTexts } from '../language/language-context.js';
import { useAddress } from '../location/location.js';

/** The way to the pages. */
export function Navigation() {
  const { pages, pictures } = useTexts();
  const address = useAddress();
  const links = [
    { to: 'endpoint-services', icon: <ClusterOutlined aria-hidden />, name: pages.endpointServices },
    { to: 'endpoints', icon: <ApiOutlined aria-hidden />, name: pages.endpoints },
    { to: 'overview', icon: <PartitionOutlined aria-hidden />, name: pictures.overview },
    { to: 'approvals', icon: <AuditOutlined aria-hidden />, name: pages.approvals },
    { to: 'quotas', icon: <DashboardOutlined aria-hidden />, name: pages.quotas },
  ] as const;
  return (
    <ul className="navigation">
      {links.map(({ to, icon, name }) => (
        <li key={to}>
          <NavLink to={address(to)}>
            {icon} {name}
          </NavLink>
        </li>
      ))}
    </ul>
  );
}
