/** What parts and fields of runbooks are called in Chinese, in both ways to write it, by role and by English name. */
import type { Role } from './role';

/** Names of sections and labels; what Japanese writes alike has the same role there. */
export const chineseRoles: readonly (readonly [role: Role, names: string])[] = [
  [
    'verification',
    '验证, 验证步骤, 验证方法, 如何验证, 结果验证, 检查, 校验, 确认, 检查项, 检查清单, 预期结果, 预期输出, 期望结果, 期望输出, 驗證, 驗證步驟, 驗證方法, 檢查, 檢查清單, 預期結果, 預期輸出, 確認方式',
  ],
  [
    'rollback',
    '回滚, 回滚步骤, 回滚方案, 回滚计划, 回滚流程, 回滚操作, 如何回滚, 回退, 回退方案, 回退步骤, 还原, 回滾, 回滾步驟, 回滾方案, 回滾計畫, 還原',
  ],
  [
    'escalation',
    '升级流程, 升级路径, 升级策略, 升级机制, 问题升级, 上报, 上报流程, 紧急联系人, 值班联系人, 联系谁, 升級流程, 升級路徑, 緊急聯絡人, 上報',
  ],
  [
    'prerequisites',
    '先决条件, 前提条件, 前置条件, 准备工作, 前期准备, 操作前准备, 所需权限, 权限要求, 先決條件, 前置條件, 準備工作, 所需權限',
  ],
  [
    'trigger',
    '触发, 触发条件, 触发场景, 症状, 现象, 故障现象, 何时使用, 使用场景, 适用场景, 觸發, 觸發條件, 故障現象, 何時使用, 使用情境',
  ],
  [
    'steps',
    '步骤, 操作步骤, 处理步骤, 处置步骤, 执行步骤, 解决步骤, 修复步骤, 恢复步骤, 部署步骤, 操作流程, 处理流程, 处置流程, 处理方法, 解决方法, 解决方案, 应急处理, 故障处理, 怎么办, ' +
      '步驟, 操作步驟, 處理步驟, 執行步驟, 解決步驟, 修復步驟, 操作流程, 處理流程, 處理方法, 解決方案, 緊急處理',
  ],
  [
    'post',
    '复盘, 事后复盘, 事后处理, 事后工作, 后续工作, 后续行动, 善后, 清理, 经验教训, 復盤, 事後檢討, 後續工作, 經驗教訓',
  ],
  ['scope', '适用范围, 范围, 適用範圍'],
  ['objective', '目的, 目標, 目标'],
  ['gate-criteria', '验收标准, 准出条件, 通过标准, 成功标准, 驗收標準, 通過標準'],
  ['dependencies', '依赖, 前置依赖, 依賴'],
  ['change-log', '变更记录, 变更历史, 修订记录, 更新记录, 變更記錄, 修訂記錄'],
  ['linked-ids', '相关文档, 相关链接, 参见, 相關文件, 參見'],
  ['notes', '注意, 注意事项, 备注, 備註, 注意事項'],
];

/** Names of fields in Chinese by their English name. */
export const chineseFields: readonly (readonly [name: string, others: string])[] = [
  ['category', '类别, 分类, 類別'],
  ['status', '状态, 狀態'],
  ['owner', '负责人, 所有者, 负责团队, 责任人, 维护人, 負責人, 負責團隊, 維護人'],
  [
    'last tested',
    '上次测试, 最后测试, 最近测试, 最后演练, 上次演练, 最近演练, 测试日期, 上次測試, 最後測試, 上次演練',
  ],
  ['last updated', '更新日期, 最后更新, 更新时间, 上次更新, 最後更新, 更新時間'],
  ['last reviewed', '最后评审, 上次评审, 最後評審'],
  ['created', '创建日期, 创建时间, 创建, 建立日期'],
  ['date', '日期'],
  ['version', '版本'],
  ['severity', '严重程度, 严重级别, 嚴重程度'],
  ['priority', '优先级, 優先級'],
  ['author', '作者'],
];
