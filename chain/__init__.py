"""The ground of the house: types, module kit, store, virtual machine, execution, ledger."""

import os

# Keccak is the hash of everything here: name its fast backend before eth_hash loads.
os.environ.setdefault("ETH_HASH_BACKEND", "pysha3")
