/** Values of fields in other languages that operators write in, by their English name. */
import { rememberWords } from '../text/remember';

const translations: readonly (readonly [value: string, others: string])[] = [
  [
    'active',
    'aktiv, in kraft, gültig, activo, activa, vigente, en vigor, actif, active, en vigueur, ativo, ativa, 有効, 運用中, 使用中, 활성, 활성화, 사용 중, 운영 중, 유효',
  ],
  [
    'planned',
    'geplant, planificado, planificada, previsto, planifié, planifiée, prévu, planejado, planejada, planeado, 計画中, 予定, 계획, 계획됨, 예정',
  ],
  ['draft', 'entwurf, borrador, brouillon, rascunho, 下書き, ドラフト, 草案, 作成中, 초안, 작성 중, 작성중'],
  [
    'deprecated',
    'veraltet, abgekündigt, außer kraft, obsoleto, obsoleta, en desuso, retirado, obsolète, retiré, descontinuado, 廃止, 非推奨, 폐기, 폐기됨, 사용 중단, 더 이상 사용 안 함',
  ],
  [
    'complete',
    'abgeschlossen, completado, completada, terminado, terminé, terminée, concluído, concluída, 完了, 완료',
  ],
  ['incident', 'störung, störfall, vorfall, incidente, インシデント, 障害, 장애, 인시던트, 사고'],
  [
    'incident response',
    'störungsbehebung, störungsbearbeitung, vorfallsbehandlung, respuesta a incidentes, gestión de incidentes, réponse aux incidents, gestion des incidents, gestion d’incident, resposta a incidentes, gestão de incidentes, 障害対応, インシデント対応, 장애 대응, 장애대응, 인시던트 대응, 사고 대응',
  ],
  [
    'deployment',
    'bereitstellung, auslieferung, ausrollen, despliegue, déploiement, implantação, implantacao, デプロイ, リリース, 展開, 배포',
  ],
  [
    'maintenance',
    'wartung, instandhaltung, mantenimiento, entretien, manutenção, 保守, メンテナンス, 定期作業, 유지보수, 유지 보수, 정기 점검, 정기 작업',
  ],
  [
    'recovery',
    'wiederherstellung, recuperación, reprise, rétablissement, restauration, recuperação, 復旧, リカバリ, リカバリー, 복구',
  ],
  [
    'escalation',
    'eskalation, escalado, escalación, escalamiento, escalade, escalonamento, エスカレーション, 에스컬레이션',
  ],
  ['low', 'niedrig, gering, bajo, baja, faible, bas, baixo, baixa, 低, 低い, 낮음'],
  ['medium', 'mittel, medio, media, moyen, moyenne, médio, média, 中, 中程度, 보통, 중간'],
  ['high', 'hoch, alto, alta, élevé, élevée, haut, 高, 高い, 높음'],
  [
    'none',
    'keine, keiner, keines, entfällt, ninguno, ninguna, aucun, aucune, néant, nenhum, nenhuma, なし, 無し, 該当なし, 없음, 해당 없음, 해당없음',
  ],
];

const english: ReadonlyMap<string, string> = new Map(
  translations.flatMap(([value, others]) => others.split(', ').map((one): [string, string] => [one, value])),
);

/** Longer than any translation with blanks around it, in UTF-16 units. */
const longestValue = 200;

/** The English value in lower case where a value is a translation of one; others as they are written. */
export const englishValue = rememberWords((written): string => {
  if (written.length > longestValue) return written;
  const folded = written.toLowerCase().replace(/\s+/g, ' ').replaceAll("'", '’').trim();
  return english.get(folded) ?? written;
});
