import { mockAddress } from './mock-address.js';

/** What the samples call, and how they call the cloud instead: a section of the document's introduction. */
export const introduction = {
  en: `
## Code samples
The samples beside each operation run as they stand: they call the mock server at \`${mockAddress}\`, and the
resources that are in it from the start. [Get the packages](guides/install/), and \`npx @vpcep/mock --scenario small-team\`
starts it. What the samples have changed is undone by \`curl -X POST ${mockAddress}/_mock/reset\`.

To call the cloud, use IDs of your own, and
- with curl, the address of your region in place of \`${mockAddress}\`, and a token in the environment
  variable \`VPCEP_TOKEN\`;
- with TypeScript, \`region\` in place of \`baseUrl\`, and a token or an access key in \`credentials\`;
- with Python, Go, Java and HTTPie, the address of your region, and a token in place of \`any\`.

Python needs Requests (\`pip install requests\`). Java needs the JDK 17 or later and nothing else: save the sample as
\`Sample.java\`, and run \`java Sample.java\`.
`,
  'zh-CN': `
## 代码示例
每个接口旁的示例无需修改即可运行：它们调用地址为 \`${mockAddress}\` 的模拟服务器，操作其中预置的资源。请先[获取软件包](guides/install/)，再用 \`npx @vpcep/mock --scenario small-team\` 启动该服务器。如需撤销示例所做的修改，请执行 \`curl -X POST ${mockAddress}/_mock/reset\`。

调用云上接口时，请换成自己的 ID，并且：
- curl：将 \`${mockAddress}\` 换成所在区域的地址，并将 Token 放入环境变量 \`VPCEP_TOKEN\`；
- TypeScript：用 \`region\` 代替 \`baseUrl\`，并在 \`credentials\` 中提供 Token 或访问密钥；
- Python、Go、Java 和 HTTPie：换成所在区域的地址，并用 Token 替换 \`any\`。

Python 示例需要 Requests（\`pip install requests\`）。Java 示例只需要 JDK 17 或更高版本：将示例保存为 \`Sample.java\`，然后执行 \`java Sample.java\`。
`,
};
