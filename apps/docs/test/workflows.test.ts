import { documents, workflows } from '@vpcep/openapi/documents';
import { expect, test } from 'vitest';
import { readableCondition, readValue } from '../src/workflows/expressions.js';
import { linesOf } from '../src/workflows/lines.js';
import { workflowPages } from '../src/workflows/workflow-page.js';
import { htmlOf } from './dist.js';
import { bare } from './document-texts.js';
import { namedAsInDocument } from './named-calls.js';
import { openSite } from './site.js';

const textOf = (element: Element | null | undefined) => (element?.textContent ?? '').replace(/\s+/g, ' ').trim();
const plain = (markdown: string) => markdown.replaceAll('`', '').replace(/\s+/g, ' ').trim();

const pages = (['en', 'zh-CN'] as const).flatMap((language) =>
  workflowPages(language).map((page) => ({ language, folder: language === 'en' ? '' : 'zh-CN/', ...page })),
);

test.each(['', 'zh-CN/'])('the list in /%sworkflows/ leads to each by its title, and says what it is for', (folder) => {
  const own = pages.filter((page) => page.folder === folder);
  const items = [...htmlOf(`${folder}workflows/`).querySelectorAll('main li')];
  expect(items.map((item) => item.querySelector('a')?.getAttribute('href'))).toEqual(
    own.map(({ address }) => `../${address}`),
  );
  expect(items.map(textOf)).toEqual(own.map(({ title, summary }) => `${title}${summary}`));
});

test('those that others begin with come first', () => {
  const order = Object.keys(workflows.en);
  for (const [workflowId, { steps }] of Object.entries(workflows.en)) {
    for (const { workflowId: within } of Object.values(steps)) {
      if (within !== undefined) expect(order.indexOf(within)).toBeLessThan(order.indexOf(workflowId));
    }
  }
});

test.each(pages)('$folder$address has every text of the workflow', ({ language, folder, workflowId, address }) => {
  const workflow = workflows[language][workflowId];
  const page = namedAsInDocument(folder + address, documents[language]);
  const shown = bare(page.querySelector('main')?.textContent ?? '');
  const { info, summary, description, inputs, steps } = workflow ?? { info: undefined };
  const texts = [info?.title, summary, description];
  for (const input of Object.values(inputs?.properties ?? {})) texts.push(input.description);
  for (const step of Object.values(steps ?? {})) texts.push(step.description.replace(/[.。]\n?$/, ''));
  for (const text of texts) expect(shown).toContain(bare(plain(text ?? 'nothing')));
});

test.each(pages)('$folder$address leads from its steps to the calls, and into trying them', (page) => {
  const { language, folder, workflowId, address } = page;
  const sections = [...htmlOf(folder + address).querySelectorAll('.workflow-step')];
  const steps = Object.entries(workflows[language][workflowId]?.steps ?? {});
  expect(sections.map((section) => section.querySelector('h3')?.id)).toEqual(steps.map(([id]) => `step-${id}`));
  for (const [index, [, step]] of steps.entries()) {
    const links = [...(sections[index]?.querySelectorAll('a') ?? [])].map((link) => link.getAttribute('href'));
    if (step.operationId === undefined) expect(links).toContain(`../../workflows/${step.workflowId ?? ''}/`);
    else {
      expect(links).toContain(`../../operations/${step.operationId}/`);
      expect(links).toContain(`../../operations/${step.operationId}/#try`);
    }
  }
});

test('a step says what it takes and from where, when it has succeeded or is tried again, and what it hands on', () => {
  const [, second, third] = htmlOf('workflows/connect-endpoint/').querySelectorAll('.workflow-step');
  const rows = (section: Element | undefined) =>
    [...(section?.querySelectorAll('dl > div') ?? [])].map((row) => [...row.children].map(textOf).join(': '));
  expect(rows(second)).toEqual([
    'Called by: Owner of the service',
    'Takes: project_id = ownerProjectvpc_endpoint_service_id = serviceId of step 1action = "receive"endpoints[0] = endpointId of step 1',
    'Succeeds when: status == 200',
  ]);
  expect(rows(third).slice(2)).toEqual([
    "Succeeds when: status == 200 and body.status == 'accepted'",
    "Tried again every 3 s, at most 200 times, while: body.status == 'pendingAcceptance' or body.status == 'creating'",
    'Hands on status: body.status',
  ]);
  const [first] = htmlOf('workflows/request-connection/').querySelectorAll('.workflow-step');
  expect(rows(first)).toContain('Hands on serviceId: to step 2, step 3, step 5');
});

test('the picture says in words who does what', () => {
  const picture = htmlOf('workflows/connect-endpoint/').querySelector('.workflow-picture');
  const [title, description] = ['title', 'desc'].map((name) => picture?.querySelector(name));
  expect(picture?.getAttribute('aria-labelledby')).toBe(`${title?.id ?? ''} ${description?.id ?? ''}`);
  expect(textOf(title)).toBe('The steps, and who takes them');
  expect(textOf(description)).toContain('2. Owner of the service: Accept the connection, as the owner.');
  expect(textOf(description)).toContain('3. Consumer: Read the endpoint until it is accepted.');
  const chinese = htmlOf('zh-CN/workflows/connect-endpoint/').querySelector('.workflow-picture desc');
  expect(textOf(chinese)).toContain('2. 服务的所有者：以所有者的身份接受连接。');
});

test('the words of every picture stay within their boxes, and the picture within a phone', async () => {
  const site = await openSite();
  const { page } = await site.open({ viewport: { width: 360, height: 740 } });
  for (const { folder, address } of pages) {
    await page.goto(site.address + folder + address);
    const outside = await page.evaluate(() => {
      const boxes = [...document.querySelectorAll('.workflow-picture rect.step')];
      const lines = [...document.querySelectorAll('.workflow-picture tspan')];
      return lines
        .filter((line) => {
          const words = line.getBoundingClientRect();
          return !boxes.some((each) => {
            const box = each.getBoundingClientRect();
            return (
              words.left >= box.left && words.right <= box.right && words.top >= box.top && words.bottom <= box.bottom
            );
          });
        })
        .map((line) => line.textContent);
    });
    expect(outside, address).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth), address).toBe(360);
  }
  await site.close();
});

test('lines of a picture break between words, and within Chinese but before its marks', () => {
  expect(linesOf('Read the endpoint until it is gone', 100)).toEqual(['Read the', 'endpoint until', 'it is gone']);
  expect(linesOf('查询终端节点，直到其不存在', 80)).toEqual(['查询终端节点，', '直到其不存在']);
});

test('what a page has no words for stops the build', () => {
  expect(readValue('$inputs.portId')).toEqual({ input: 'portId' });
  expect(() => readValue('$response.header.Location')).toThrow('$response.header.Location');
  expect(readableCondition('$response.body#/resources/0/id == $steps.connect.outputs.serviceId')).toBe(
    'body.resources[0].id == serviceId',
  );
});
