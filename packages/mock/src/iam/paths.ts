/** The paths of IAM that the mock knows. */
export const iamPaths = { tokens: '/v3/auth/tokens', projects: '/v3/projects' } as const;
