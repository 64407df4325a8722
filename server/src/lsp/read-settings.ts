/** Reads what clients send as settings; anything unexpected counts as not set. */
import { settingsSection } from '../../../protocol/src/contributions';
import type { InitializationOptions } from '../../../protocol/src/initialization';
import {
  defaultSettings,
  type AcceptedShow,
  type DiagnosticsScope,
  type RunbookSettings,
} from '../../../protocol/src/settings';
import { isRecord } from './is-record';

export function readInitializationOptions(value: unknown): InitializationOptions {
  if (!isRecord(value)) return {};
  const { today, rulePages, schemes } = value;
  return {
    ...(typeof today === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(today) ? { today } : {}),
    builtInMarkdown: value['builtInMarkdown'] === true,
    ...(typeof rulePages === 'string' ? { rulePages: rulePages.replace(/(?<!\/)\/+$/, '') } : {}),
    overviewChanges: value['overviewChanges'] === true,
    runChanges: value['runChanges'] === true,
    ...(typeof value['runStorage'] === 'string' ? { runStorage: value['runStorage'] } : {}),
    ...(Array.isArray(schemes) ? { schemes: schemes.filter((one) => typeof one === 'string') } : {}),
  };
}

/** The section `runbook` of all the settings of a client. */
export function readSection(settings: unknown): unknown {
  return isRecord(settings) ? settings[settingsSection] : undefined;
}

/** `runbook.diagnostics.scope` of the settings section `runbook`. */
export function readScope(settings: unknown): DiagnosticsScope {
  const diagnostics = isRecord(settings) ? settings['diagnostics'] : undefined;
  const scope = isRecord(diagnostics) ? diagnostics['scope'] : undefined;
  return scope === 'openFiles' || scope === 'workspace' ? scope : defaultSettings.diagnostics.scope;
}

/** `runbook.baseline.show` of the settings section `runbook`. */
export function readAccepted(settings: unknown): AcceptedShow {
  const baseline = isRecord(settings) ? settings['baseline'] : undefined;
  const show = isRecord(baseline) ? baseline['show'] : undefined;
  return show === 'hint' || show === 'none' ? show : defaultSettings.baseline.show;
}

/** What of an editor's extras is switched on: `runbook.codeLens.enabled`, `runbook.inlayHints.enabled`. */
export type Extras = Pick<RunbookSettings, 'codeLens' | 'inlayHints'>;

export function readExtras(settings: unknown): Extras {
  const enabled = (name: keyof Extras): { readonly enabled: boolean } => {
    const section = isRecord(settings) ? settings[name] : undefined;
    const value = isRecord(section) ? section['enabled'] : undefined;
    return { enabled: typeof value === 'boolean' ? value : defaultSettings[name].enabled };
  };
  return { codeLens: enabled('codeLens'), inlayHints: enabled('inlayHints') };
}
