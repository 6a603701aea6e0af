// Does with ethers what a wallet does with the token: reads the domain, signs a permit and a payment,
// and lets somebody else carry both. The order stands on stdin, what was seen goes to stdout, as JSON.
const { readFileSync } = require("fs");
const { Contract, JsonRpcProvider, NonceManager, Signature, Wallet, hexlify, randomBytes } = require("ethers");

const PAYMENT = "address,address,uint256,uint256,uint256,bytes32";
const fields = (text) => text.split(" ").map((pair) => pair.split(":")).map(([name, type]) => ({ name, type }));
const TYPES = {
  Permit: fields("owner:address spender:address value:uint256 nonce:uint256 deadline:uint256"),
  TransferWithAuthorization: fields(
    "from:address to:address value:uint256 validAfter:uint256 validBefore:uint256 nonce:bytes32"
  ),
};

async function main() {
  const order = JSON.parse(readFileSync(0, "utf8"));
  const provider = new JsonRpcProvider(order.rpc, undefined, { staticNetwork: true, cacheTimeout: -1 });
  provider.pollingInterval = 100;
  const owner = new Wallet(order.owner), carrier = new NonceManager(new Wallet(order.carrier, provider));
  const token = new Contract(order.token, order.abi, carrier);
  const { name, version, chainId, verifyingContract } = await token.eip712Domain();
  const domain = { name, version, chainId, verifyingContract };
  const sign = (kind, message) => owner.signTypedData(domain, { [kind]: TYPES[kind] }, message);

  const spender = await carrier.getAddress(), value = BigInt(order.value), deadline = BigInt(order.deadline);
  const nonce = await token.nonces(owner.address);
  const permit = { owner: owner.address, spender, value, nonce, deadline };
  const { v, r, s } = Signature.from(await sign("Permit", permit));
  await (await token.permit(owner.address, spender, value, deadline, v, r, s)).wait();
  const allowance = await token.allowance(owner.address, spender);
  const taken = await (await token.transferFrom(owner.address, order.payee, value)).wait();

  const payment = {
    from: owner.address, to: order.payee, value, validAfter: 0n, validBefore: deadline, nonce: hexlify(randomBytes(32)),
  };
  const signature = await sign("TransferWithAuthorization", payment);
  const paid = await (
    await token[`transferWithAuthorization(${PAYMENT},bytes)`](...Object.values(payment), signature)
  ).wait();
  const parsed = [...taken.logs, ...paid.logs].map((log) => token.interface.parseLog(log));
  const seen = {
    name: await token.name(), symbol: await token.symbol(), decimals: Number(await token.decimals()),
    allowance: allowance.toString(), left: (await token.allowance(owner.address, spender)).toString(),
    events: parsed.map((event) => [event.name, ...event.args.map(String)]), nonce: payment.nonce,
    used: await token.authorizationState(owner.address, payment.nonce),
  };
  console.log(JSON.stringify(seen));
  process.exit(0);
}

main().catch((error) => { console.error(error); process.exit(1); });
