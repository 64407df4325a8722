/**
 * Decides which documents a workspace has and which entries they hold, before any of them is written: a document can
 * only link to what exists. Knows nothing of how documents look.
 *
 * A workspace is a number of services with ten documents each, and a few documents that belong to all of them.
 */
import { slug } from 'github-slugger';
import { Random } from './random.mjs';
import { serviceName, title } from './words.mjs';

/**
 * An entry that others refer to.
 * @typedef {object} PlannedEntry
 * @property {string} id `RUN-017`
 * @property {string} title
 * @property {string} file path in the workspace, with `/`
 */

/**
 * @typedef {object} PlannedService
 * @property {string} folder `services/0007-ledger`
 * @property {string} name `ledger`
 * @property {number} number from 0
 * @property {readonly [PlannedEntry, PlannedEntry, PlannedEntry]} runs two in the SoT file, one in a file of its own
 * @property {readonly [PlannedEntry, PlannedEntry]} alerts
 * @property {PlannedEntry} deployment
 * @property {PlannedEntry} launch
 * @property {PlannedEntry} risk
 * @property {readonly [ProcedureKind, ProcedureKind]} procedures which two of the three long kinds it has
 * @property {Seed | null} seed what is wrong with it on purpose
 */

/** @typedef {'playbook' | 'release' | 'feature'} ProcedureKind */
/** @typedef {'dangling-id' | 'missing-verification' | 'missing-owner' | 'stale-last-tested' | 'missing-link-target'} Seed */

/**
 * @typedef {object} Plan
 * @property {readonly PlannedService[]} services
 * @property {PlannedEntry} shared the entry that is referred to most
 * @property {number} notes how many notes fill the workspace up to its size
 * @property {number} mentions how often ordinary documents name the shared entry
 */

export const documentsOfService = 10;
const sharedDocuments = 2;
/** Documents of a service that may name the shared entry. */
export const mentioningDocuments = 5;
/** How often the shared entry is named in workspaces that are large enough. */
const mentionsWanted = 1000;

/** One service in five has a fault, each of another kind. @type {readonly Seed[]} */
const seeds = [
  'dangling-id',
  'missing-verification',
  'missing-owner',
  'stale-last-tested',
  'missing-link-target',
];
const servicesPerSeed = 5;

/** @type {readonly (readonly [ProcedureKind, ProcedureKind])[]} */
const procedures = [
  ['playbook', 'release'],
  ['playbook', 'feature'],
  ['release', 'feature'],
];

/**
 * @param {number} files at least 12: the shared documents and one service
 * @returns {Plan}
 */
export function planWorkspace(files) {
  const count = Math.floor((files - sharedDocuments) / documentsOfService);
  if (count < 1)
    throw new RangeError(`A workspace of ${files} files has no room for a service: 12 are the fewest.`);
  return {
    services: Array.from({ length: count }, (_, number) => planService(number)),
    shared: { id: 'RUN-001', title: 'Declare an incident', file: 'SoT.INCIDENTS.md' },
    notes: files - sharedDocuments - count * documentsOfService,
    mentions: Math.min(mentionsWanted, files),
  };
}

/**
 * @param {number} number
 * @returns {PlannedService}
 */
function planService(number) {
  const random = new Random(`service ${number}`);
  const name = serviceName(random);
  const folder = `services/${String(number).padStart(4, '0')}-${name}`;
  /** @type {(prefix: string, place: number, file: string) => PlannedEntry} */
  const entry = (prefix, place, file) => ({
    id: `${prefix}-${String(place).padStart(3, '0')}`,
    title: title(random),
    file: `${folder}/${file}`,
  });
  // RUN-001 is the shared one
  const run = 2 + number * 3;
  const alone = entry('RUN', run + 2, '');
  return {
    folder,
    name,
    number,
    runs: [
      entry('RUN', run, 'SoT.RUNBOOKS.md'),
      entry('RUN', run + 1, 'SoT.RUNBOOKS.md'),
      { ...alone, file: `${folder}/runbooks/${alone.id}-${slug(alone.title)}.md` },
    ],
    alerts: [
      entry('MON', 1 + number * 2, 'SoT.OPERATIONS.md'),
      entry('MON', 2 + number * 2, 'SoT.OPERATIONS.md'),
    ],
    deployment: entry('DEP', 1 + number, 'SoT.OPERATIONS.md'),
    launch: entry('GTM', 1 + number, 'SoT.OPERATIONS.md'),
    risk: entry('RISK', 1 + number, 'SoT.OPERATIONS.md'),
    procedures: procedures[number % procedures.length] ?? ['playbook', 'release'],
    seed: number % servicesPerSeed === 0 ? (seeds[(number / servicesPerSeed) % seeds.length] ?? null) : null,
  };
}

/**
 * The fragment of an entry's heading.
 * @param {PlannedEntry} entry
 * @returns {string} `run-017-stale-ledger-cursor-in-the-invoice-pool`
 */
export const anchorOf = (entry) => slug(`${entry.id}: ${entry.title}`);
