import type { Text } from './text.js';

/** What the formats of the document ask for, in words. A request with another format in the document fails to build. */
export const formatTexts = {
  uuid: {
    en: 'must be a UUID, such as 4189d3c2-8882-4871-a3c2-d380272eed88',
    'zh-CN': '必须是 UUID，例如 4189d3c2-8882-4871-a3c2-d380272eed88',
  },
  ipv4: { en: 'must be an IPv4 address, such as 192.168.0.232', 'zh-CN': '必须是 IPv4 地址，例如 192.168.0.232' },
} as const satisfies Readonly<Record<string, Text>>;
