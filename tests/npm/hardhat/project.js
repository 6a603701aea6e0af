// Deploys a vault and tests it as a Hardhat project does: fixtures, time, impersonation, snapshots.
import assert from "node:assert/strict";
import { BrowserProvider, ContractFactory } from "ethers";
import hre from "hardhat";

const { abi, bytecode } = await hre.artifacts.readArtifact("Vault");
const { provider, networkHelpers } = await hre.network.create("devnet");
const { time } = networkHelpers;
const ethers = new BrowserProvider(provider, undefined, { cacheTimeout: -1 });
const [owner, stranger] = await Promise.all([ethers.getSigner(0), ethers.getSigner(1)]);
const DAY = 86_400;
const done = [];

async function test(name, run) {
  await run();
  done.push(name);
}

async function deployed() {
  const factory = new ContractFactory(abi, bytecode, owner);
  const vault = await factory.deploy(DAY, { value: 5n });
  await vault.waitForDeployment();
  return vault;
}

await test("a fixture is restored, not deployed again", async () => {
  const first = await networkHelpers.loadFixture(deployed);
  const height = await time.latestBlock();
  await networkHelpers.mine(3);
  const again = await networkHelpers.loadFixture(deployed);
  assert.equal(await again.getAddress(), await first.getAddress());
  assert.equal(await time.latestBlock(), height);
});

await test("a custom error carries its data", async () => {
  const vault = await networkHelpers.loadFixture(deployed);
  const opens = await vault.opens();
  await assert.rejects(vault.open.staticCall(), (error) => {
    assert.equal(error.revert.name, "TooEarly");
    assert.equal(error.revert.args[0], opens);
    return true;
  });
  await assert.rejects(vault.connect(stranger).open(), /not the owner/);
});

await test("time opens the vault", async () => {
  const vault = await networkHelpers.loadFixture(deployed);
  const opens = Number(await vault.opens());
  await time.setNextBlockTimestamp(opens - 1);
  await assert.rejects(async () => (await vault.open({ gasLimit: 100_000 })).wait());
  assert.equal(await time.latest(), opens - 1);
  await time.increaseTo(opens);
  assert.equal(await time.latest(), opens);
  const receipt = await (await vault.open()).wait();
  assert.equal(receipt.logs.length, 1);
  assert.equal(await ethers.getBalance(await vault.getAddress()), 0n);
  await time.increase(DAY);
  assert.ok((await time.latest()) >= opens + DAY);
});

await test("state is written by hand", async () => {
  const vault = await networkHelpers.loadFixture(deployed);
  const address = await vault.getAddress();
  const whale = "0x00000000000000000000000000000000000000aa";
  await networkHelpers.setBalance(whale, 10n ** 20n);
  await networkHelpers.setStorageAt(address, 0, whale);
  assert.equal((await vault.owner()).toLowerCase(), whale);
  await networkHelpers.setStorageAt(address, 1, 0);
  await networkHelpers.impersonateAccount(whale);
  await (await vault.connect(await ethers.getSigner(whale)).open()).wait();
  await networkHelpers.stopImpersonatingAccount(whale);
  await networkHelpers.setNonce(whale, 77);
  assert.equal(await ethers.getTransactionCount(whale), 77);
  await networkHelpers.setCode(whale, "0x60006000fd");
  assert.equal(await ethers.getCode(whale), "0x60006000fd");
  assert.equal(BigInt(await networkHelpers.getStorageAt(address, 1)), 0n);
});

await test("snapshots bring everything back", async () => {
  const before = await ethers.getBalance(stranger.address);
  const snapshot = await networkHelpers.takeSnapshot();
  await (await owner.sendTransaction({ to: stranger.address, value: 7n })).wait();
  assert.equal(await ethers.getBalance(stranger.address), before + 7n);
  await snapshot.restore();
  assert.equal(await ethers.getBalance(stranger.address), before);
});

await test("blocks come when they are asked for", async () => {
  const height = await time.latestBlock();
  await networkHelpers.mineUpTo(height + 40);
  assert.equal(await time.latestBlock(), height + 40);
  const start = await time.latest();
  await networkHelpers.mine(10, { interval: 60 });
  assert.equal((await time.latest()) - start >= 540, true);
  await networkHelpers.setNextBlockBaseFeePerGas(12_345);
  await networkHelpers.setCoinbase(stranger.address);
  await networkHelpers.mine();
  const block = await ethers.getBlock("latest");
  assert.equal(block.baseFeePerGas, 12_345n);
  assert.equal(block.miner, stranger.address);
});

await test("what waits can be dropped", async () => {
  await provider.request({ method: "evm_setAutomine", params: [false] });
  const sent = await owner.sendUncheckedTransaction({ to: stranger.address, value: 1n });
  await networkHelpers.dropTransaction(sent);
  await networkHelpers.mine();
  assert.equal(await provider.request({ method: "eth_getTransactionByHash", params: [sent] }), null);
  await provider.request({ method: "evm_setAutomine", params: [true] });
});

console.log(JSON.stringify(done));
