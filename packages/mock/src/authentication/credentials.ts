import { MockStartError } from '../mock-start-error.js';
import { satisfying } from '../values/schema-words.js';
import { ControlError } from '../values/control-error.js';
import { createCheck } from '../values/value-check.js';

/** An access key that the mock knows. */
export interface KnownAccessKey {
  accessKeyId: string;
  secretAccessKey: string;
  /** What a temporary access key comes with; requests signed with it have to send it in `X-Security-Token`. */
  securityToken?: string;
}

/** A user whose password the mock's IAM knows. */
export interface KnownUser {
  /** The account that the user belongs to. */
  domain: string;
  name: string;
  password: string;
}

/** The credentials that are accepted when credentials are verified. */
export interface KnownCredentials {
  accessKeys?: readonly KnownAccessKey[];
  /** The tokens that are accepted in `X-Auth-Token`. */
  tokens?: readonly string[];
  /** The users who get a token for their password. */
  users?: readonly KnownUser[];
}

/** The credentials that are known when none are given. They are public, and open nothing but a mock. */
export const demoCredentials = {
  accessKeys: [{ accessKeyId: 'VPCEP-MOCK-KEY', secretAccessKey: 'secret-of-the-mock-that-everybody-knows' }],
  tokens: ['token-of-the-mock-that-everybody-knows'],
  users: [{ domain: 'vpcep-mock', name: 'vpcep-user', password: 'password-of-the-mock-that-everybody-knows' }],
} as const satisfies KnownCredentials;

const check = createCheck<KnownCredentials>({
  type: 'object',
  additionalProperties: false,
  minProperties: 1,
  properties: {
    accessKeys: {
      type: 'array',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['accessKeyId', 'secretAccessKey'],
        properties: {
          accessKeyId: satisfying('accessKeyId'),
          secretAccessKey: { type: 'string', minLength: 1 },
          securityToken: satisfying('headerValue'),
        },
      },
    },
    tokens: { type: 'array', items: satisfying('headerValue') },
    users: {
      type: 'array',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['domain', 'name', 'password'],
        properties: {
          domain: { type: 'string', minLength: 1 },
          name: { type: 'string', minLength: 1 },
          password: { type: 'string', minLength: 1 },
        },
      },
    },
  },
});

/**
 * Checks known credentials, which are called `name` in messages. No message shows a value.
 *
 * @throws MockStartError when they are not valid.
 */
export function checkCredentials(value: unknown, name: string): KnownCredentials {
  let known: KnownCredentials;
  try {
    known = check(value);
  } catch (error) {
    if (!(error instanceof ControlError)) throw error;
    throw new MockStartError(`${name}: ${error.message.replaceAll('body', 'credentials')}`, { cause: error });
  }
  const ids = (known.accessKeys ?? []).map((key) => key.accessKeyId);
  const repeated = ids.find((id, index) => ids.indexOf(id) !== index);
  if (repeated !== undefined) {
    throw new MockStartError(`${name}: credentials.accessKeys has ${repeated} more than once; give each key once.`);
  }
  return known;
}
