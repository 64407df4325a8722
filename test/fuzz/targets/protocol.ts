/** The server as a process that is sent any bytes: it goes on answering, or ends cleanly, and says why in one line. */
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ResponseError } from 'vscode-languageserver/node';
import { texts } from '../../server/lsp/every-feature';
import {
  buildProduct,
  startServer,
  type BuiltProduct,
  type ServerProcess,
} from '../../support/built-product';
import { caseOf, firstText } from '../case';
import type { Target } from '../target';
import { messageStream } from '../texts/messages';

/** Milliseconds for an answer; a busy machine needs some. */
const patience = 20_000;
/** Cases that one process is sent. */
const most = 20;

interface Session {
  readonly server: ServerProcess;
  count: number;
}

let product: BuiltProduct | null = null;
let folder = '';
let session: Session | null = null;

export const protocol: Target = {
  name: 'protocol',
  cases: messageStream.map((bytes) => caseOf('stream', bytes)),
  usualRuns: 60,
  startsProcesses: true,
  async complaintsOf(given) {
    const { server } = await nextSession();
    server.write(Buffer.from(firstText(given).replaceAll('/@/', `${folder}/`), 'latin1'));
    const outcome = await outcomeOf(server);
    const complaints = [...new Set(server.errors().split('\n'))].flatMap((line) =>
      /^Unexpected|^\s+at |Error\b/.test(line) ? [`says on standard error: ${line}`] : [],
    );
    if (outcome === 'silent') complaints.push('neither answers nor ends');
    else if (typeof outcome === 'object' && outcome.code !== 0 && outcome.code !== 1)
      complaints.push(`ends with ${String(outcome.code)}`);
    if (complaints.length > 0 || outcome !== 'answered') end();
    return complaints;
  },
  close() {
    end();
    product?.remove();
    product = null;
    if (folder !== '') rmSync(folder, { recursive: true, force: true });
    folder = '';
  },
};

/** `refused`: after "shutdown", when nothing more is to be learnt from the process. */
type Outcome = 'answered' | 'refused' | 'silent' | { readonly code: number | null };

/** Whether the server still answers what is asked in the right form. */
async function outcomeOf({ connection, end: ended }: ServerProcess): Promise<Outcome> {
  const wait = new AbortController();
  const silence = new Promise<Outcome>((resolve) => {
    const timer = setTimeout(() => {
      resolve('silent');
    }, patience);
    wait.signal.addEventListener('abort', () => {
      clearTimeout(timer);
    });
  });
  // the first one may be taken for the rest of a message that has not been ended
  const asked = [1, 2].map(async (): Promise<Outcome> => {
    // a connection that is closed already throws at once
    try {
      await connection.sendRequest('workspace/symbol', { query: '' });
      return 'answered';
    } catch (error) {
      return error instanceof ResponseError ? 'refused' : ended;
    }
  });
  const outcome = await Promise.race([...asked, ended, silence]);
  wait.abort();
  return outcome;
}

async function nextSession(): Promise<Session> {
  product ??= await buildProduct();
  if (folder === '') {
    folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'runbook-fuzz-')));
    for (const [name, text] of Object.entries(texts)) writeFileSync(path.join(folder, name), text);
  }
  if (session !== null && session.count >= most) end();
  session ??= { server: await startServer(product, folder, { args: ['--no-cache'] }), count: 0 };
  session.count++;
  return session;
}

function end(): void {
  session?.server.connection.dispose();
  session?.server.kill('SIGKILL');
  session = null;
}
