/** Documents that are not read, because an earlier session ended in them: says which, and reads them when asked to. */
import { MessageType, ShowMessageNotification, type Connection } from 'vscode-languageserver';
import type { RunbookService } from '../service';
import type { WorkLog } from '../workspace';
import { english, words } from '../text/say';
import type { DiagnosticsFeed } from './diagnostics';

/** A log that tells what it sets aside, and forgets it. */
export interface SetAsideLog extends WorkLog {
  /** Called once for each document that is met and set aside; `isNew`: for the first time since a session ended in it. */
  onMet: (uri: string, isNew: boolean) => void;
  forget(uri: string): void;
}

export interface SetAsideContext {
  readonly service: RunbookService;
  readonly feed: DiagnosticsFeed;
}

/** Tells the client of documents that are set aside; what it returns reads one of them again. */
export function serveSetAside(
  connection: Connection,
  { service, feed }: SetAsideContext,
  log: SetAsideLog | null,
): (uri: string) => void {
  if (log !== null)
    log.onMet = (uri, isNew) => {
      const stopped = words`Runbook stopped while reading ${service.placeOf(uri).path}. The document is not checked until it is edited.`;
      connection.console.warn(english(stopped));
      // a notification without buttons: there is nothing to answer
      if (isNew)
        void connection.sendNotification(ShowMessageNotification.type, {
          type: MessageType.Warning,
          message: service.say(stopped),
        });
    };
  return (uri) => {
    log?.forget(uri);
    if (service.textOf(uri) !== undefined) feed.changed(service.readAgain(uri));
  };
}
