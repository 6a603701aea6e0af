// The wallet's chain must be the node's: a transaction signed for another one would go there.
import type { Hex } from "viem";
import { ask, endpoint } from "../chain/rpc";
import { codeOf } from "./failure";
import type { Provider } from "./discovery";

const UNKNOWN_CHAIN = 4902; // EIP-3326: the wallet has to be told of the chain first

/** Whether the wallet signs for the chain of this node. */
export async function isOnChain(provider: Provider): Promise<boolean> {
  const [wanted, found] = await Promise.all([ask<Hex>("eth_chainId"), provider.request({ method: "eth_chainId" })]);
  return typeof found === "string" && BigInt(found) === BigInt(wanted);
}

/** Have the wallet change to this node's chain, telling it of the chain where it has to be told. */
export async function switchChain(provider: Provider): Promise<void> {
  const chainId = await ask<Hex>("eth_chainId");
  try {
    await provider.request({ method: "wallet_switchEthereumChain", params: [{ chainId }] });
  } catch (cause) {
    if (codeOf(cause) !== UNKNOWN_CHAIN) throw cause;
    await provider.request({ method: "wallet_addEthereumChain", params: [descriptionOf(chainId)] });
  }
}

function descriptionOf(chainId: Hex) {
  return {
    chainId,
    chainName: `Kumiai ${BigInt(chainId)}`,
    nativeCurrency: { name: "Kumiai", symbol: "KUM", decimals: 18 },
    rpcUrls: [endpoint()],
  };
}
