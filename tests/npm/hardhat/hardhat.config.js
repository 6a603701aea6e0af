// A project against a chain that runs already; nothing is compiled here, so nothing is downloaded.
import helpers from "@nomicfoundation/hardhat-network-helpers";

export default {
  plugins: [helpers],
  networks: {
    devnet: { type: "http", chainType: "l1", url: process.env.DEVNET_URL, accounts: "remote" },
  },
};
