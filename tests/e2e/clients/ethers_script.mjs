// ethers against one node: everything a program with a wallet asks, what came of it as JSON.
import { order, require, run, see, shape, within } from "./notes.mjs";

const { Contract, ContractFactory, JsonRpcProvider, Wallet, WebSocketProvider, parseEther, verifyTypedData } = require("ethers");

const GWEI = 10n ** 9n;
const FEES = { maxFeePerGas: 100n * GWEI, maxPriorityFeePerGas: 2n * GWEI };
const NOBODY = "0x00000000000000000000000000000000beef0001";
const provider = new JsonRpcProvider(order.http, undefined, { cacheTimeout: -1, pollingInterval: 50 });
const wallet = new Wallet(order.key, provider);
const rpc = (method, ...params) => provider.send(method, params);

// What a program branches on: the code, the words or the error of the contract.
const explain = (error) => ({
  code: error.code, reason: error.reason ?? null, revert: error.revert ? [error.revert.name, error.revert.args.map(String)] : null,
  rpc: error.error?.code ?? error.info?.error?.code ?? null,
});
const note = (name, step) => see(name, step, explain);
const signed = async (fields) =>
  wallet.signTransaction({
    chainId: order.chain_id, type: 2, gasLimit: 21_000n, to: NOBODY, nonce: await wallet.getNonce(), ...FEES, ...fields,
  });

async function chain() {
  await note("network", async () => (await provider.getNetwork()).chainId);
  await note("height is a number", async () => Number.isInteger(await provider.getBlockNumber()));
  await note("block by number", async () => shape(await provider.getBlock("latest")));
  await note("block by tag", async () => (await provider.getBlock("earliest")).number);
  await note("finalized block", async () => (await provider.getBlock("finalized")) !== null);
  await note("safe block", async () => (await provider.getBlock("safe")) !== null);
  await note("no such block", () => provider.getBlock(10_000_000));
  await note("no such block hash", () => provider.getBlock("0x" + "12".repeat(32)));
  await note("balance", () => provider.getBalance(wallet.address));
  await note("empty balance", () => provider.getBalance(NOBODY));
  await note("nonce", () => provider.getTransactionCount(wallet.address));
  await note("pending nonce", () => provider.getTransactionCount(wallet.address, "pending"));
  await note("no code", () => provider.getCode(NOBODY));
  await note("no storage", () => provider.getStorage(NOBODY, 0));
  await note("fee data", async () => shape(await provider.getFeeData()));
  await note("a name", () => provider.resolveName("nobody.eth"));
  await note("reverse name", () => provider.lookupAddress(NOBODY));
  await note("no such transaction", () => provider.getTransaction("0x" + "12".repeat(32)));
  await note("no such receipt", () => provider.getTransactionReceipt("0x" + "12".repeat(32)));
  await note("no such method", () => rpc("eth_nonsense"));
  await note("bad parameters", () => rpc("eth_getBalance"));
  await note("fee history", async () => {
    const found = await rpc("eth_feeHistory", "0x1", "latest", [10, 90]);
    return [shape(found), found.baseFeePerGas.length, found.reward.length];
  });
  await note("proof", async () => {
    const found = await rpc("eth_getProof", wallet.address, ["0x0"], "latest");
    return [shape(found), found.nonce, found.storageProof[0].value, found.accountProof.length > 0];
  });
}

