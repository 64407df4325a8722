/** Questions about `.runbook.yaml`, and the styles it extends, while they are written: they are no documents of the service. */
import type { Position } from 'vscode-languageserver';
import { LineIndex } from '../../text/line-index';
import { isConfiguration, mayBeConfiguration } from '../configuration-diagnostics';
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
  if (!mayBeConfiguration(params.textDocument)) return null;
  const uri = documentOf(context, params);
  const file = context.configurations().get(uri);
  if (file === undefined && !isConfiguration(uri)) return null;
  const { text } = file ?? { text: '' };
  const offset = new LineIndex(text).offsetAt(params.position);
  return { uri, request: { text, offset, rulePages: context.support().rulePages } };
}
