/** What `.runbook.yaml` may say of running runbooks, in words. */
import { localizable } from '../text/say';
import type { Schema } from './schema';

export const runSchema: Schema = {
  description: localizable`How runbooks are carried out.`,
  type: ['object', 'null'],
  additionalProperties: false,
  properties: {
    record: {
      description: localizable`Folder for run files, relative to the folder of this file. Default: runs.`,
      type: ['string', 'null'],
      minLength: 1,
    },
    terminal: {
      description: localizable`"off" keeps commands out of terminals, also in folders below this one. It cannot be switched on.`,
      type: 'string',
      enum: ['off'],
    },
  },
  examples: [{ record: 'runs/', terminal: 'off' }],
};
