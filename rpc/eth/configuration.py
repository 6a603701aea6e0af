"""eth_: what the chain runs (EIP-7910), and how far back this node can be asked."""

import zlib
from typing import Any, Final

from chain import params
from chain.types.primitives import Address
from chain.types.state import StateReader
from rpc.backend import Backend
from rpc.methods import method
from rpc.shapes import data, quantity

# Names of EIP-7910, by address, from 0x01 on.
PRECOMPILES: Final = (
    "ECREC",
    "SHA256",
    "RIPEMD160",
    "ID",
    "MODEXP",
    "BN254_ADD",
    "BN254_MUL",
    "BN254_PAIRING",
    "BLAKE2F",
    "KZG_POINT_EVALUATION",
    "BLS12_G1ADD",
    "BLS12_G1MSM",
    "BLS12_G2ADD",
    "BLS12_G2MSM",
    "BLS12_PAIRING_CHECK",
    "BLS12_MAP_FP_TO_G1",
    "BLS12_MAP_FP2_TO_G2",
)
SYSTEM_CONTRACTS: Final = {
    "BEACON_ROOTS_ADDRESS": params.BEACON_ROOTS_ADDRESS,
    "HISTORY_STORAGE_ADDRESS": params.HISTORY_STORAGE_ADDRESS,
}
# This chain carries no blobs: none fit a block, and their price, the least there is, stays.
BLOB_SCHEDULE: Final = {"baseFeeUpdateFraction": 0, "max": 0, "target": 0}


class EthConfiguration:
    """Methods about what this chain and this node are set up for."""

    def __init__(self, backend: Backend) -> None:
        self._backend = backend

    @method("eth_config")
    def config(self) -> dict[str, Any]:
        """The rules of now; none before and none to come are scheduled (EIP-7910)."""
        backend = self._backend
        genesis = backend.chain.block(0)
        assert genesis is not None, "there is always a block 0"
        current = {
            "activationTime": genesis.header.timestamp_s,
            "blobSchedule": BLOB_SCHEDULE,
            "chainId": quantity(backend.status.chain_id),
            "forkId": f"0x{zlib.crc32(backend.status.genesis_hash):08x}",
            "precompiles": self._precompiles(),
            "systemContracts": self._system_contracts(),
        }
        return {"current": current, "next": None, "last": None}

    def _precompiles(self) -> dict[str, str]:
        """Ethereum's by their names, and this chain's modules by theirs."""
        there = self._backend.machine.precompiles
        named = {
            name: Address(number.to_bytes(20, "big"))
            for number, name in enumerate(PRECOMPILES, start=1)
        }
        named |= {module.name.upper(): module.address for module in self._backend.assembly.modules}
        return {name: data(named[name]) for name in sorted(named) if named[name] in there}

    def _system_contracts(self) -> dict[str, str]:
        chain = self._backend.chain
        state: StateReader = chain.state(chain.head.header.height)
        return {
            name: data(address)
            for name, address in SYSTEM_CONTRACTS.items()
            if state.account(address) is not None
        }

    @method("eth_capabilities")
    def capabilities(self) -> dict[str, Any]:
        """The newest block, and the oldest that each kind of question can be asked of."""
        chain = self._backend.chain
        head = chain.head.header
        everything = {"disabled": False, "oldestBlock": quantity(0)}
        states = {"disabled": False, "oldestBlock": quantity(chain.oldest_state_height)}
        return {
            "head": {"number": quantity(head.height), "hash": data(head.hash)},
            "state": states,
            "tx": everything,
            "logs": everything,
            "receipts": everything,
            "blocks": everything,
            "stateproofs": states,
        }
