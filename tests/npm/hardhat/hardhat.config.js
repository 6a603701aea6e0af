// A project against a chain that runs already; its compiler is npm's, so that none is downloaded.
import { createRequire } from "node:module";
import helpers from "@nomicfoundation/hardhat-network-helpers";

const { resolve } = createRequire(import.meta.url);
const url = process.env.DEVNET_URL ?? "http://127.0.0.1:8545";

export default {
  plugins: [helpers],
  solidity: { version: "0.8.37", path: resolve("solc/soljson.js") },
  networks: { devnet: { type: "http", chainType: "l1", url, accounts: "remote" } },
};
