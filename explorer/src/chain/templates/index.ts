// The sentences of every module: one for each call and each event.
import { analytics } from "./analytics";
import { beacon } from "./beacon";
import { bridge } from "./bridge";
import { compute } from "./compute";
import { devices } from "./devices";
import { governance } from "./governance";
import { identity } from "./identity";
import { licensing } from "./licensing";
import { mint } from "./mint";
import { modelFees } from "./modelFees";
import { rewards } from "./rewards";
import { shared } from "./shared";
import { slashing } from "./slashing";
import { staking } from "./staking";
import type { Templates } from "./template";
import { token } from "./token";
import { treasury } from "./treasury";
import { verification } from "./verification";

const modules: Readonly<Record<string, Templates>> = {
  staking,
  rewards,
  slashing,
  beacon,
  governance,
  treasury,
  token,
  bridge,
  identity,
  licensing,
  model_fees: modelFees,
  compute,
  verification,
  devices,
  analytics,
  mint,
};

/** The template of a module's call or event; undefined where there is none. */
export function templateOf(module: string, name: string): Templates[string] | undefined {
  return modules[module]?.[name] ?? shared[name];
}