async function transfers() {
  const kinds = {
    legacy: { type: 0, gasPrice: 100n * GWEI },
    "access list": { type: 1, gasPrice: 100n * GWEI, accessList: [{ address: NOBODY, storageKeys: [] }], gasLimit: 30_000n },
    "fee market": { type: 2, ...FEES },
  };
  for (const [name, fields] of Object.entries(kinds)) {
    const sent = await note(`${name}: hash`, async () => {
      const answer = await wallet.sendTransaction({ to: NOBODY, value: 5n, gasLimit: 21_000n, ...fields });
      provider[name] = answer;
      return answer.hash;
    });
    const receipt = await provider[name]?.wait();
    await note(`${name}: receipt`, async () => [receipt.status, receipt.type, receipt.gasUsed, receipt.from, receipt.to]);
    await note(`${name}: receipt's shape`, async () => shape(await rpc("eth_getTransactionReceipt", sent)));
    await note(`${name}: transaction`, async () => {
      const found = await provider.getTransaction(sent);
      return [found.type, found.nonce, found.value, found.chainId, found.accessList, found.signature.r];
    });
    await note(`${name}: transaction's shape`, async () => shape(await rpc("eth_getTransactionByHash", sent)));
    await note(`${name}: in its block`, async () => (await provider.getBlock(receipt.blockNumber, true)).prefetchedTransactions[receipt.index].hash);
  }
  await note("received", () => provider.getBalance(NOBODY));
  await note("estimate of a transfer", () => wallet.estimateGas({ to: NOBODY, value: 1n }));
}

async function contract() {
  const factory = new ContractFactory(order.abi, order.bytecode, wallet);
  const made = await factory.deploy(40n, { gasLimit: 1_000_000n, ...FEES });
  await made.waitForDeployment();
  const address = await note("deployed at", () => made.getAddress());
  await note("its code", () => provider.getCode(address));
  await note("call", () => made.total());
  await note("static call", () => made.count.staticCall(3n));
  await note("estimate of a call", () => made.count.estimateGas(3n));
  await note("revert in words", () => made.refuse());
  await note("custom error", () => made.count.staticCall(11n));
  await note("custom error in an estimate", () => made.count.estimateGas(11n));
  await note("panic", () => made.divide(0n));
  await note("call of nothing", () => new Contract(NOBODY, order.abi, provider).total());
  const receipt = await (await made.count(3n, { gasLimit: 100_000n, ...FEES })).wait();
  await note("gas of a call", async () => receipt.gasUsed);
  await note("event", async () => receipt.logs.map((log) => [log.fragment.name, log.args.map(String)]));
  await note("failed in a block", async () => (await made.count(11n, { gasLimit: 100_000n, ...FEES })).wait());
  await note("storage", () => provider.getStorage(address, 0));
  await note("query of events", async () => (await made.queryFilter("Counted", 0)).map((log) => log.args.map(String)));
  await note("logs of a block", async () => (await provider.getLogs({ address, blockHash: receipt.blockHash })).length);
  await note("logs upside down", () => provider.getLogs({ address, fromBlock: 5, toBlock: 1 }));
  await note("call in the past", () => made.total({ blockTag: receipt.blockNumber - 1 }));
  await note("access list of a call", async () => {
    const found = await rpc("eth_createAccessList", { from: wallet.address, to: address, data: made.interface.encodeFunctionData("count", [1]) }, "latest");
    return [found.accessList, found.gasUsed];
  });
  await note("overridden state", async () =>
    rpc("eth_call", { to: address, data: made.interface.encodeFunctionData("total") }, "latest", {
      [address]: { stateDiff: { ["0x" + "0".repeat(64)]: "0x" + "7".padStart(64, "0") } },
    })
  );
  await note("trace", async () => {
    const found = await rpc("debug_traceTransaction", receipt.hash, { tracer: "callTracer" });
    return [shape(found), found.type, found.to, found.output];
  });
  await note("structured trace", async () => {
    const found = await rpc("debug_traceTransaction", receipt.hash, {});
    return [shape(found), found.failed, found.structLogs.length, found.structLogs[0].op];
  });
  await note("filter", async () => {
    const filter = await rpc("eth_newFilter", { address });
    await (await made.count(1n, { gasLimit: 100_000n, ...FEES })).wait();
    const changes = await rpc("eth_getFilterChanges", filter);
    return [changes.length, changes[0].data, (await rpc("eth_getFilterChanges", filter)).length, await rpc("eth_uninstallFilter", filter)];
  });
  await note("unknown filter", () => rpc("eth_getFilterChanges", "0x123456"));
  await note("delegation", async () => {
    const authorization = await wallet.authorize({ address, nonce: (await wallet.getNonce()) + 1 });
    const sent = await wallet.sendTransaction({ type: 4, to: NOBODY, gasLimit: 100_000n, authorizationList: [authorization], ...FEES });
    const done = await sent.wait();
    return [done.type, done.status, done.gasUsed, await provider.getCode(wallet.address)];
  });
  return made;
}

