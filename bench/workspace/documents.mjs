/** Writes down a planned workspace, document by document. */
import { featureRunbook } from './documents/feature.mjs';
import { ordinaryDocuments, meetingNotes } from './documents/ordinary.mjs';
import { alertSection, deploymentSection, launchSection, riskSection } from './documents/other-entries.mjs';
import { playbook } from './documents/playbook.mjs';
import { releaseRunbook } from './documents/release.mjs';
import { runDocument, runSection } from './documents/run-entry.mjs';
import { sotFile } from './documents/sot-file.mjs';
import { mentioningDocuments } from './plan.mjs';
import { Random } from './random.mjs';

/** @typedef {import('./plan.mjs').Plan} Plan */
/** @typedef {import('./plan.mjs').PlannedEntry} PlannedEntry */
/** @typedef {import('./plan.mjs').PlannedService} PlannedService */

/** @typedef {{ path: string, text: string }} WorkspaceDocument path from the workspace folder, with `/` */

/**
 * All documents of a workspace, each as it is needed: 10,000 at once would be 60 MB.
 * @param {Plan} plan
 * @returns {Generator<WorkspaceDocument, void, undefined>}
 */
export function* documentsOf(plan) {
  const mentions = mentionsByTurn(plan);
  yield* sharedDocuments(plan);
  for (const service of plan.services) {
    yield* entryDocuments(plan, service);
    yield* procedureDocuments(plan, service);
    for (const [name, write] of ordinaryDocuments) {
      const path = `${service.folder}/${name}`;
      yield { path, text: write(new Random(path), surroundings(plan, service, path, mentions())) };
    }
  }
  for (let number = 0; number < plan.notes; number++) {
    const path = `notes/week-${String(number).padStart(2, '0')}.md`;
    const service = serviceAt(plan, number);
    yield { path, text: meetingNotes(new Random(path), surroundings(plan, service, path, mentions())) };
  }
}

/**
 * The documents that belong to all services.
 * @param {Plan} plan
 * @returns {Generator<WorkspaceDocument, void, undefined>}
 */
function* sharedDocuments({ services, shared }) {
  const random = new Random('shared');
  const [first] = services;
  if (first === undefined) return;
  const body = runSection({
    random,
    entry: shared,
    category: 'Incident Response',
    trigger: first.alerts[0],
    related: [first.runs[0]],
  });
  yield {
    path: shared.file,
    text: sotFile({ random, file: shared.file, title: 'Incidents', entries: [shared], bodies: [body] }),
  };
  const list = services.map(({ folder, name }) => `- [${name}](${folder}/README.md)\n`).join('');
  yield { path: 'README.md', text: `# Operations\n\nEach service has a folder of its own.\n\n${list}` };
}

/**
 * The documents that define the entries of a service.
 * @param {Plan} plan
 * @param {PlannedService} service
 * @returns {Generator<WorkspaceDocument, void, undefined>}
 */
function* entryDocuments(plan, service) {
  const { runs, alerts, deployment, launch, risk, seed, number } = service;
  const [incident, recovery, alone] = runs;
  const next = serviceAt(plan, number + 1);
  const random = new Random(service.folder);
  const bodies = [
    runSection({
      random,
      entry: incident,
      category: 'Incident Response',
      trigger: alerts[0],
      related: [recovery, next.runs[0]].filter(({ id }) => id !== incident.id),
      seed,
    }),
    runSection({
      random,
      entry: recovery,
      category: 'Recovery',
      trigger: deployment,
      related: [risk, alone],
    }),
  ];
  yield {
    path: incident.file,
    text: sotFile({
      random,
      file: incident.file,
      title: `Runbooks of ${service.name}`,
      entries: [incident, recovery],
      elsewhere: [alone],
      bodies,
    }),
  };
  yield {
    path: deployment.file,
    text: sotFile({
      random,
      file: deployment.file,
      title: `Operations of ${service.name}`,
      entries: [deployment, launch, ...alerts, risk],
      bodies: [
        deploymentSection(
          random,
          deployment,
          recovery,
          [alerts[0], next.deployment].filter(({ id }) => id !== deployment.id),
        ),
        launchSection(random, launch),
        alertSection(random, alerts[0], incident),
        alertSection(random, alerts[1], alone),
        riskSection(random, risk, recovery),
      ],
    }),
  };
  yield {
    path: alone.file,
    text: runDocument({
      random,
      entry: alone,
      category: 'Incident Response',
      trigger: alerts[1],
      related: [incident],
      seed,
    }),
  };
}

/**
 * @param {Plan} plan
 * @param {PlannedService} service
 * @returns {Generator<WorkspaceDocument, void, undefined>}
 */
function* procedureDocuments(plan, service) {
  for (const kind of service.procedures) {
    const path = `${service.folder}/${kind}s/${kind}-${service.name}.md`;
    const random = new Random(path);
    const entries = entriesAround(plan, service);
    switch (kind) {
      case 'playbook':
        yield { path, text: playbook(random, path, entries) };
        break;
      case 'release':
        yield { path, text: releaseRunbook(random, path, service.name, entries) };
        break;
      case 'feature':
        yield { path, text: featureRunbook(random, path, entries) };
        break;
    }
  }
}

/**
 * @param {Plan} plan
 * @param {PlannedService} service
 * @param {string} file
 * @param {number} mentions
 * @returns {import('./documents/ordinary.mjs').Surroundings}
 */
function surroundings(plan, service, file, mentions) {
  const next = serviceAt(plan, service.number + 1);
  return {
    file,
    neighbours: [
      service.runs[0].file,
      service.deployment.file,
      `${next.folder}/README.md`,
      `${next.folder}/docs/interface.md`,
    ],
    entries: entriesAround(plan, service),
    mentions: Array.from({ length: mentions }, () => plan.shared),
  };
}

/**
 * Entries that a document of a service may name: its own and those of two others.
 * @param {Plan} plan
 * @param {PlannedService} service
 * @returns {readonly PlannedEntry[]}
 */
function entriesAround(plan, service) {
  const near = serviceAt(plan, service.number + 1);
  const far = serviceAt(plan, service.number * 7 + 3);
  return [
    service.runs[0],
    service.runs[2],
    service.alerts[0],
    service.deployment,
    service.risk,
    near.runs[1],
    far.runs[0],
    far.alerts[1],
  ];
}

/**
 * @param {Plan} plan
 * @param {number} number of a service; counts on from the first after the last
 * @returns {PlannedService}
 */
function serviceAt({ services }, number) {
  const service = services[number % services.length];
  if (service === undefined) throw new RangeError('A workspace has at least one service.');
  return service;
}

/**
 * Spreads the mentions of the shared entry evenly over the ordinary documents.
 * @param {Plan} plan
 * @returns {() => number} how many the next document has
 */
function mentionsByTurn({ services, notes, mentions }) {
  const documents = services.length * mentioningDocuments + notes;
  let turn = 0;
  return () => {
    const before = Math.floor((turn * mentions) / documents);
    turn++;
    return Math.floor((turn * mentions) / documents) - before;
  };
}
