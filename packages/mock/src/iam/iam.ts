import { type Answer, gatewayError } from '../answer.js';
import type { Authentication } from '../authentication/authenticate.js';
import type { FaultyOperation } from '../faults/matcher.js';
import { accountOf, idOf } from '../ids.js';
import type { ReceivedRequest } from '../request/received-request.js';
import { projects as exampleProjects } from '../scenarios/parts.js';
import { ControlError } from '../values/control-error.js';
import {
  checkTokenRequest,
  iamError,
  type Project,
  projectsAnswer,
  tokenAnswer,
  type TokenRequest,
} from './iam-bodies.js';
import { iamPaths } from './paths.js';

/** A request to IAM, whose body was read. */
export interface IamRequest {
  readonly request: ReceivedRequest;
  readonly query: URLSearchParams;
  /** What the URL has before the path. */
  readonly baseUrl: string;
  /** The body as JSON; undefined when there is none. */
  readonly body: unknown;
}

/** An operation of IAM. */
export interface IamOperation extends FaultyOperation {
  /** The answer to a request whose credentials are refused; `undefined` lets it in. */
  readonly authenticate: (request: ReceivedRequest, bytes: Uint8Array) => Answer | undefined;
  /** Works out what becomes of a request. Nothing has happened until the answer is asked for. */
  readonly prepare: (request: IamRequest) => PreparedAnswer;
}

/** An answer that is given once the request takes effect. */
export interface PreparedAnswer {
  /** The digest of the token that it issues, if it does. */
  readonly issues?: string;
  readonly answer: () => Answer;
}

/** The part of IAM that the first call of a client needs: a token for a password, and the project of a region. */
export interface Iam {
  readonly operations: readonly IamOperation[];
  /** The operation of a path; undefined when it is none of IAM's. */
  operationAt(path: string): IamOperation | undefined;
}

/**
 * Makes the mock's IAM. It has one project, that of the region, which the scenarios fill. As the mock takes any project, a
 * token may be for any other by its ID.
 */
export function createIam(region: string, authentication: Authentication): Iam {
  const own: Project = { id: exampleProjects.owner, name: region, domainId: accountOf(exampleProjects.owner) };

  const projectOf = ({ id, name }: { readonly id?: string; readonly name?: string }): Project | undefined => {
    if (id === own.id || name === own.name) return own;
    return id === undefined ? undefined : { id, name: id, domainId: own.domainId };
  };

  const prepared = (answer: Answer): PreparedAnswer => ({ answer: () => answer });

  function createToken({ body, query }: IamRequest): PreparedAnswer {
    let asked: TokenRequest;
    try {
      asked = checkTokenRequest(body);
    } catch (error) {
      if (!(error instanceof ControlError)) throw error;
      return prepared(iamError(400, 'Bad Request', `The request body is invalid: ${error.message}`));
    }
    const { identity, scope } = asked.auth;
    const { user } = identity.password;
    const project = scope !== undefined && 'project' in scope ? projectOf(scope.project) : undefined;
    if (scope !== undefined && 'project' in scope && project === undefined) {
      const message = `Could not find project: ${scope.project.name ?? ''}; the mock has ${own.name}.`;
      return prepared(iamError(404, 'Not Found', message));
    }
    const issued = authentication.createToken({ ...user, domain: user.domain.name });
    if (issued === undefined) return prepared(iamError(401, 'Unauthorized', 'The username or password is wrong.'));
    const domain = { id: own.domainId, name: user.domain.name };
    const { token, digest } = issued;
    return {
      issues: digest,
      answer: () =>
        tokenAnswer(
          { token, ...authentication.admitToken(digest) },
          { id: idOf('user', domain.name, user.name), name: user.name, domain },
          project,
          !query.get('nocatalog'),
        ),
    };
  }

  function listProjects({ request, query, baseUrl }: IamRequest): PreparedAnswer {
    const { authorization, 'x-auth-token': token } = request.headers;
    if (authorization === undefined && token === undefined) {
      return prepared(
        gatewayError(401, 'Send the header X-Auth-Token, or sign the request; the mock accepts any value.'),
      );
    }
    const name = query.get('name');
    return prepared(projectsAnswer(name === null || name === own.name ? [own] : [], baseUrl + iamPaths.projects));
  }

  const common = { isOfApi: false, creates: false, path: [] };
  const routes: Readonly<Record<string, IamOperation>> = {
    [iamPaths.tokens]: {
      ...common,
      name: 'KeystoneCreateUserTokenByPassword',
      method: 'POST',
      query: ['nocatalog'],
      authenticate: () => undefined,
      prepare: createToken,
    },
    [iamPaths.projects]: {
      ...common,
      name: 'KeystoneListProjects',
      method: 'GET',
      query: ['name'],
      authenticate: (request, bytes) => authentication.authenticateFor('KeystoneListProjects', request, bytes),
      prepare: listProjects,
    },
  };
  return {
    operations: Object.values(routes),
    operationAt: (path) => (Object.hasOwn(routes, path) ? routes[path] : undefined),
  };
}