async function refusals() {
  const poor = new Wallet("0x" + "31".repeat(32), provider);
  await note("insufficient funds", () => poor.sendTransaction({ to: NOBODY, value: parseEther("1"), gasLimit: 21_000n, nonce: 0, ...FEES }));
  await note("nonce too low", async () => provider.broadcastTransaction(await signed({ nonce: 0 })));
  await note("intrinsic gas too low", async () => provider.broadcastTransaction(await signed({ gasLimit: 20_000n })));
  await note("fee below the base fee", async () => provider.broadcastTransaction(await signed({ maxFeePerGas: 1n, maxPriorityFeePerGas: 0n })));
  await note("tip above the fee", async () => provider.broadcastTransaction(await signed({ maxFeePerGas: 100n * GWEI, maxPriorityFeePerGas: 101n * GWEI })));
  await note("another chain", async () => provider.broadcastTransaction(await signed({ chainId: 5 })));
  await note("not a transaction", () => rpc("eth_sendRawTransaction", "0x02ff"));
  await rpc("evm_setAutomine", false);
  const raw = await signed({ value: 1n });
  const waiting = await provider.broadcastTransaction(raw);
  await note("already known", () => provider.broadcastTransaction(raw));
  await note("replacement underpriced", async () => provider.broadcastTransaction(await signed({ value: 2n })));
  await note("a receipt that waits", () => provider.getTransactionReceipt(waiting.hash));
  await note("a transaction that waits", async () => (await provider.getTransaction(waiting.hash)).blockNumber);
  await note("pool", () => rpc("txpool_status"));
  const better = await provider.broadcastTransaction(await signed({ value: 3n, maxFeePerGas: 200n * GWEI, maxPriorityFeePerGas: 10n * GWEI }));
  await rpc("evm_setAutomine", true);
  await rpc("evm_mine");
  await note("replaced", async () => (await better.wait()).status);
  await note("what was replaced", () => provider.getTransactionReceipt(waiting.hash));
}

async function signing() {
  const domain = { name: "post", version: "1", chainId: order.chain_id };
  const types = { Mail: [{ name: "to", type: "address" }, { name: "text", type: "string" }] };
  const message = { to: NOBODY, text: "hello" };
  await note("typed data", () => wallet.signTypedData(domain, types, message));
  const managed = await provider.getSigner(order.managed);
  await note("typed data of the node", async () => verifyTypedData(domain, types, message, await managed.signTypedData(domain, types, message)));
  await note("signature of the node", () => managed.signMessage("hello"));
  await note("sent by the node", async () => (await (await managed.sendTransaction({ to: NOBODY, value: 7n })).wait()).status);
  await note("batch", async () => Promise.all([0, 1, 2].map((slot) => provider.getStorage(NOBODY, slot))));
}

async function socket(made) {
  const live = new WebSocketProvider(order.ws);
  await note("socket: network", async () => (await live.getNetwork()).chainId);
  await note("socket: balance", () => live.getBalance(NOBODY));
  const listening = made.connect(live);
  const heads = [], hashes = [];
  let heard;
  const event = new Promise((resolve) => { heard = resolve; });
  await live.on("block", (number) => heads.push(number));
  await live.on("pending", (hash) => hashes.push(hash));
  await listening.on("Counted", (who, total) => heard([who, String(total)]));
  await live.send("eth_chainId", []);
  const sent = await made.count(2n, { gasLimit: 100_000n, ...FEES });
  const receipt = await sent.wait();
  await note("socket: event", () => within(10, (resolve) => event.then(resolve)));
  await live.send("eth_chainId", []);
  await note("socket: head", async () => heads.includes(receipt.blockNumber));
  await note("socket: pending", async () => hashes.includes(sent.hash));
  await note("socket: revert in words", () => listening.refuse());
  await live.destroy();
}

run(async () => {
  await chain();
  await transfers();
  const made = await contract();
  await refusals();
  await signing();
  await socket(made);
});
