"""Stock py-evm's state, in memory, for what is compared with it."""

from typing import Any

from eth.db.atomic import AtomicDB
from eth.db.backends.memory import MemoryDB
from eth.vm.execution_context import ExecutionContext
from eth.vm.forks.prague import PragueVM

from chain.types.primitives import EMPTY_TRIE_ROOT, ZERO_HASH, Address

PREVIOUS = 256  # hashes of blocks before, all zero


def stock_state(prestate: dict[str, Any], coinbase: Address, **block: Any) -> Any:
    """Return a Prague state in a block, over accounts as the public test files describe them."""
    context = ExecutionContext(
        coinbase=coinbase,
        difficulty=0,
        mix_hash=ZERO_HASH,
        prev_hashes=[ZERO_HASH] * PREVIOUS,
        excess_blob_gas=0,
        **block,
    )
    state = PragueVM.get_state_class()(AtomicDB(MemoryDB()), context, EMPTY_TRIE_ROOT)
    for text, fields in prestate.items():
        address = bytes.fromhex(text[2:])
        for key, value in fields["storage"].items():
            state.set_storage(address, int(key, 16), int(value, 16))
        state.set_nonce(address, int(fields["nonce"], 16))
        state.set_balance(address, int(fields["balance"], 16))
        state.set_code(address, bytes.fromhex(fields["code"][2:]))
    return state
