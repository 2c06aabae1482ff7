import { describe, expect, test } from 'vitest';
import { addressOf, htmlOf, pageFiles, readDist } from './dist.js';
import { englishProse, textsIn } from './english-prose.js';

describe.each(pageFiles)('%s', (file) => {
  test('says what may run, and holds nothing else that would', () => {
    const html = readDist(file);
    expect(html).toMatch(
      /<meta http-equiv="Content-Security-Policy" content="default-src &#x27;none&#x27;; script-src /,
    );
    expect(html).not.toMatch(/unsafe-inline|unsafe-eval/);
    expect(html).not.toMatch(/<[^>]+ (on[a-z]+|style)="/);
  });

  if (!file.includes('zh-CN')) return;
  test('has no English prose', () => {
    const texts = textsIn(htmlOf(addressOf(file)).body);
    expect(texts.length).toBeGreaterThan(20);
    expect(englishProse(texts)).toEqual([]);
  });
});
