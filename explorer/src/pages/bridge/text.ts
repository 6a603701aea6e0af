// Words of the bridge's pages.
import type { ArrivalState, ClientKind, ClientState, PacketState, RouteState } from "@kumiai/bridge";
import { type Bilingual, bilingual } from "../../text/language";

export const routeStates: Bilingual<Record<keyof typeof RouteState, string>> = bilingual(
  { NOTHING: "none", OPEN: "open", PAUSED: "paused", KILLED: "closed for ever" },
  { NOTHING: "なし", OPEN: "開通", PAUSED: "停止中", KILLED: "永久閉鎖" },
);

export const clientStates: Bilingual<Record<keyof typeof ClientState, string>> = bilingual(
  { NOTHING: "none", ACTIVE: "trusted", FROZEN: "frozen", SUBSTITUTED: "replaced" },
  { NOTHING: "なし", ACTIVE: "有効", FROZEN: "凍結", SUBSTITUTED: "交代済み" },
);

export const clientKinds: Bilingual<Record<keyof typeof ClientKind, string>> = bilingual(
  { KUMIAI: "proofs of the other chain's validators", ATTESTED: "attestations of this chain's validators, under bond" },
  { KUMIAI: "相手チェーンのバリデーターによる証明", ATTESTED: "このチェーンのバリデーターによる担保付き証言" },
);

export const packetStates: Bilingual<Record<keyof typeof PacketState, string>> = bilingual(
  { NOTHING: "none", SENT: "under way", ACKNOWLEDGED: "arrived", REFUNDED: "refused, came back", TIMED_OUT: "timed out, came back" },
  { NOTHING: "なし", SENT: "輸送中", ACKNOWLEDGED: "到着", REFUNDED: "拒否され返却", TIMED_OUT: "期限切れで返却" },
);

export const arrivalStates: Bilingual<Record<keyof typeof ArrivalState, string>> = bilingual(
  { NOTHING: "none", DELAYED: "held for a while", DELIVERED: "delivered", FAILED: "failed" },
  { NOTHING: "なし", DELAYED: "一時保留", DELIVERED: "受け渡し済み", FAILED: "失敗" },
);

export const text = bilingual(
  {
    title: "Bridge",
    lead: "Routes to other chains: where they lead, what is on its way, and how much may come out at once.",
    routes: "Routes",
    route: "Route",
    leads: "Leads to",
    leadsOf: "chain {chain}, route {route}",
    contract: "Contract there",
    state: "State",
    client: "Client",
    trusts: "Believes by",
    newest: "Newest header proven",
    period: "Trusts a header for",
    headerTime: "of",
    underWay: "Under way",
    sent: "Sent",
    begin: "kumiai gov submit --title TITLE --call bridge open_route CLIENT REMOTE --from KEY",
    beginPacket: "kumiai bridge transfer TO 1kum --route {route} --from KEY",
    allPaused: "All routes are paused by the guardian.",
    assets: "What travels on it",
    name: "Name",
    home: "At home",
    here: "here",
    there: "there",
    token: "Token here",
    outstanding: "Out on the other side, or brought here",
    room: "May come out now",
    capacity: "At most",
    refill: "Refills",
    aSecond: "a second",
    delayFrom: "Held for a while from",
    noAssets: "Nothing is registered to travel: messages only.",
    packets: "Packets sent",
    packet: "Packet",
    fee: "Fee for the relayer",
    timeout: "Comes back after",
    transaction: "Transaction",
    arrivals: "Newest arrivals",
    payee: "Relayer",
    releases: "Released",
    none: "None.",
    unknown: "No route has this number.",
  },
  {
    title: "ブリッジ",
    lead: "他のチェーンへの経路。どこへつながり、何が輸送中で、一度にいくらまで出られるか。",
    routes: "経路",
    route: "経路",
    leads: "接続先",
    leadsOf: "チェーン {chain}、経路 {route}",
    contract: "相手側コントラクト",
    state: "状態",
    client: "クライアント",
    trusts: "信頼の根拠",
    newest: "検証済みの最新ヘッダー",
    period: "ヘッダーの信頼期間",
    headerTime: "時刻",
    underWay: "輸送中",
    sent: "送信数",
    begin: "kumiai gov submit --title 題名 --call bridge open_route クライアント 接続先 --from 鍵",
    beginPacket: "kumiai bridge transfer 宛先 1kum --route {route} --from 鍵",
    allPaused: "ガーディアンがすべての経路を停止しています。",
    assets: "輸送できる資産",
    name: "名称",
    home: "本来の所在",
    here: "こちら",
    there: "相手側",
    token: "こちらのトークン",
    outstanding: "流通残高",
    room: "いま出られる額",
    capacity: "上限",
    refill: "回復速度",
    aSecond: "/ 秒",
    delayFrom: "一時保留となる額",
    noAssets: "登録された資産はありません。メッセージのみ送れます。",
    packets: "送信パケット",
    packet: "パケット",
    fee: "中継者への手数料",
    timeout: "返却の期限",
    transaction: "取引",
    arrivals: "最近の到着",
    payee: "中継者",
    releases: "解放",
    none: "なし。",
    unknown: "この番号の経路はありません。",
  },
);
