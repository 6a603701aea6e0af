// What an account has at stake, by validator, what it has earned there, and what is on its way back.
import type { Address } from "viem";
import { rewardsAbi, rewardsAddress } from "@kumiai/rewards";
import { stakingAbi, stakingAddress } from "@kumiai/staking";
import { read } from "./read";

export interface Stake {
  readonly validator: Address;
  readonly amount_wei: bigint;
  readonly rewards_wei: bigint; // that wait to be taken
}

export interface Unbonding {
  readonly id: bigint;
  readonly validator: Address;
  readonly amount_wei: bigint;
  readonly matures_s: bigint;
}

export interface Stakes {
  readonly stakes: readonly Stake[];
  readonly unbondings: readonly Unbonding[];
  readonly isCut: boolean; // there are more than a view shows at once
}

const LISTED_MAX = 50n; // in one answer of a view
const staking = { address: stakingAddress, abi: stakingAbi };
const rewards = { address: rewardsAddress, abi: rewardsAbi };

export async function findStakes(address: Address): Promise<Stakes> {
  const [delegations, earned, unbondings] = await Promise.all([
    read(staking, "delegationsOf", [address, 0n, LISTED_MAX]),
    read(rewards, "rewardsOf", [address, 0n, LISTED_MAX]),
    read(staking, "unbondingsOf", [address, 0n, LISTED_MAX]),
  ]);
  const waiting = new Map(earned.map(({ validator, amountWei }) => [validator, amountWei]));
  return {
    stakes: delegations.map(({ validator, amountWei }) => ({
      validator,
      amount_wei: amountWei,
      rewards_wei: waiting.get(validator) ?? 0n,
    })),
    unbondings: unbondings.map(({ id, validator, amountWei, maturesS }) => ({
      id,
      validator,
      amount_wei: amountWei,
      matures_s: BigInt(maturesS),
    })),
    isCut: [delegations, unbondings].some((list) => list.length >= Number(LISTED_MAX)),
  };
}
