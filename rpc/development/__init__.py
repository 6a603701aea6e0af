"""Methods of a development chain: evm_, anvil_, hardhat_ and personal_, and accounts that sign."""
