"""
Stock py-evm as the judge of failing cases: what it passes, this chain has to pass.

It runs on its own classes, its own account database and its own tries.
"""

from typing import Any

from eth.db.atomic import AtomicDB
from eth.db.backends.memory import MemoryDB
from eth.vm.execution_context import ExecutionContext
from eth.vm.forks.berlin import BerlinVM
from eth.vm.forks.byzantium import ByzantiumVM
from eth.vm.forks.cancun import CancunVM
from eth.vm.forks.constantinople import ConstantinopleVM
from eth.vm.forks.frontier import FrontierVM
from eth.vm.forks.homestead import HomesteadVM
from eth.vm.forks.istanbul import IstanbulVM
from eth.vm.forks.london import LondonVM
from eth.vm.forks.paris import ParisVM
from eth.vm.forks.petersburg import PetersburgVM
from eth.vm.forks.prague import PragueVM
from eth.vm.forks.shanghai import ShanghaiVM
from eth_utils.exceptions import ValidationError
from rlp.exceptions import RLPException

from chain.codec import keccak256, rlp
from chain.types.primitives import EMPTY_TRIE_ROOT, Hash32
from tests.ethereum.state_case import CHAIN_ID, Result, StateCase, integer, octets

_VMS: dict[str, Any] = {
    "Frontier": FrontierVM,
    "Homestead": HomesteadVM,
    "Byzantium": ByzantiumVM,
    "Constantinople": ConstantinopleVM,
    "ConstantinopleFix": PetersburgVM,
    "Istanbul": IstanbulVM,
    "Berlin": BerlinVM,
    "London": LondonVM,
    "Paris": ParisVM,
    "Shanghai": ShanghaiVM,
    "Cancun": CancunVM,
    "Prague": PragueVM,
}


def run_stock(case: StateCase) -> Result:
    """Run a case on stock py-evm."""
    vm = _VMS[case.fork]
    state = _make_state(vm, case)
    logs: Any = ()
    refused = None
    before = state.snapshot()
    try:
        transaction = vm.get_transaction_builder().decode(octets(case.post["txbytes"]))
        if transaction.gas > state.gas_limit:
            raise ValidationError("exceeds block gas limit")
        computation = state.apply_transaction(transaction)
        logs = computation.get_log_entries()
    except (ValidationError, RLPException) as invalid:
        # py-evm finds some reasons only after it has taken the fee; its blocks drop that state.
        refused = str(invalid) or type(invalid).__name__
        state.revert(before)
    if case.fork in ("Frontier", "Homestead"):
        state.touch_account(state.coinbase)
    state.lock_changes()
    state.persist()
    fields = [
        [address, [topic.to_bytes(32, "big") for topic in topics], data]
        for address, topics, data in logs
    ]
    return Result(Hash32(state.state_root), keccak256(rlp.encode(fields)), refused)


def _make_state(vm: Any, case: StateCase) -> Any:
    """Build py-evm's state of a case."""
    env = case.test["env"]
    base_fee = integer(env.get("currentBaseFee", "0x0a"))
    height = integer(env["currentNumber"])
    hashes = (keccak256(str(n).encode()) for n in range(height - 1, -1, -1))
    context = ExecutionContext(
        coinbase=octets(env["currentCoinbase"]),
        timestamp=integer(env["currentTimestamp"]),
        block_number=height,
        difficulty=integer(env["currentDifficulty"]),
        mix_hash=integer(env.get("currentRandom", "0x0")).to_bytes(32, "big"),
        gas_limit=integer(env["currentGasLimit"]),
        prev_hashes=hashes,
        chain_id=CHAIN_ID,
        base_fee_per_gas=base_fee,
        excess_blob_gas=integer(env.get("currentExcessBlobGas", "0x0")),
    )
    state = vm.get_state_class()(AtomicDB(MemoryDB()), context, EMPTY_TRIE_ROOT)
    for text, fields in case.test["pre"].items():
        address = octets(text)
        for key, value in fields["storage"].items():
            state.set_storage(address, integer(key), integer(value))
        state.set_nonce(address, integer(fields["nonce"]))
        state.set_balance(address, integer(fields["balance"]))
        state.set_code(address, octets(fields["code"]))
    state.persist()
    return state
