// One typed read and one typed write with the packed bundle; wrong uses must not compile.
import { compute, modelFees, token } from "kumiai-client";
import { createPublicClient, createWalletClient, decodeEventLog, http, type Hex } from "viem";
import { privateKeyToAccount } from "viem/accounts";

const [url, key, target] = process.argv.slice(2) as [string, Hex, Hex];
const account = privateKeyToAccount(key);
const reader = createPublicClient({ transport: http(url) });
const chainId = await reader.getChainId();
const chain = {
  id: chainId,
  name: "devnet",
  nativeCurrency: { name: "Kumiai", symbol: "KUM", decimals: 18 },
  rpcUrls: { default: { http: [url] } },
} as const;
const writer = createWalletClient({ account, chain, transport: http(url) });

const params = await reader.readContract({ ...compute.compute, functionName: "params" });
const bidsMax: bigint = params.bidsMax;

const hash = await writer.writeContract({
  ...token.token,
  functionName: "transfer",
  args: [target, 12_345n],
});
const receipt = await reader.waitForTransactionReceipt({ hash });
const [log] = receipt.logs;
if (log === undefined) throw new Error("a transfer is logged");
const event: token.TokenEvent = decodeEventLog({ abi: token.tokenAbi, ...log });
if (event.eventName !== "Transfer") throw new Error(event.eventName);
const moved: bigint = event.args.value;

const signature = await account.signTypedData({
  domain: modelFees.modelFeesDomain(chainId),
  types: { Voucher: modelFees.modelFeesTypes.Voucher },
  primaryType: "Voucher",
  message: {
    channel: 1n, epoch: 2n, lane: 3n, nonce: 4n, requests: 5n,
    units0: 6n, units1: 0n, units2: 0n, units3: 0n, units4: 0n, units5: 0n,
    amountWei: 7n, receiptRoot: `0x${"08".repeat(32)}`,
  },
});

// @ts-expect-error: there is no such view
void (() => reader.readContract({ ...compute.compute, functionName: "noSuchView" }));
// @ts-expect-error: an amount is a bigint
void (() => writer.writeContract({ ...token.token, functionName: "transfer", args: [target, "1"] }));

const kind: number = compute.Kind.LEASE;
console.log(JSON.stringify({
  bidsMax: String(bidsMax), moved: String(moved), to: event.args.to, kind, signature,
}));
