import { ApiOutlined, AuditOutlined, ClusterOutlined, DashboardOutlined } from '@ant-design/icons';
import { NavLink } from 'react-router';
import { useAddress } from '../app/place.js';
import { useTexts } from '../language/language-context.js';

/** The way to the pages. */
export function Navigation() {
  const { pages } = useTexts();
  const address = useAddress();
  const links = [
    { to: 'endpoint-services', icon: <ClusterOutlined />, name: pages.endpointServices },
    { to: 'endpoints', icon: <ApiOutlined />, name: pages.endpoints },
    { to: 'approvals', icon: <AuditOutlined />, name: pages.approvals },
    { to: 'quotas', icon: <DashboardOutlined />, name: pages.quotas },
  ];
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
