import { readFile } from 'node:fs/promises';
import { assertArguments } from '@vpcep/client/checks';
import type { DesiredEndpointService } from '@vpcep/client/ensure';

/**
 * Reads a list of services from a JSON file: of each what it is created with, and its whitelist as `permissions`.
 *
 * @throws Error when the file cannot be read, or a service in it breaks a rule of the API: it says which, and all its rules.
 */
export async function readDesiredServices(file: string): Promise<DesiredEndpointService[]> {
  const services: unknown = JSON.parse(await readFile(file, 'utf8'));
  if (!Array.isArray(services)) throw new Error('must be a list of services');
  return services.map((service: unknown, index) => {
    try {
      return desiredService(service);
    } catch (error) {
      throw new Error(`service ${index + 1}: ${error instanceof Error ? error.message : String(error)}`, {
        cause: error,
      });
    }
  });
}

function desiredService(service: unknown): DesiredEndpointService {
  if (typeof service !== 'object' || service === null) throw new Error('must be an object');
  const { permissions, ...body }: { permissions?: unknown } = service;
  const args: unknown = { body };
  assertArguments('createEndpointService', args);
  const { service_name, ...others } = args.body;
  if (!service_name) throw new Error('service_name: must be there, for it tells which service is meant');
  if (permissions !== undefined && !isListOfTexts(permissions))
    throw new Error('permissions: must be a list of strings');
  return { service_name, ...others, permissions };
}

const isListOfTexts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((item) => typeof item === 'string');
