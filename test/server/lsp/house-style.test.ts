/** A house style as a team might write it from the documentation alone, in words that are none of ours, over a connection. */
import { expect, test } from 'vitest';
import type {
  CodeAction,
  CompletionItem,
  CompletionList,
  DocumentDiagnosticReport,
  Hover,
} from 'vscode-languageserver/node';
import type { OutlineNode, OutlineResult } from '../../../protocol/src/messages';
import type { NewDocumentKindsResult, NewDocumentResult } from '../../../protocol/src/new-document';
import type { PreviewResult } from '../../../protocol/src/preview';
import { toPlainText } from '../../../server/src/templates/expand-template';
import { pullClient, startClient, type TestClient } from '../../support/language-client';

const configuration = `language: [es]
words:
  rollback: { add: [Vuelta a la señal anterior] }
  verification: { add: [Comprobación en el aire] }
kinds:
  - name: protocolo de emisión
    files: ["protocolos/**/*.md", "!protocolos/indice.md"]
    title: "Protocolo: *"
    roles: { steps: on, verification: on, rollback: information, owner: on, review: on }
    sections:
      - { name: Señales en antena, required: true, also: [Qué ve la audiencia] }
      - { name: Maniobra, required: true, holds: [steps] }
      - { name: Comprobación en el aire, required: true, holds: [boxes] }
      - { name: Vuelta a la señal anterior, required: ifApplicable }
      - { name: Guardia, required: true }
      - { name: Turno de noche, level: 3, under: Guardia }
    order: fixed
    fields:
      - { name: Jefatura, required: true, sets: owner, values: { channel: true } }
      - { name: Revisado el, required: true, sets: reviewDate }
      - { name: Se revisa cada, sets: reviewInterval }
      - { name: Red, values: { allowed: [TDT, Satélite, Web] } }
  - name: parte
    files: partes
    titleFrom: fileName
    template: plantillas/parte.md
    sections:
      - { name: Qué pasó, required: true }
`;

const good = `# Protocolo: Negro en emisión

Jefatura: #continuidad
Revisado el: 2026-11-03
Red: TDT

## 1. Señales en antena

El monitor de retorno está en negro más de cinco segundos.

## 2. Maniobra

1. Conmute la matriz a la cadena B:

   \`\`\`sh
   matriz conmutar --cadena B
   \`\`\`

## 3. Comprobación en el aire

- [x] El retorno tiene imagen.
- [ ] El audio está a -23 LUFS.

## 4. Vuelta a la señal anterior

1. Vuelva a la cadena A cuando el informe sea limpio.

## 5. Guardia

Llame a #continuidad.
`;

const files = {
  '.runbook.yaml': configuration,
  'protocolos/negro.md': good,
  'protocolos/indice.md': '# Índice\n',
  'protocolos/vacio.md': '',
  'plantillas/parte.md': '# [Nombre del parte]\n\n## Qué pasó\n\n[Escriba lo que pasó]\n',
};

async function started(texts: Readonly<Record<string, string>> = files): Promise<TestClient> {
  return startClient(texts, { capabilities: pullClient });
}

async function findings(client: TestClient, path: string): Promise<DocumentDiagnosticReport> {
  return client.request('textDocument/diagnostic', { textDocument: { uri: client.uri(path) } });
}

async function rulesIn(client: TestClient, path: string): Promise<string[]> {
  const report = await findings(client, path);
  return report.kind === 'full' ? report.items.map(({ code }) => String(code)).sort() : [];
}

function itemsOf(answer: CompletionList | CompletionItem[]): readonly CompletionItem[] {
  return Array.isArray(answer) ? answer : answer.items;
}

