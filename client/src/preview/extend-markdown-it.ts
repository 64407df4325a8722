/**
 * The plugin for the markdown-it of VS Code's built-in preview. It changes what is rendered, not what is parsed: only the
 * renderer is told which document it is about, and parsed tokens serve other features of the editor too.
 */
import type MarkdownIt from 'markdown-it';
import { Uri } from 'vscode';
import type { PreviewContents } from '../../../protocol/src/preview.js';
import { decorator } from './decorate.js';
import type { PreviewWords } from './preview-words.js';

/** @param contentsOf What is known of a document by its URI; undefined where it is to be rendered as it is. */
export function extendMarkdownIt(
  md: MarkdownIt,
  words: PreviewWords,
  contentsOf: (uri: string) => PreviewContents | undefined,
): MarkdownIt {
  const decorate = decorator(md, words);
  const render = md.renderer.render.bind(md.renderer);
  md.renderer.render = (tokens, options, env: unknown) => {
    const uri = documentOf(env);
    const contents = uri === undefined ? undefined : contentsOf(uri);
    const shown = uri === undefined || contents === undefined ? tokens : decorate(tokens, { uri, contents });
    return render(shown, options, env);
  };
  return md;
}

/** The document that the editor renders, by its URI; undefined for a text of no document. */
function documentOf(env: unknown): string | undefined {
  const document: unknown =
    typeof env === 'object' && env !== null ? Reflect.get(env, 'currentDocument') : undefined;
  return document instanceof Uri ? document.toString() : undefined;
}
