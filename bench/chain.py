"""
The chain under measurement: one validator, on LevelDB in a directory, driven block by block.

    Genesis --> BenchChain --run_block(encoded transactions)--> CommittedBlock, synced
"""

from pathlib import Path
from typing import Final

import coincurve

from chain.app import Application
from chain.beacon import SecretLinks
from chain.certificates import sign
from chain.codec import address_of
from chain.collector import calm
from chain.execution import Rules
from chain.genesis import build_genesis
from chain.ledger import Ledger
from chain.mempool import Mempool
from chain.store.leveldb import LevelStore
from chain.store.memory import MemoryStore
from chain.store.state import StateStore
from chain.types.block import CommittedBlock
from chain.types.certificate import Certificate, Vote, VoteKind
from chain.types.genesis import Genesis
from chain.types.primitives import Height, Milliseconds, Round
from chain.vm.fork import PRAGUE
from chain.vm.machine import Machine
from chain.vm.precompile import native_contracts
from cli.beacon_secret import tip_entry
from modules import assemble

CHAIN_ID: Final = 31337
GENESIS_S: Final = 1_700_000_000
VALIDATOR_KEY: Final = b"\x01" * 32
VALIDATOR: Final = address_of(VALIDATOR_KEY)
LINKS_SECRET: Final = b"\x02" * 32
BLOCK_S: Final = 1  # between two blocks
# What genesis says of the validator: its stake, and the first tip of its beacon chain.
STAKED: Final = {"validator": "0x" + VALIDATOR.hex(), "stake_wei": str(10**21)}
SECTIONS: Final = {
    "staking": {"validators": [STAKED]},
    "beacon": {"tips": [tip_entry(LINKS_SECRET, CHAIN_ID, VALIDATOR)]},
}


class BenchChain:
    """One validator's chain, as a node has it without its network."""

    def __init__(self, directory: Path, genesis: Genesis | None) -> None:
        """Begin a chain in a directory; without a genesis, go on with the one that is there."""
        assembly = assemble()
        self.store = LevelStore(directory)
        ledger = Ledger(self.store, CHAIN_ID)
        if genesis is None:
            ledger.states.warm()
        else:
            ledger.begin(build_genesis(genesis, assembly, StateStore(MemoryStore())))
        rules = Rules(CHAIN_ID, Machine(PRAGUE, native_contracts(assembly)), assembly)
        pool = Mempool(CHAIN_ID, ledger.head.header.gas_limit, lambda: 0)
        links = SecretLinks(LINKS_SECRET, CHAIN_ID)
        self.app = Application(rules, ledger, pool, lambda: 0, VALIDATOR, links=links)
        self.key = coincurve.PrivateKey(VALIDATOR_KEY)
        calm()  # as a node does when it has started

    @property
    def height(self) -> int:
        """The height of the newest block."""
        return int(self.app.ledger.head.header.height)

    def run_block(self, raws: list[bytes]) -> CommittedBlock:
        """Admit, propose and commit one block; every transaction must be in it and succeed."""
        app = self.app
        for raw in raws:
            app.pool.submit(raw)
        head = app.ledger.head
        height = Height(head.header.height + 1)
        time_ms = Milliseconds((GENESIS_S + height * BLOCK_S) * 1000)
        block_id, _ = app.propose(height, time_ms, head.certificate)
        vote = Vote(VoteKind.PRECOMMIT, height, Round(0), block_id, Round(-1), VALIDATOR)
        signed = sign(vote, CHAIN_ID, self.key)
        app.commit(Certificate(height, Round(0), block_id, ((VALIDATOR, signed.signature),)))
        found = app.ledger.head
        pairs = zip(found.block.transactions, found.receipts, strict=True)
        status = {transaction.raw: receipt.status for transaction, receipt in pairs}
        failed = [index for index, raw in enumerate(raws) if status.get(raw) != 1]
        assert not failed, f"transactions {failed} of block {height} failed or are not in it"
        return found
