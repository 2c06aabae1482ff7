import { distance } from 'fastest-levenshtein';
import type { Language } from '../language/languages.js';

/** What can be wrong with `config.json`, in the reader's language: nothing else is loaded yet that could say it. */
const words = {
  en: {
    status: (status: string) => `config.json: the host answered with status ${status}. Let it serve the file.`,
    noJson: (mistake: string) => `config.json is not JSON: ${mistake}. Correct the file.`,
    page: () => 'config.json: the host sent a web page in its place. Put the file beside index.html.',
    unknown: (member: string) => `config.json: there is no member "${member}". Take it out.`,
    misspelt: (member: string, meant: string) =>
      `config.json: there is no member "${member}". Did you mean "${meant}"?`,
    wrong: (member: string, rule: string) => `config.json: ${member}: ${rule}`,
  },
  'zh-CN': {
    status: (status: string) => `config.json：主机返回状态码 ${status}。请让主机提供该文件。`,
    noJson: (mistake: string) => `config.json 不是有效的 JSON：${mistake}。请修改该文件。`,
    page: () => 'config.json：主机返回的是网页。请将该文件放在 index.html 旁边。',
    unknown: (member: string) => `config.json：没有成员“${member}”。请将其删除。`,
    misspelt: (member: string, meant: string) => `config.json：没有成员“${member}”。是否应为“${meant}”？`,
    wrong: (member: string, rule: string) => `config.json：${member}：${rule}`,
  },
} satisfies Record<Language, unknown>;

/** What is said in a language. */
export const configurationWords = (language: Language) => words[language];

/** The name that was most likely meant; undefined when none is near. */
export function nearestName(given: string, names: readonly string[]): string | undefined {
  const [nearest] = names
    .map((name) => ({ name, far: distance(given.toLowerCase(), name.toLowerCase()) }))
    .filter(({ name, far }) => far <= Math.max(1, name.length / 3))
    .sort((a, b) => a.far - b.far);
  return nearest?.name;
}
