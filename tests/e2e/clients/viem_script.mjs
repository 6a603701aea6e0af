// viem against one node: everything a program with a wallet asks, what came of it as JSON.
import { order, require, run, see, shape, within } from "./notes.mjs";

const viem = require("viem");
const { privateKeyToAccount } = require("viem/accounts");

const GWEI = 10n ** 9n;
const FEES = { maxFeePerGas: 100n * GWEI, maxPriorityFeePerGas: 2n * GWEI };
const NOBODY = "0x00000000000000000000000000000000beef0002";
const { abi, bytecode } = order;
const home = viem.defineChain({
  id: order.chain_id, name: "node", nativeCurrency: { name: "coin", symbol: "C", decimals: 18 }, rpcUrls: { default: { http: [order.http] } },
});
const account = privateKeyToAccount(order.key);
const settings = { chain: home, transport: viem.http(order.http, { retryCount: 0 }), pollingInterval: 50, cacheTime: 0 };
const client = viem.createPublicClient(settings);
const wallet = viem.createWalletClient({ ...settings, account });
const dev = viem.createTestClient({ ...settings, mode: "anvil" });
const rpc = (method, ...params) => client.request({ method, params });
const mined = (hash) => client.waitForTransactionReceipt({ hash, pollingInterval: 50 });

// viem's typed errors, from the outermost to the first cause, and what the contract said.
function explain(error) {
  const names = [];
  let said = null, code = null;
  for (let at = error; at; at = at.cause) {
    names.push(at.name);
    if (at.data?.errorName) said = [at.data.errorName, (at.data.args ?? []).map(String)];
    if (typeof at.code === "number") code = at.code;
  }
  return { names, said, code, reason: error.walk?.((item) => item.reason)?.reason ?? null };
}
const note = (name, step) => see(name, step, explain);

async function chain() {
  await note("chain id", () => client.getChainId());
  await note("height", async () => (await client.getBlockNumber()) >= 0n);
  await note("block's shape", async () => shape(await client.getBlock()));
  await note("earliest block", async () => (await client.getBlock({ blockTag: "earliest" })).number);
  await note("finalized block", async () => typeof (await client.getBlock({ blockTag: "finalized" })).number);
  await note("safe block", async () => typeof (await client.getBlock({ blockTag: "safe" })).number);
  await note("no such block", () => client.getBlock({ blockNumber: 10_000_000n }));
  await note("transactions in a block", () => client.getBlockTransactionCount({ blockTag: "earliest" }));
  await note("balance", () => client.getBalance({ address: account.address }));
  await note("nonce", () => client.getTransactionCount({ address: account.address }));
  await note("pending nonce", () => client.getTransactionCount({ address: account.address, blockTag: "pending" }));
  await note("no code", () => client.getCode({ address: NOBODY }));
  await note("no storage", () => client.getStorageAt({ address: NOBODY, slot: "0x0" }));
  await note("gas price", async () => (await client.getGasPrice()) > 0n);
  await note("tip", async () => (await client.estimateMaxPriorityFeePerGas()) >= 0n);
  await note("fees", async () => shape(await client.estimateFeesPerGas()));
  await note("blob base fee", async () => typeof (await client.getBlobBaseFee()));
  await note("fee history", async () => {
    const found = await client.getFeeHistory({ blockCount: 1, rewardPercentiles: [10, 90] });
    return [shape(found), found.baseFeePerGas.length, found.reward.length];
  });
  await note("proof", async () => {
    const found = await client.getProof({ address: account.address, storageKeys: ["0x" + "0".repeat(64)] });
    return [shape(found), found.nonce, found.storageProof[0].value, found.accountProof.length > 0];
  });
  await note("a name", () => client.getEnsAddress({ name: "nobody.eth" }));
  await note("no such transaction", () => client.getTransaction({ hash: "0x" + "12".repeat(32) }));
  await note("no such receipt", () => client.getTransactionReceipt({ hash: "0x" + "12".repeat(32) }));
  await note("no such method", () => rpc("eth_nonsense"));
  await note("bad parameters", () => rpc("eth_getBalance"));
}

async function transfers() {
  const kinds = {
    legacy: { type: "legacy", gasPrice: 100n * GWEI },
    "access list": { type: "eip2930", gasPrice: 100n * GWEI, accessList: [{ address: NOBODY, storageKeys: [] }], gas: 30_000n },
    "fee market": { type: "eip1559", ...FEES },
  };
  for (const [name, fields] of Object.entries(kinds)) {
    const hash = await note(`${name}: hash`, () => wallet.sendTransaction({ to: NOBODY, value: 5n, gas: 21_000n, ...fields }));
    const receipt = await mined(hash);
    await note(`${name}: receipt`, async () => [receipt.status, receipt.type, receipt.gasUsed, receipt.from, receipt.to]);
    await note(`${name}: transaction`, async () => {
      const found = await client.getTransaction({ hash });
      const fields = shape(found).filter((field) => field !== "blockTimestamp"); // anvil has it now and then
      return [fields, found.type, found.nonce, found.value, found.r, found.yParity ?? null];
    });
    await note(`${name}: by index`, async () => (await client.getTransaction({ blockNumber: receipt.blockNumber, index: receipt.transactionIndex })).hash);
    await note(`${name}: confirmations`, () => client.getTransactionConfirmations({ hash }));
  }
  await note("received", () => client.getBalance({ address: NOBODY }));
  await note("estimate of a transfer", () => client.estimateGas({ account, to: NOBODY, value: 1n }));
  await note("prepared", async () => shape(await wallet.prepareTransactionRequest({ to: NOBODY, value: 1n })));
}

