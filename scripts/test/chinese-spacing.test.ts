import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../clone.js';

const missing = {
  'letters.yaml': 'zh-CN: 请填写有效的端口ID。\n',
  'digits.yaml': 'zh-CN: 状态码为504时\n',
  'code.md': '使用`listEndpoints`查询。\n',
  'template.ts': 'export const text = `使用 \\`id\\`查询。`;\n',
  'percentage.ts': "export const text = '概率 30%时';\n",
};
const right = {
  'spaced.md': '使用 `listEndpoints`，共 10 条（见说明 15）。**约束**：ID 为 UUID。\n',
  'filled-in.ts': 'export const text = (name: string) => `已删除 ${name}。\\n请重试`;\n',
};

test('a space that is missing beside letters, digits and code is found, and nothing else', () => {
  const folder = mkdtempSync(join(tmpdir(), 'vpcep-spacing-'));
  try {
    const files = Object.entries({ ...missing, ...right }).map(([name, text]) => {
      writeFileSync(join(folder, name), text);
      return join(folder, name);
    });
    const lint = (...named: string[]) =>
      spawnSync(process.execPath, ['--import', 'tsx', 'scripts/chinese-spacing.ts', ...named], {
        cwd: root,
        encoding: 'utf8',
      });
    const { stderr, status } = lint(...files);
    const found = new Set(
      stderr
        .split('\n')
        .filter(Boolean)
        .map((line) => line.slice(folder.length + 1).split(':')[0]),
    );
    expect([...found]).toEqual(Object.keys(missing));
    expect(status).toBe(1);
    expect(lint(...files.slice(Object.keys(missing).length))).toMatchObject({ status: 0, stderr: '' });
  } finally {
    rmSync(folder, { recursive: true });
  }
});
