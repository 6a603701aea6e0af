"""What follows from a module's declaration: Solidity, ABI, storage layout, proto, reference."""
