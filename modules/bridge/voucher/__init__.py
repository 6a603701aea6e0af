"""The voucher and who deploys it on an EVM chain: Solidity, and what the compiler makes of it."""