async function contract() {
  const hash = await wallet.deployContract({ abi, bytecode, args: [40n], gas: 1_000_000n, ...FEES });
  const { contractAddress: address } = await mined(hash);
  const at = { address, abi };
  const send = async (functionName, ...args) => mined(await wallet.writeContract({ ...at, functionName, args, gas: 100_000n, ...FEES }));
  const read = (functionName, ...args) => client.readContract({ ...at, functionName, args });
  await note("deployed at", async () => address);
  await note("its code", () => client.getCode({ address }));
  await note("call", () => read("total"));
  await note("simulated", async () => (await client.simulateContract({ ...at, account, functionName: "count", args: [3n] })).result);
  await note("estimate of a call", () => client.estimateContractGas({ ...at, account, functionName: "count", args: [3n] }));
  await note("revert in words", () => read("refuse"));
  await note("custom error", () => client.simulateContract({ ...at, account, functionName: "count", args: [11n] }));
  await note("custom error in an estimate", () => client.estimateContractGas({ ...at, account, functionName: "count", args: [11n] }));
  await note("panic", () => read("divide", 0n));
  await note("call of nothing", () => client.readContract({ address: NOBODY, abi, functionName: "total" }));
  const receipt = await send("count", 3n);
  await note("gas of a call", async () => receipt.gasUsed);
  await note("event", async () => viem.parseEventLogs({ abi, logs: receipt.logs }).map((log) => [log.eventName, log.args]));
  await note("log's shape", async () => shape(receipt.logs[0]));
  await note("failed in a block", async () => (await send("count", 11n)).status);
  await note("storage", () => client.getStorageAt({ address, slot: "0x0" }));
  await note("events of the contract", async () => (await client.getContractEvents({ ...at, fromBlock: 0n })).map((log) => log.args));
  await note("logs of a block", async () => (await client.getLogs({ address, blockHash: receipt.blockHash })).length);
  await note("logs upside down", () => client.getLogs({ address, fromBlock: 5n, toBlock: 1n }));
  await note("call in the past", () => client.readContract({ ...at, functionName: "total", blockNumber: receipt.blockNumber - 1n }));
  const data = viem.encodeFunctionData({ abi, functionName: "count", args: [1n] });
  await note("access list of a call", () => client.createAccessList({ account, to: address, data }));
  await note("overridden state", () =>
    client.call({
      to: address, data: viem.encodeFunctionData({ abi, functionName: "total" }),
      stateOverride: [{ address, stateDiff: [{ slot: "0x" + "0".repeat(64), value: "0x" + "7".padStart(64, "0") }] }],
    })
  );
  await note("simulated calls", async () => {
    const calls = [{ to: address, data }, { to: address, abi, functionName: "total" }, { to: address, abi, functionName: "refuse" }];
    const { results } = await client.simulateCalls({ account, calls });
    return results.map((found) => [found.status, found.gasUsed, found.result, found.error?.name, found.logs?.length]);
  });
  await note("simulated blocks", async () => {
    const blocks = await client.simulateBlocks({ blocks: [{ calls: [{ account, to: address, data }] }, { calls: [{ account, to: NOBODY, value: 1n }] }] });
    return blocks.map((block) => [shape(block), block.calls.map((call) => [call.status, call.gasUsed])]);
  });
  await note("trace", async () => {
    const found = await rpc("debug_traceTransaction", receipt.transactionHash, { tracer: "prestateTracer" });
    return shape(found).length;
  });
  await note("filter", async () => {
    const filter = await client.createContractEventFilter(at);
    await send("count", 1n);
    const changes = await client.getFilterChanges({ filter });
    return [changes.map((log) => log.args.total), (await client.getFilterChanges({ filter })).length, await client.uninstallFilter({ filter })];
  });
  await note("multiple reads", async () => Promise.all(["total", "total"].map((name) => read(name))));
  await note("delegation", async () => {
    const authorization = await wallet.signAuthorization({ contractAddress: address, executor: "self" });
    const done = await mined(await wallet.sendTransaction({ to: NOBODY, gas: 100_000n, authorizationList: [authorization], ...FEES }));
    return [done.type, done.status, done.gasUsed, await client.getCode({ address: account.address })];
  });
  return { at, send };
}

