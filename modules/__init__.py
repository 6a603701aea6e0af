"""What this chain does besides the EVM: one package a native module."""
