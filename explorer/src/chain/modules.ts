// The native modules: their names, addresses and ABIs, from the client that is rendered for viem.
import type { Abi, Address } from "viem";
import * as client from "@kumiai/index";

export interface Module {
  readonly name: string; // as the node writes it: model_fees
  readonly address: Address;
  readonly abi: Abi;
}

export const modules: readonly Module[] = [
  { name: "staking", address: client.staking.stakingAddress, abi: client.staking.stakingAbi },
  { name: "rewards", address: client.rewards.rewardsAddress, abi: client.rewards.rewardsAbi },
  { name: "slashing", address: client.slashing.slashingAddress, abi: client.slashing.slashingAbi },
  { name: "beacon", address: client.beacon.beaconAddress, abi: client.beacon.beaconAbi },
  { name: "governance", address: client.governance.governanceAddress, abi: client.governance.governanceAbi },
  { name: "treasury", address: client.treasury.treasuryAddress, abi: client.treasury.treasuryAbi },
  { name: "token", address: client.token.tokenAddress, abi: client.token.tokenAbi },
  { name: "bridge", address: client.bridge.bridgeAddress, abi: client.bridge.bridgeAbi },
  { name: "identity", address: client.identity.identityAddress, abi: client.identity.identityAbi },
  { name: "licensing", address: client.licensing.licensingAddress, abi: client.licensing.licensingAbi },
  { name: "model_fees", address: client.modelFees.modelFeesAddress, abi: client.modelFees.modelFeesAbi },
  { name: "compute", address: client.compute.computeAddress, abi: client.compute.computeAbi },
  { name: "verification", address: client.verification.verificationAddress, abi: client.verification.verificationAbi },
  { name: "devices", address: client.devices.devicesAddress, abi: client.devices.devicesAbi },
  { name: "analytics", address: client.analytics.analyticsAddress, abi: client.analytics.analyticsAbi },
  { name: "mint", address: client.mint.mintAddress, abi: client.mint.mintAbi },
];

const byAddress = new Map(modules.map((module) => [module.address.toLowerCase(), module]));

export function moduleAt(address: string | null): Module | undefined {
  return address === null ? undefined : byAddress.get(address.toLowerCase());
}