async function refusals() {
  const poor = privateKeyToAccount("0x" + "32".repeat(32));
  const plain = { to: NOBODY, value: 1n, gas: 21_000n, ...FEES };
  await note("insufficient funds", () => wallet.sendTransaction({ ...plain, account: poor, nonce: 0, value: 10n ** 18n }));
  await note("nonce too low", () => wallet.sendTransaction({ ...plain, nonce: 0 }));
  await note("intrinsic gas too low", () => wallet.sendTransaction({ ...plain, gas: 20_000n }));
  await note("fee below the base fee", () => wallet.sendTransaction({ ...plain, maxFeePerGas: 1n, maxPriorityFeePerGas: 0n }));
  await note("tip above the fee", () => wallet.sendTransaction({ ...plain, maxPriorityFeePerGas: 101n * GWEI }));
  await note("call without funds", () => client.call({ account: poor.address, to: NOBODY, value: 10n ** 18n }));
  await note("not a transaction", () => client.sendRawTransaction({ serializedTransaction: "0x02ff" }));
  await dev.setAutomine(false);
  const nonce = await client.getTransactionCount({ address: account.address });
  const first = await wallet.sendTransaction({ ...plain, nonce });
  await note("replacement underpriced", () => wallet.sendTransaction({ ...plain, nonce, value: 2n }));
  await note("already known", () => wallet.sendTransaction({ ...plain, nonce }));
  await note("a receipt that waits", () => client.getTransactionReceipt({ hash: first }));
  await note("a transaction that waits", async () => (await client.getTransaction({ hash: first })).blockNumber);
  await note("pool", () => dev.getTxpoolStatus());
  const replaced = within(20, (resolve) =>
    client.waitForTransactionReceipt({ hash: first, onReplaced: (found) => resolve(found.reason), pollingInterval: 50 })
  );
  await client.getTransaction({ hash: first });
  await new Promise((resolve) => setTimeout(resolve, 300));
  const better = await wallet.sendTransaction({ ...plain, nonce, value: 3n, maxFeePerGas: 200n * GWEI, maxPriorityFeePerGas: 10n * GWEI });
  await dev.setAutomine(true);
  await dev.mine({ blocks: 1 });
  await note("replaced", () => replaced);
  await note("what replaced it", async () => (await mined(better)).status);
}

async function signing() {
  const typed = {
    domain: { name: "post", version: "1", chainId: order.chain_id }, primaryType: "Mail", message: { to: NOBODY, text: "hello" },
    types: { Mail: [{ name: "to", type: "address" }, { name: "text", type: "string" }] },
  };
  const managed = viem.createWalletClient({ ...settings, account: order.managed });
  await note("typed data", () => wallet.signTypedData(typed));
  await note("typed data of the node", () => managed.signTypedData(typed));
  await note("signature of the node", () => managed.signMessage({ message: "hello" }));
  await note("sent by the node", async () => (await mined(await managed.sendTransaction({ to: NOBODY, value: 7n }))).status);
  await note("verified", async () => client.verifyMessage({ address: order.managed, message: "hello", signature: await managed.signMessage({ message: "hello" }) }));
  const batching = viem.createPublicClient({ ...settings, transport: viem.http(order.http, { batch: true }) });
  await note("batch", async () => Promise.all([0, 1, 2].map((slot) => batching.getStorageAt({ address: NOBODY, slot: `0x${slot}` }))));
}

async function socket({ at, send }) {
  const live = viem.createPublicClient({ chain: home, transport: viem.webSocket(order.ws, { retryCount: 0 }) });
  await note("socket: chain id", () => live.getChainId());
  await note("socket: balance", () => live.getBalance({ address: NOBODY }));
  const heads = [], hashes = [];
  let heard;
  const event = new Promise((resolve) => { heard = resolve; });
  const stops = [
    live.watchBlocks({ onBlock: (block) => heads.push(block.number) }),
    live.watchPendingTransactions({ onTransactions: (found) => hashes.push(...found) }),
    live.watchContractEvent({ ...at, onLogs: (logs) => heard(logs.map((log) => [log.eventName, log.args])) }),
  ];
  await new Promise((resolve) => setTimeout(resolve, 500));
  const receipt = await send("count", 2n);
  await note("socket: event", () => within(10, (resolve) => event.then(resolve)));
  await new Promise((resolve) => setTimeout(resolve, 300));
  await note("socket: head", async () => heads.includes(receipt.blockNumber));
  await note("socket: pending", async () => hashes.includes(receipt.transactionHash));
  await note("socket: revert in words", () => live.readContract({ ...at, functionName: "refuse" }));
  stops.forEach((stop) => stop());
}

run(async () => {
  await chain();
  await transfers();
  const made = await contract();
  await refusals();
  await signing();
  await socket(made);
});
