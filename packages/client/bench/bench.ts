import { cpus } from 'node:os';
import { bundleSize } from './bundle-size.js';
import { importTimes } from './import-time.js';
import { installedSize } from './installed-size.js';
import { markdownTable, ratio, short } from './markdown-table.js';
import { concurrencies, measureRequests } from './requests.js';
import { checkingCosts, type CheckingCost } from './type-checking.js';

/**
 * Measures the client beside Huawei's SDK, plain fetch and openapi-fetch, in one run, and prints tables. `--quick`
 * does everything once or twice, to see that it works; its numbers say nothing.
 */
const quick = process.argv.includes('--quick');

/** The registry has no package of the SDK for this service: the one for VPCs is the nearest, and its core the least. */
const sdkCore = '@huaweicloud/huaweicloud-sdk-core';
const sdkService = '@huaweicloud/huaweicloud-sdk-vpc';
const sdkCoreCode = [
  `export { BasicCredentials } from '${sdkCore}/auth/BasicCredentials.js'`,
  `export { ClientBuilder } from '${sdkCore}/ClientBuilder.js'`,
].join(';');

/** All operations, retries, signatures and waiters: what is left out is paging, the lookup of projects, and `http`. */
const coreAndMore = [
  'createVpcepCore',
  'accessKeySigning',
  'waitForEndpointService',
  'waitForEndpointServiceGone',
  'waitForEndpoint',
  'waitForEndpointGone',
  'waitForConnection',
].join();

const print = (title: string, table: string) => {
  console.log(`\n### ${title}\n\n${table}`);
};

async function printBundleSizes(): Promise<void> {
  // What the whole client is compared with comes first.
  const sizes = [
    ["Huawei's SDK, its core alone", await bundleSize(sdkCoreCode, 'node')],
    ["Huawei's SDK, its client for VPCs", await bundleSize(`export { VpcClient } from '${sdkService}'`, 'node')],
    ['@vpcep/client, all of it', await bundleSize("export * from '@vpcep/client'")],
    ['@vpcep/client, createVpcepClient', await bundleSize("export { createVpcepClient } from '@vpcep/client'")],
    ['@vpcep/client, createVpcepCore', await bundleSize("export { createVpcepCore } from '@vpcep/client'")],
    ['the same, with signatures and all waiters', await bundleSize(`export { ${coreAndMore} } from '@vpcep/client'`)],
    ['@vpcep/client/checks', await bundleSize("export * from '@vpcep/client/checks'")],
    ['@vpcep/client/error-catalogue', await bundleSize("export * from '@vpcep/client/error-catalogue'")],
    ['openapi-fetch', await bundleSize("export { default } from 'openapi-fetch'")],
  ] as const;
  const base = sizes[0][1];
  print(
    'Size of a bundle',
    markdownTable(
      ['', 'minified (kB)', 'and gzipped (kB)', 'gzipped, to the SDK’s core'],
      sizes.map(([name, { minified, gzipped }]) => [
        name,
        short(minified / 1000),
        short(gzipped / 1000),
        ratio(gzipped, base.gzipped),
      ]),
    ),
  );
}

function printImportTimes(): void {
  const modules = ['', `${sdkCore}/ClientBuilder.js`, sdkService, '@vpcep/client', 'openapi-fetch'];
  const [bare = 0, ...times] = importTimes(modules, quick ? 2 : 25);
  const names = ["Huawei's SDK, its core alone", "Huawei's SDK, its client for VPCs", '@vpcep/client', 'openapi-fetch'];
  const over = times.map((time) => time - bare);
  print(
    `Time to import, over the ${short(bare)} ms of Node alone`,
    markdownTable(
      ['', 'ms', 'to the SDK’s core'],
      over.map((time, index) => [names[index] ?? '', short(time), ratio(time, over[0] ?? 0)]),
    ),
  );
}

function printInstalledSizes(): void {
  const base = installedSize(sdkCore);
  const sizes = [
    ["Huawei's SDK, its core alone", base],
    ["Huawei's SDK, its client for VPCs", installedSize(sdkService)],
    ['@vpcep/client', installedSize('@vpcep/client')],
  ] as const;
  print(
    'Size on the disk, with dependencies',
    markdownTable(
      ['', 'MB', 'to the SDK’s core'],
      sizes.map(([name, bytes]) => [name, short(bytes / 1e6), ratio(bytes, base)]),
    ),
  );
}

async function printRequests(): Promise<void> {
  const costs = await measureRequests(quick ? 1 : 200, 200, quick ? 2000 : 100_000);
  print(
    'Processor time of a request, and what stays on the heap',
    markdownTable(
      [
        '',
        ...concurrencies.flatMap((concurrency) => [`µs, ${concurrency} at a time`, 'to fetch']),
        quick ? 'MB early' : 'MB after 10,000',
        quick ? 'MB late' : 'MB after 100,000',
      ],
      costs.map(({ name, cpu, ratio: toFetch, heap }) => [
        name,
        ...concurrencies.flatMap((concurrency) => [
          short(cpu[concurrency] ?? Number.NaN),
          (toFetch[concurrency] ?? Number.NaN).toFixed(2),
        ]),
        heap.early.toFixed(1),
        heap.late.toFixed(1),
      ]),
    ),
  );
}

function printTypeChecking(): void {
  const files = ['nothing/nothing.ts', 'sdk/five-methods.ts', 'client/five-methods.ts'];
  const [nothing, sdk, client] = checkingCosts(files, quick ? 1 : 7);
  if (nothing === undefined || sdk === undefined || client === undefined) throw new Error('a file was not checked');
  const figures = ['instantiations', 'check', 'total'] as const;
  const over = (cost: CheckingCost) => figures.map((figure) => cost[figure] - nothing[figure]);
  const base = over(sdk);
  print(
    'Checking the types of a file that uses five methods, over a file without any',
    markdownTable(
      ['', 'instantiations', 'to the SDK', 's of checking', 'to the SDK', 's in all', 'to the SDK'],
      [["Huawei's SDK, its client for VPCs", over(sdk)] as const, ['@vpcep/client', over(client)] as const].map(
        ([name, costs]) => [
          name,
          ...costs.flatMap((cost, index) => [short(cost), ratio(cost, base[index] ?? Number.NaN)]),
        ],
      ),
    ),
  );
}

const [processor] = cpus();
console.log(
  `${new Date().toISOString().slice(0, 10)}, Node ${process.version}, ${cpus().length} × ${processor?.model.trim() ?? ''}`,
);
await printBundleSizes();
printInstalledSizes();
printImportTimes();
printTypeChecking();
await printRequests();
