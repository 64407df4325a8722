/**
 * Ids that the extension's manifest and its code share. A test holds them against `package.json`, so that a
 * command or view that one side forgot does not ship.
 */

/** Diagnostic source, language client id, output channel name in lower case. */
export const diagnosticSource = 'runbook';

export const commandIds = {
  new: 'runbook.new',
  newPlaybook: 'runbook.newPlaybook',
  newRunbook: 'runbook.newRunbook',
  newSotFile: 'runbook.newSotFile',
  newFeatureRunbook: 'runbook.newFeatureRunbook',
  newReleaseRunbook: 'runbook.newReleaseRunbook',
  insertEntry: 'runbook.insertEntry',
  insertRunEntry: 'runbook.insertRunEntry',
  insertPhase: 'runbook.insertPhase',
  insertStep: 'runbook.insertStep',
  insertVerification: 'runbook.insertVerification',
  insertRollback: 'runbook.insertRollback',
  insertEscalation: 'runbook.insertEscalation',
  explainKind: 'runbook.explainKind',
  openExamples: 'runbook.openExamples',
  getStarted: 'runbook.getStarted',
  restartServer: 'runbook.restartServer',
  showOutput: 'runbook.showOutput',
  revealOutlineNode: 'runbook.revealOutlineNode',
  showReferences: 'runbook.showReferences',
  addPhase: 'runbook.phases.addPhase',
  addStep: 'runbook.phases.addStep',
  addRollback: 'runbook.phases.addRollback',
  addVerification: 'runbook.phases.addVerification',
  renumber: 'runbook.phases.renumber',
  moveUp: 'runbook.phases.moveUp',
  moveDown: 'runbook.phases.moveDown',
  copyCommands: 'runbook.phases.copyCommands',
  openGate: 'runbook.phases.openGate',
  setUp: 'runbook.setUp',
  renewReviews: 'runbook.renewReviews',
} as const;

/** Commands of what shows the workspace as a whole. */
export const overviewCommandIds = {
  goToEntry: 'runbook.goToEntry',
  filterEntries: 'runbook.filterEntries',
  clearEntriesFilter: 'runbook.clearEntriesFilter',
  groupEntries: 'runbook.groupEntries',
  openEntry: 'runbook.openEntry',
  findEntryReferences: 'runbook.findEntryReferences',
  insertBeside: 'runbook.insertBeside',
  deprecateEntry: 'runbook.deprecateEntry',
  openLack: 'runbook.openLack',
  showRowFixes: 'runbook.showRowFixes',
  writeRunbook: 'runbook.writeRunbook',
  markTested: 'runbook.markTested',
  showReport: 'runbook.showReport',
  exportReport: 'runbook.exportReport',
} as const;

/** Commands about carrying a runbook out. */
export const runCommandIds = {
  run: 'runbook.run',
  runAsDrill: 'runbook.runAsDrill',
  resumeRun: 'runbook.resumeRun',
} as const;

export const viewIds = {
  container: 'runbook',
  phases: 'runbook.phases',
  runs: 'runbook.runs',
  entries: 'runbook.entries',
  coverage: 'runbook.coverage',
} as const;

/** Pages in the editor. */
export const webviewIds = {
  report: 'runbook.report',
  run: 'runbook.run',
} as const;

/** Context keys for `when` clauses. */
export const contextKeys = {
  /** The kind of the document in the active Markdown editor (see `DocumentKind`); unset without one. */
  documentKind: 'runbook.documentKind',
  /** Whether the document in the active Markdown editor may hold something to carry out. */
  canRun: 'runbook.canRun',
  /** Whether runs of this workspace have not ended. */
  hasRuns: 'runbook.hasRuns',
  /** The state of the language server, `starting`, `running` or `stopped`; unset as long as nothing needed it. */
  serverState: 'runbook.serverState',
  /** Whether the Entries view shows only what matches a filter. */
  entriesFilter: 'runbook.entriesFilter',
} as const;

export const settingsSection = 'runbook';
