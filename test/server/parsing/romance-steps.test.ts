/** Steps in languages that begin instructions with the verb as English does, and by people whom brackets name. */
import { describe, expect, test } from 'vitest';
import { instructs } from '../../../server/src/parsing/instructions';
import { modelOf } from '../../support/read-model';

describe('instructions', () => {
  test.each([
    'Reinicie el servicio',
    'Ejecutar el script de limpieza',
    'Si el pool está lleno, reinicie el proxy',
    'Execute o script:',
    'Siga os prompts para selecionar uma operação',
    'Se solicitado, insira a senha',
    'Arrêtez le nœud secondaire',
    'Basculer le trafic vers le site B',
    'Si le certificat est expiré, renouvelez-le',
    'Riavviare il servizio',
    'Se la coda è piena, ferma il produttore',
    '[DBA] Stop the writer',
    '[Ops/Net]: Move the address',
    '**[Venue]** Start streaming',
    'Subscribe the queue',
    'Tail the log',
  ])('%s', (line) => {
    expect(instructs(line)).toBe(true);
  });

  test.each([
    'O script exibirá os resultados',
    'El servicio se reinicia solo',
    'Le nœud est arrêté',
    'Active directory',
    'Monte Carlo (simulation)',
    'Si el pool está lleno',
    '[the manual](manual.md) Stop is described there',
    '[x] done by the team',
  ])('not %s', (line) => {
    expect(instructs(line)).toBe(false);
  });
});

function stepsOf(text: string): string[] {
  return modelOf(`---\nrunbook: entry\n---\n\n# Rotation\n\n${text}`).procedures.flatMap(({ steps }) =>
    steps.map(({ number, title }) => `${number} ${title}`),
  );
}

test.each<[string, string, string[]]>([
  [
    'Portuguese',
    '## Uso\n\n1. Execute o script\n2. Siga os prompts\n',
    ['1 Execute o script', '2 Siga os prompts'],
  ],
  [
    'French',
    '## Bascule\n\n1. Arrêtez le pool\n2. Démarrez le site B\n',
    ['1 Arrêtez le pool', '2 Démarrez le site B'],
  ],
  [
    'roles in brackets',
    '## The stream\n\n- [Venue]: start the stream\n- [Host/Venue]: stop the test\n',
    ['1 [Venue]: start the stream', '2 [Host/Venue]: stop the test'],
  ],
  [
    'a heading that came in later',
    '## Examples\n\n### 1. Load the seed\n\n```\na\n```\n\n### 1b. Load the rest\n\n```\nb\n```\n\n### 2. Look\n\n```\nc\n```\n',
    ['1 Load the seed', '1b Load the rest', '2 Look'],
  ],
])('steps: %s', (_, text, expected) => {
  expect(stepsOf(text)).toEqual(expected);
});
