/**
 * The templates of whole documents in an empty Markdown file, as long as nothing has started the language server, which
 * knows the next ids too. They are the snippets of the package.
 */
import {
  CompletionItem,
  CompletionItemKind,
  type Disposable,
  Range,
  SnippetString,
  Uri,
  languages,
  workspace,
  type ExtensionContext,
} from 'vscode';

/** A snippet that begins a document. */
interface FirstTemplate {
  readonly title: string;
  readonly label: string;
  readonly description: string;
  readonly body: string;
}

/** Offers the templates until it is disposed of. */
export function offerFirstTemplates({ extensionUri }: ExtensionContext): Disposable {
  const file = Uri.joinPath(extensionUri, 'snippets', 'runbook.json');
  let reading: Promise<readonly FirstTemplate[]> | undefined;
  return languages.registerCompletionItemProvider('markdown', {
    provideCompletionItems: async (document, position) => {
      const typed = document.lineAt(position).text;
      if (document.lineCount > 100 || !/^[\w-]*$/.test(typed) || document.getText().trim() !== typed)
        return [];
      const range = new Range(position.with(undefined, 0), position.with(undefined, typed.length));
      reading ??= readTemplates(file);
      return (await reading).map((template, index) => toItem(template, index, range));
    },
  });
}

function toItem(
  { title, label, description, body }: FirstTemplate,
  index: number,
  range: Range,
): CompletionItem {
  // a description is in every row, a detail only in the one that is focused
  const item = new CompletionItem({ label, description: title }, CompletionItemKind.Snippet);
  item.documentation = description;
  item.insertText = new SnippetString(body);
  item.range = range;
  // before all that others offer in an empty file
  item.sortText = `a${String(index)}`;
  return item;
}

async function readTemplates(file: Uri): Promise<readonly FirstTemplate[]> {
  const snippets: unknown = JSON.parse(new TextDecoder().decode(await workspace.fs.readFile(file)));
  if (typeof snippets !== 'object' || snippets === null) return [];
  return Object.entries(snippets).flatMap(([title, snippet]: [string, unknown]) => {
    const { label, description, body } = fieldsOf(snippet);
    return typeof label === 'string' && Array.isArray(body)
      ? [{ title, label, description: String(description), body: body.join('\n') }]
      : [];
  });
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
