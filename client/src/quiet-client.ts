/** What every host's language client keeps to itself. */
import type { BaseLanguageClient } from 'vscode-languageclient';

/**
 * Keeps the client's own pop-ups quiet: they speak of connections. `extension.ts` tells people once, in words
 * of the product, when the server is gone; everything still goes to the output.
 */
export function quiet<Client extends BaseLanguageClient>(client: Client): Client {
  const log = client.error.bind(client);
  client.error = (message, data) => {
    log(message, data, false);
  };
  return client;
}
