/** Questions about `.runbook.yaml` while it is written: it is no document of the service. */
import type { Position } from 'vscode-languageserver';
import { LineIndex } from '../../text/line-index';
import { isConfiguration } from '../configuration-diagnostics';
import { documentOf, type RequestContext } from './request-context';

/** A place in a configuration file. */
interface ConfigurationPlace {
  readonly uri: string;
  readonly request: {
    readonly text: string;
    readonly offset: number;
    readonly rulePages: string | undefined;
  };
}

/** The place that a request is about; null where its document is no configuration file. */
export function configurationAt(
  context: Pick<RequestContext, 'uris' | 'configurations' | 'support'>,
  params: { readonly textDocument: { readonly uri: string }; readonly position: Position },
): ConfigurationPlace | null {
  if (!isConfiguration(params.textDocument)) return null;
  const uri = documentOf(context, params);
  const { text } = context.configurations().get(uri) ?? { text: '' };
  const offset = new LineIndex(text).offsetAt(params.position);
  return { uri, request: { text, offset, rulePages: context.support().rulePages } };
}
