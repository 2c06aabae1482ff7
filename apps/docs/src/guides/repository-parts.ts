import type { Language } from '../site/languages.js';
import { repository } from '../site/repository.js';
import type { GuideText } from './guides.js';

/** What guides say of the repository, and what they say where it has no address. */
interface RepositoryTexts {
  /** Where the packages are built. */
  sources: string;
  /** Where a report goes. */
  sendReport: string;
}

const withAddress = (address: string): Record<Language, RepositoryTexts> => ({
  en: {
    sources: `a clone of [the repository](${address})`,
    sendReport: `Open [an issue](${address}/issues/new/choose) with the form "The API has changed", and paste the report from its first line to its last. Nothing is sent by itself.`,
  },
  'zh-CN': {
    sources: `[代码仓库](${address})的克隆`,
    sendReport: `使用名为 \`The API has changed\` 的表单[新建 issue](${address}/issues/new/choose)，并完整粘贴报告。工具不会自行发送任何内容。`,
  },
});

const withoutAddress: Record<Language, RepositoryTexts> = {
  en: {
    sources: 'a copy of their sources, which you can ask the publisher of these pages for',
    sendReport: 'Give it to the publisher of these pages, from its first line to its last. Nothing is sent by itself.',
  },
  'zh-CN': {
    sources: '源代码目录（可向本站的发布者索取）',
    sendReport: '请将报告完整地交给本站的发布者。工具不会自行发送任何内容。',
  },
};

/** What guides say of the repository at an address, or of none. */
export const repositoryTexts = (address: string | undefined): Record<Language, RepositoryTexts> =>
  address === undefined ? withoutAddress : withAddress(address);

const texts = repositoryTexts(repository);

export const sources = ({ language }: GuideText): string => texts[language].sources;
export const sendReport = ({ language }: GuideText): string => texts[language].sendReport;
