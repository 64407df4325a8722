/**
 * The workspace whose cost is counted, the same in every run: services of the bench with their runbooks and notes, a long
 * runbook, documentation as it stands in other repositories, and alert files. Knows nothing of what is counted.
 */
import { documentsOf } from '../../../bench/workspace/documents.mjs';
import { longRunbook } from '../../../bench/workspace/long-documents.mjs';
import { planWorkspace, type Plan } from '../../../bench/workspace/plan.mjs';

/** The documents that the steps change. */
export const longPath = 'SoT.LONG.md';
export const alertPath = 'monitoring/api.rules.yaml';
/** Holds documentation only, some of which names something of ours. */
export const foreignFolder = 'vendor/docs';
/** A document of it that does not. */
export const notePath = `${foreignFolder}/page-03.md`;

/** Defines identifiers that other documents name. */
export const namedPath = 'SoT.INCIDENTS.md';
export const namedId = 'RUN-001';

const sharedFiles = 2;
const filesOfService = 10;
const services = 2;
const foreignFiles = 16;

/** A document that is opened besides, and is no file: nothing but a key in it costs what its length does. */
export const longestPath = 'SoT.LONGEST.md';
const longestLines = 5000;

/** Texts by path. */
export function costWorkspace(): ReadonlyMap<string, string> {
  const plan = costPlan();
  const files = new Map(Array.from(documentsOf(plan), ({ path, text }) => [path, text]));
  files.set(longPath, longRunbook(plan, longPath, 600));
  for (let number = 0; number < foreignFiles; number++)
    files.set(`${foreignFolder}/page-${String(number).padStart(2, '0')}.md`, foreignText(number));
  files.set(alertPath, alertText(files));
  files.set('deploy/values.yaml', 'replicas: 3\nimage: api\n');
  return files;
}

/** The text of the document at {@link longestPath}. */
export function longestText(): string {
  return longRunbook(costPlan(), longestPath, longestLines);
}

function costPlan(): Plan {
  return planWorkspace(sharedFiles + services * filesOfService);
}

/**
 * Documentation of a library, with what generated text lacks: raw HTML, lists in quotes, headings of two lines, references,
 * tables in items. One in two links to another file, one in four names an identifier of ours, so that these have to be read.
 */
function foreignText(number: number): string {
  const sections = Array.from({ length: 2 }, (_, index) => foreignSection(number + index * foreignFiles));
  const mention = number % 4 === 0 ? `\nFound while working on ${namedId}.\n` : '';
  return `<h1 align="center">
  <img src="logo-${number}.png" alt="logo"><br>
</h1>

Library ${number}
=========

[![build][badge]][ci] ![size](https://img.example/size-${number}.svg)
${mention}
${sections.join('\n')}
[badge]: https://img.example/build-${number}.svg
[ci]: https://ci.example/${number} "builds"
`;
}

function foreignSection(number: number): string {
  return `## \`call${number}(options)\` <a name="call-${number}"></a>

Options are passed _as they are_, see ${number % 2 === 0 ? `[the guide](guide-${number % 7}.md#options)` : 'the guide'}, <https://docs.example/${number}> and note[^${number}].

> **Note**
> - the first, which is
>   continued
> lazily
>
> 1. another
>    * deeper

- item

      indented ${number}

  | Option | Default |
  |--------|:-------:|
  | \`a|b\` | ${number} |

<details>
<summary>More</summary>

Text *with ~~many~~ __marks__*.
</details>

\`\`\`js
call${number}({ retries: ${number} });
\`\`\`

[^${number}]: Said
    over two lines.
`;
}

/** One alert for each service, which leads to the runbook that has a file of its own. */
function alertText(files: ReadonlyMap<string, string>): string {
  const runbooks = [...files.keys()].filter((path) => path.includes('/runbooks/'));
  const rules = runbooks.map(
    (path, index) => `      - alert: ServiceDown${index}
        expr: up{service="${index}"} == 0
        for: 5m
        labels:
          severity: page
        annotations:
          summary: Service ${index} is down
          runbook_url: https://git.example/ops/blob/main/${path}
`,
  );
  return `groups:\n  - name: services\n    rules:\n${rules.join('')}`;
}
