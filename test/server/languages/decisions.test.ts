/** What a playbook decides, in other languages: go/no-go answers, ways back from phases, the level of risk, what is kept. */
import { describe, test } from 'vitest';
import { checkRule } from '../../support/check-rule';
import { change, playbook, point } from '../lint/documents';
import { runEntry } from '../lint/run-entry';

const translations = [
  {
    language: 'German',
    answers: ['Weiter, wenn', 'Pause, wenn', 'Abbruch, wenn'],
    from: ['Ab Phase', 'Nach Phase', 'Zurück aus Phase'],
    risk: 'Hoch',
    kept: 'Datensicherung',
    scope: ['Behandelt', 'Behandelt nicht'],
  },
  {
    language: 'Spanish',
    answers: ['Continuar si', 'Pausar si', 'Abortar si'],
    from: ['Desde la fase', 'Tras la fase'],
    risk: 'Alto',
    kept: 'Copias de seguridad',
    scope: ['Cubre', 'No cubre'],
  },
  {
    language: 'French',
    answers: ['Continuer si', 'Suspendre si', 'Abandonner si'],
    from: ['Depuis la phase', 'Après la phase'],
    risk: 'Élevé',
    kept: 'Sauvegarde des données',
    scope: ['Couvre', 'Ne couvre pas'],
  },
  {
    language: 'Portuguese',
    answers: ['Prosseguir se', 'Aguardar se', 'Cancelar se'],
    from: ['A partir da fase', 'Após a fase'],
    risk: 'Alto',
    kept: 'Preservação de dados',
    scope: ['Cobre', 'Não cobre'],
  },
] as const;

describe.each(translations)('in $language', ({ answers, from, risk, kept, scope }) => {
  const [proceed, pause, abort] = answers;
  const decided = playbook
    .replace('**Proceed if:**', `**${proceed}:**`)
    .replace('**Pause if:**', `**${pause}:**`)
    .replace('**Abort if:**', `**${abort}:**`);

  test('the three answers are read, and one without conditions is missed', () => {
    checkRule('incomplete-go-no-go', decided);
    const without = decided.replace(new RegExp(`\\*\\*${pause}:\\*\\*[^]*?(?=\\*\\*)`), '');
    checkRule('incomplete-go-no-go', point(without, 'Go/No-Go Criteria', 'warning: "Pause if"'));
  });

  test.each(from)('%s 2 leads back from phase 2', (lead) => {
    checkRule('rollback-plan-coverage', change(playbook, '**From Phase 2:**', `**${lead} 2:**`));
  });

  test('the level of risk is one', () => {
    const other = change(playbook, '**Risk Level:** Low', `**Risk Level:** ${risk}`);
    checkRule('invalid-risk-level', other);
    checkRule('front-matter-mismatch', point(other, risk, 'information', `:** ${risk}`));
    checkRule('front-matter-mismatch', change(other, 'risk_level: low', 'risk_level: high'));
  });

  test('what is kept of the data is found', () => {
    checkRule('missing-data-preservation', change(playbook, '### Data Preservation', `### ${kept}`));
  });

  test('both halves of the scope are read', () => {
    const [handles, leavesOut] = scope;
    checkRule(
      'missing-scope',
      runEntry().replace('**Handles**', `**${handles}**`).replace('**Does NOT handle**', `**${leavesOut}**`),
    );
  });
});

test.each([
  ['Eskalation', 'Geschätzte Dauer', 'Stunden'],
  ['Escalado', 'Duración estimada', 'horas'],
  ['Escalade', 'Durée estimée', 'heures'],
  ['Escalonamento', 'Duração estimada', 'horas'],
  ['エスカレーション', '所要時間', '時間'],
])('%s is no branch, %s is compared', (escalation, duration, hours) => {
  const asked = change(playbook, '- **Escalation**: call', `- **${escalation}**: call`);
  checkRule('incomplete-decision-point', asked);
  checkRule(
    'incomplete-decision-point',
    point(change(asked, '- **If mail is lost**: go back\n', ''), 'Decision Point', 'warning'),
  );
  const said = (count: number): string =>
    change(
      playbook,
      /\*\*Estimated Duration:\*\* .*(?=\n\n\*\*Risk)/,
      `**${duration}:** ${String(count)} ${hours}`,
    );
  checkRule('front-matter-mismatch', said(48));
  checkRule('front-matter-mismatch', point(said(90), `90 ${hours}`, 'information'));
});

test.each(['✅ Proceed if', '🟢 Go', 'Green', 'Weiter'])('the answer %s', (name) => {
  checkRule('incomplete-go-no-go', change(playbook, '**Proceed if:**', `**${name}:**`));
  checkRule('incomplete-go-no-go', change(playbook, '**Proceed if:**', `*${name}:*`));
});

test('what stops and waits does not abort', () => {
  const named = change(playbook, '**Pause if:**', '**Stop and wait if:**');
  checkRule('incomplete-go-no-go', named);
});
