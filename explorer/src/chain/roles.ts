// In what role an account got or gave coins: by the module, and its reason or the call.
import { type Bilingual, bilingual } from "../text/language";

export const ROLES = {
  tenant: bilingual("Buyer of compute", "計算資源の利用者"),
  provider: bilingual("Provider of compute", "計算資源の提供者"),
  caller: bilingual("Caller of models", "モデルの利用者"),
  author: bilingual("Author or server of models", "モデルの作者・提供者"),
  licensee: bilingual("Buyer of data", "データの利用者"),
  dataOwner: bilingual("Data owner", "データ所有者"),
  annotator: bilingual("Annotator", "アノテーター"),
  customer: bilingual("Customer of devices", "デバイスの利用者"),
  deviceOwner: bilingual("Device owner", "デバイス所有者"),
  verifier: bilingual("Verifier or challenger", "検証・異議申し立て"),
  validator: bilingual("Validator", "バリデーター"),
  delegator: bilingual("Delegator", "委任者"),
  relayer: bilingual("Relayer", "リレイヤー"),
  attester: bilingual("Attester of other chains", "他チェーンの証明者"),
  traveller: bilingual("Sender over the bridge", "ブリッジの送り手"),
  subject: bilingual("Subject or issuer of credentials", "資格の主体・発行者"),
  voter: bilingual("Proposer or depositor", "提案・預託"),
  holder: bilingual("Holder of coins", "コインの保有者"),
} as const satisfies Readonly<Record<string, Bilingual<string>>>;

export type Role = keyof typeof ROLES;

// What the rest of a module's moves and calls are.
const OF_MODULES: Readonly<Record<string, Role>> = {
  staking: "delegator",
  rewards: "delegator",
  slashing: "validator",
  beacon: "validator",
  governance: "voter",
  treasury: "holder",
  token: "holder",
  bridge: "traveller",
  identity: "subject",
  licensing: "licensee",
  model_fees: "caller",
  compute: "tenant",
  verification: "verifier",
  devices: "customer",
  mint: "holder",
};

const OF_REASONS: Readonly<Record<string, Readonly<Record<string, Role>>>> = {
  rewards: { commission: "validator" },
  staking: { createValidator: "validator", createValidatorWithKey: "validator" },
  bridge: { bridge_fee: "relayer", bond_return: "attester", bond_reward: "attester", bondAttester: "attester" },
  licensing: {
    createAsset: "dataOwner",
    vault_claim: "dataOwner",
    vault_penalty: "dataOwner",
    asset_bond_returned: "dataOwner",
    "bond over": "dataOwner",
    keeper_reward: "holder",
    referrer_fee: "holder",
    joinTask: "annotator",
    annotation_pay: "annotator",
    annotator_bond: "annotator",
    annotator_penalty: "annotator",
  },
  model_fees: {
    registerModel: "author",
    bondProvider: "author",
    bond_return: "author",
    provider_forfeit: "author",
    model_fee: "author",
    base_income: "author",
    voucher: "author",
    ticket: "author",
    watch_reward: "relayer",
    model_royalty: "dataOwner",
  },
  compute: {
    registerProvider: "provider",
    depositBond: "provider",
    placeBid: "provider",
    bond_returned: "provider",
    job_pay: "provider",
    lease_pay: "provider",
    reservation_pay: "provider",
  },
  devices: {
    register: "deviceOwner",
    bond: "deviceOwner",
    topUp: "deviceOwner",
    device_bond_back: "deviceOwner",
    device_reward: "deviceOwner",
    device_service: "deviceOwner",
    suspect: "verifier",
  },
};

/** The role of a module's move by its reason, or of coins sent with one of its calls. */
export function roleOf(module: string, reason: string): Role {
  return OF_REASONS[module]?.[reason] ?? OF_MODULES[module] ?? "holder";
}
