import getReleasePlan from '@changesets/get-release-plan';

/** A change that users will notice, as one file in `.changeset/` tells it. */
export interface Change {
  /** The name of the file. */
  id: string;
  packages: string[];
  english: string;
  /** Only the document's changelog is in Chinese, too. */
  chinese: string | undefined;
}

/** What the next version will be, and what will be said of it. */
export interface Plan {
  /** The version that a package will have; undefined when it stays as it is. */
  versionOf(name: string): string | undefined;
  changes: Change[];
}

/** Reads the changesets of a repository. The Chinese text of a change begins with `zh-CN:`, in a paragraph of its own. */
export async function readPlan(root: string): Promise<Plan> {
  const { changesets, releases } = await getReleasePlan(root);
  return {
    versionOf: (name) => releases.find((release) => release.name === name)?.newVersion,
    changes: changesets.map(({ id, summary, releases: touched }) => {
      const [english = '', chinese] = summary.split(/^zh-CN:/m).map((text) => text.trim());
      return { id, packages: touched.map(({ name }) => name), english, chinese };
    }),
  };
}

/** The changes of the document that lack a text in one of its two languages, by the names of their files. */
export const untold = ({ changes }: Plan): string[] =>
  changes
    .filter(({ packages, english, chinese }) => packages.includes('@vpcep/openapi') && !(english && chinese))
    .map(({ id }) => `.changeset/${id}.md`);
