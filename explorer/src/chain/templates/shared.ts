// Events that every module has.
import { type Templates, said } from "./template";

export const shared: Templates = {
  CoinsMoved: said("{amountWei} from {source} to {target}: {reason:reason}", "{source} から {target} へ {amountWei}：{reason:reason}"),
  ModulePaused: said("The module is paused: its invariant {invariant} failed", "不変条件 {invariant} が破れたため、モジュールを停止"),
  ModuleResumed: said("Governance resumed the module", "ガバナンスがモジュールを再開"),
  TimerFailed: said("A deadline of kind {kind} for {key} could not be kept: {reason}", "{key} の期限処理（種別 {kind}）に失敗：{reason}"),
  AuditEntryAdded: said("Entry {index} of the audit log: {method} by {sender}", "監査ログの項目 {index}：{sender} による {method}"),
  AuditEpochClosed: said("Epoch {epoch} of the audit log is closed with {entries} entries", "監査ログのエポック {epoch} を確定（{entries} 件）"),
};
