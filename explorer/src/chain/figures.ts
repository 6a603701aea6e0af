// The few numbers that say how the chain stands.
import { analyticsAbi, analyticsAddress } from "@kumiai/analytics";
import { mintAbi, mintAddress } from "@kumiai/mint";
import { stakingAbi, stakingAddress } from "@kumiai/staking";
import { read } from "./read";

const analytics = { address: analyticsAddress, abi: analyticsAbi };
const mint = { address: mintAddress, abi: mintAbi };
const staking = { address: stakingAddress, abi: stakingAbi };

export interface Figures {
  readonly supply_wei: bigint;
  readonly bonded_wei: bigint;
  readonly burned_wei: bigint;
  readonly payments: bigint;
}

/** Read supply, stake and what the markets have done so far. */
export async function readFigures(): Promise<Figures> {
  const [supply_wei, bonded_wei, burned_wei, totals] = await Promise.all([
    read(mint, "supply", []),
    read(staking, "totalBonded", []),
    read(mint, "burned", []),
    read(analytics, "totals", []),
  ]);
  return { supply_wei, bonded_wei, burned_wei, payments: totals.payments };
}
