/*
 * What Identity and Access Management (IAM) takes and answers, as far as clients of this API need it. Its shapes stand in no
 * document of this repository; they are those of its API reference (2025-12): KeystoneCreateUserTokenByPassword, POST
 * /v3/auth/tokens, https://support.huaweicloud.com/intl/en-us/api-iam/iam_30_0001.html, and KeystoneListProjects, GET
 * /v3/projects, https://support.huaweicloud.com/intl/en-us/api-iam/iam_06_0001.html.
 */

import type { Answer } from '../answer.js';
import type { NewToken, TokenTimes } from '../authentication/issued-tokens.js';
import type { JsonSchema } from '../validators/compile-schema.js';
import { createCheck } from '../values/value-check.js';

/** A user, a project or an account, by name or ID. */
interface Named {
  readonly id?: string;
  readonly name?: string;
}

/** The body of KeystoneCreateUserTokenByPassword. */
export interface TokenRequest {
  readonly auth: {
    readonly identity: {
      readonly methods: readonly ['password'];
      readonly password: {
        readonly user: {
          readonly name: string;
          readonly password: string;
          readonly domain: { readonly name: string };
        };
      };
    };
    readonly scope?: { readonly project: Named } | { readonly domain: Named };
  };
}

const text = { type: 'string', minLength: 1 };
const object = (properties: Readonly<Record<string, JsonSchema>>, required: readonly string[]) => ({
  type: 'object',
  properties,
  required,
});
const named = { ...object({ id: text, name: text }, []), anyOf: [{ required: ['id'] }, { required: ['name'] }] };

/** Checks the body of a request for a token. */
export const checkTokenRequest = createCheck<TokenRequest>(
  object(
    {
      auth: object(
        {
          identity: object(
            {
              methods: { type: 'array', minItems: 1, maxItems: 1, items: { enum: ['password'] } },
              password: object(
                {
                  user: object({ name: text, password: text, domain: object({ name: text }, ['name']) }, [
                    'name',
                    'password',
                    'domain',
                  ]),
                },
                ['user'],
              ),
            },
            ['methods', 'password'],
          ),
          scope: { ...object({ project: named, domain: named }, []), minProperties: 1, maxProperties: 1 },
        },
        ['identity'],
      ),
    },
    ['auth'],
  ),
);

/** A project of an account. */
export interface Project {
  readonly id: string;
  readonly name: string;
  readonly domainId: string;
}

/** What IAM answers to a request that it refuses. */
export const iamError = (code: number, title: string, message: string): Answer => ({
  status: code,
  body: { error: { code, message, title } },
});

/** A time as IAM writes it: UTC, in microseconds. */
const microseconds = (time: number) => new Date(time).toISOString().replace('Z', '000Z');

/** The answer to a request for a token. */
export function tokenAnswer(
  { token, issuedAt, expiresAt }: Pick<NewToken, 'token'> & TokenTimes,
  user: { readonly id: string; readonly name: string; readonly domain: Required<Named> },
  project: Project | undefined,
  hasCatalog: boolean,
): Answer {
  const { domain } = user;
  return {
    status: 201,
    headers: { 'X-Subject-Token': token },
    body: {
      token: {
        methods: ['password'],
        issued_at: microseconds(issuedAt),
        expires_at: microseconds(expiresAt),
        user: { id: user.id, name: user.name, domain, password_expires_at: '' },
        roles: [{ id: '0', name: 'te_admin' }],
        ...(hasCatalog && { catalog: [] }),
        ...(project === undefined ? { domain } : { project: { id: project.id, name: project.name, domain } }),
      },
    },
  };
}

/** The answer to a request for projects. */
export const projectsAnswer = (projects: readonly Project[], url: string): Answer => ({
  status: 200,
  body: {
    links: { self: url, previous: null, next: null },
    projects: projects.map(({ id, name, domainId }) => ({
      id,
      name,
      domain_id: domainId,
      parent_id: domainId,
      is_domain: false,
      enabled: true,
      description: '',
      links: { self: `${url}/${id}` },
    })),
  },
});