test('a document as it should be has no findings; what it lacks is found and mended', async () => {
  const client = await started();
  expect(await rulesIn(client, 'protocolos/negro.md')).toEqual([]);
  const lacking = good
    .replace('Jefatura: #continuidad\n', '')
    .replace(/## 4\.[^]*?(?=## 5)/, '')
    .replace('Red: TDT', 'Red: Radio');
  await client.open('protocolos/negro.md', lacking);
  expect(await rulesIn(client, 'protocolos/negro.md')).toEqual([
    'invalid-field',
    'missing-field',
    'missing-section',
  ]);
  const textDocument = { uri: client.uri('protocolos/negro.md') };
  const range = { start: { line: 0, character: 0 }, end: { line: 1, character: 0 } };
  const actions = await client.request<CodeAction[]>('textDocument/codeAction', {
    textDocument,
    range,
    context: { diagnostics: [] },
  });
  const edits = JSON.stringify(actions.map(({ title, edit }) => [title, edit]));
  expect(edits).toContain('## Vuelta a la señal anterior');
  expect(edits).toContain('Jefatura: [#channel]');
});

test('tree, preview and hover say what is there', async () => {
  const client = await started();
  const textDocument = { uri: client.uri('protocolos/negro.md') };
  const outline = await client.request<OutlineResult>('runbook/outline', { textDocument });
  expect(outline.ownKind).toBe('protocolo de emisión');
  const rows = (nodes: readonly OutlineNode[]): string[] =>
    nodes.map(({ label, progress }) =>
      progress === undefined ? label : `${label} ${String(progress.done)}/${String(progress.total)}`,
    );
  expect(rows(outline.nodes)).toEqual([
    'Señales en antena',
    'Maniobra',
    'Comprobación en el aire 1/2',
    'Vuelta a la señal anterior',
    'Guardia',
  ]);
  expect(rows(outline.nodes[2]?.children ?? [])).toEqual([
    'El retorno tiene imagen.',
    'El audio está a -23 LUFS.',
  ]);
  const shown = await client.request<PreviewResult>('runbook/preview', { textDocument });
  expect(shown?.fields).toMatchObject([
    { names: [{ text: 'Jefatura' }, { text: 'Revisado el' }, { text: 'Red' }] },
  ]);
  expect(shown?.phases).toEqual([{ line: 18, done: 1, total: 2 }]);
  const hover = await client.request<Hover>('textDocument/hover', {
    textDocument,
    position: { line: 0, character: 5 },
  });
  expect(JSON.stringify(hover)).toContain('its title is like');
});

test('an empty file where the kind is expected is offered all of it', async () => {
  const client = await started();
  const textDocument = { uri: client.uri('protocolos/vacio.md') };
  const items = itemsOf(
    await client.request('textDocument/completion', { textDocument, position: { line: 0, character: 0 } }),
  );
  const first = items.toSorted((a, b) => ((a.sortText ?? '') < (b.sortText ?? '') ? -1 : 1))[0];
  expect(first?.label).toBe('protocolo de emisión');
  const text = toPlainText(first?.textEdit?.newText ?? '');
  expect(text).toBe(`# Protocolo: [Título del documento]

**Jefatura**: [#channel]
**Revisado el**: YYYY-MM-DD

## Señales en antena

[Describir aquí]

## Maniobra

1. [Primer paso]

## Comprobación en el aire

- [ ] [Qué comprobar]

## Vuelta a la señal anterior

[Describir aquí]

## Guardia

[Describir aquí]
`);
  await client.open('protocolos/vacio.md', text);
  const left = await rulesIn(client, 'protocolos/vacio.md');
  expect(left.filter((rule) => rule !== 'placeholder' && !rule.startsWith('empty-'))).toEqual([]);
});

test('names and values of its fields, and sections, are offered where they are missing', async () => {
  const client = await started();
  const labels = async (text: string): Promise<string[]> => {
    const at = text.indexOf('‸');
    await client.open('protocolos/negro.md', text.replace('‸', ''));
    const before = text.slice(0, at).split('\n');
    const items = itemsOf(
      await client.request('textDocument/completion', {
        textDocument: { uri: client.uri('protocolos/negro.md') },
        position: { line: before.length - 1, character: before.at(-1)?.length ?? 0 },
      }),
    );
    return items.map(({ label }) => label);
  };
  expect(await labels(good.replace('Red: TDT', '‸'))).toEqual(
    expect.arrayContaining(['Se revisa cada', 'Red']),
  );
  expect(await labels(good.replace('Red: TDT', 'Red: ‸'))).toEqual(['TDT', 'Satélite', 'Web']);
  expect(await labels(good.replace('## 5. Guardia', '## ‸'))).toEqual(['Guardia']);
});

test('New… lists the kinds of the workspace, and makes a document of one', async () => {
  const client = await started();
  const { kinds } = await client.request<NewDocumentKindsResult>('runbook/newDocumentKinds', {});
  expect(kinds).toEqual([
    { name: 'protocolo de emisión', detail: 'protocolos/**/*.md' },
    { name: 'parte', detail: '**/partes' },
  ]);
  const ask = (ownKind: string, answers: object, folder?: string): Promise<NewDocumentResult> =>
    client.request('runbook/newDocument', {
      kind: 'house',
      ownKind,
      answers,
      ...(folder === undefined ? {} : { folder: client.uri(folder) }),
    });
  expect((await ask('parte', {})).question).toMatchObject({ name: 'title', form: 'line' });
  const made = (await ask('protocolo de emisión', { title: 'Audio mudo' })).document;
  expect(made?.path).toBe('protocolos/audio-mudo.md');
  expect(toPlainText(made?.text ?? '')).toMatch(/^# Protocolo: Audio mudo\n\n\*\*Jefatura\*\*: /);
  const report = (await ask('parte', { title: 'Corte del 3' })).document;
  expect(report?.path).toBe('partes/corte-del-3.md');
  expect(toPlainText(report?.text ?? '')).toBe('# corte-del-3\n\n## Qué pasó\n\n[Escriba lo que pasó]\n');
  // where nothing else says that it is one, it says so itself
  const elsewhere = (await ask('parte', { title: 'Otro' }, 'notas')).document;
  expect(elsewhere?.path).toBe('notas/Otro.md');
  expect(toPlainText(elsewhere?.text ?? '')).toMatch(/^---\nrunbook: parte\n---\n\n# Otro\n/);
});

test('slots in any letters are walked through', async () => {
  const client = await started({
    '.runbook.yaml':
      'kinds: [{ name: 경보, files: alerts, sections: [{ name: 의미, required: true }], fields: [{ name: 담당 팀, required: true }, { name: Área, required: true }] }]\n',
  });
  const { document } = await client.request<NewDocumentResult>('runbook/newDocument', {
    kind: 'house',
    ownKind: '경보',
    answers: { title: '디스크 가득 참' },
  });
  expect(document?.path).toBe('alerts/디스크-가득-참.md');
  expect(document?.text).toContain('**담당 팀**: ${1:[담당 팀]}\n**Área**: ${2:[Área]}\n');
  const text = toPlainText(document?.text ?? '');
  await client.open('alerts/디스크-가득-참.md', text);
  expect(
    (await rulesIn(client, 'alerts/디스크-가득-참.md')).filter((rule) => rule !== 'placeholder'),
  ).toEqual([]);
});
