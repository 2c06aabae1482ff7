import { Problem } from './problem';
import { useEndpointServices } from './use-endpoint-services';

export function EndpointServices() {
  const { data, error, isPending } = useEndpointServices();
  if (isPending) return <p>Loading …</p>;
  return (
    <>
      {error && <Problem error={error} />}
      {data && (
        <table>
          <thead>
            <tr>
              <th>Service</th>
              <th>Status</th>
            </tr>
          </thead>
          <tbody>
            {data.map(({ id, service_name, status }) => (
              <tr key={id}>
                <td>{service_name}</td>
                <td>{status}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}
