"""
A node under load is killed at random moments, again and again: it loses nothing it had said.

KUMIAI_CRASHES sets how often (default 4; `make crash` takes 200), KUMIAI_SEED the moments.
"""

import os
import random
import threading
import time
from pathlib import Path
from typing import Any

import pytest
from eth_account import Account

from chain.app import Application, name_of
from chain.certificates import encode_certificate
from chain.codec import encode_block
from chain.execution import Rules
from chain.genesis import build_genesis, parse_genesis
from chain.ledger import Ledger
from chain.mempool import Mempool
from chain.store.leveldb import LevelStore
from chain.store.memory import MemoryStore
from chain.store.state import StateStore
from chain.types.certificate import Vote
from chain.types.primitives import Address
from chain.vm.fork import PRAGUE
from chain.vm.machine import Machine
from chain.vm.precompile import native_contracts
from consensus.host.records import decode_record
from consensus.host.wal import read_records
from modules import assemble
from tests.e2e.devnet import Devnet, wait_until

pytestmark = [pytest.mark.e2e, pytest.mark.long, pytest.mark.timeout(3600)]
MNEMONIC = "test test test test test test test test test test test junk"
CRASHES = int(os.environ.get("KUMIAI_CRASHES", "4"))
SEED = int(os.environ.get("KUMIAI_SEED", "20"))
LONGEST_S = 1.5  # seconds a node runs before it is killed, at most
SENDERS = range(6, 12)
Account.enable_unaudited_hdwallet_features()


class Load(threading.Thread):
    """Sends transfers as fast as the node takes them and notes which were final."""

    def __init__(self, devnet: Devnet, final: dict[str, str]) -> None:
        super().__init__(daemon=True)
        self.web3, self.final = devnet.web3, final
        self.accounts = [
            Account.from_mnemonic(MNEMONIC, account_path=f"m/44'/60'/0'/0/{i}") for i in SENDERS
        ]
        self.done = threading.Event()
        self.sent = 0

    def run(self) -> None:
        """Send rounds of transfers until told to stop or the node is gone."""
        try:
            chain_id = self.web3.eth.chain_id
            while not self.done.is_set():
                self._round(chain_id)
        except Exception as gone:  # noqa: BLE001 - the node is killed under this thread
            self.ended_by = gone

    def _round(self, chain_id: int) -> None:
        hashes = []
        for account in self.accounts:
            nonce = self.web3.eth.get_transaction_count(account.address, "pending")
            fields = {
                "chainId": chain_id,
                "nonce": nonce,
                "to": "0x" + "77" * 20,
                "value": 1,
                "gas": 21_000,
                "maxFeePerGas": 10**11,
                "maxPriorityFeePerGas": 10**9,
            }
            raw = account.sign_transaction(fields).raw_transaction
            hashes.append(self.web3.eth.send_raw_transaction(raw))
            self.sent += 1
        for tx_hash in hashes:
            receipt = self.web3.eth.wait_for_transaction_receipt(tx_hash, timeout=5)
            self.final[tx_hash.to_0x_hex()] = receipt["blockHash"].to_0x_hex()


class Signatures:
    """What the validator was seen to sign, over all its lives."""

    def __init__(self) -> None:
        self.seen: dict[tuple[Any, ...], Any] = {}

    def read(self, home: Path) -> None:
        """Take in the log's votes and proposals; fail where one step was signed twice."""
        for path in sorted((home / "data" / "wal").iterdir()):
            records, _ = read_records(path.read_bytes())
            for raw in records:
                self._note(decode_record(raw))

    def _note(self, record: Any) -> None:
        message = getattr(record, "vote", None) or getattr(record, "proposal", None)
        if message is None or not message.signature:
            return
        kind = message.kind.name if isinstance(message, Vote) else "PROPOSAL"
        step = (message.height, message.round, kind)
        known = self.seen.setdefault(step, message)
        assert known.block_id == message.block_id, f"signed twice at {step}"
        assert known.signature == message.signature, f"two signatures at {step}"


def test_killed_at_random_moments_it_loses_nothing(tmp_path):
    """Same head or later, no final transaction lost, nothing signed twice, blocks repeatable."""
    rng, home = random.Random(SEED), tmp_path / "home"
    devnet, final, signatures = Devnet(home, "--consensus"), {}, Signatures()
    head_seen: tuple[int, str] = (0, "")
    for number in range(1, CRASHES + 1):
        devnet.start()
        web3 = devnet.web3
        if head_seen[1]:
            assert web3.eth.block_number >= head_seen[0]
            assert head_seen[1] == web3.eth.get_block(head_seen[0])["hash"].to_0x_hex()
        load = Load(devnet, final)
        load.start()
        deadline = time.monotonic() + rng.uniform(0.05, LONGEST_S)
        while time.monotonic() < deadline:
            block = web3.eth.get_block("latest")
            head_seen = (block["number"], block["hash"].to_0x_hex())
        devnet.kill()
        load.done.set()
        load.join(timeout=20)
        signatures.read(home)
        if number % 20 == 0:
            print(f"{number} kills, head {head_seen[0]}, {len(final)} final transactions")
    devnet.start()
    wait_until(lambda: devnet.web3.eth.block_number > head_seen[0])
    for tx_hash, block_hash in final.items():
        assert (
            block_hash == devnet.web3.eth.get_transaction_receipt(tx_hash)["blockHash"].to_0x_hex()
        )
    devnet.stop()
    signatures.read(home)
    blocks = reexecute(home)
    assert blocks >= head_seen[0]
    assert len(final) > 0 and len(signatures.seen) > 0
    print(f"{CRASHES} kills, {blocks} blocks, {len(final)} final transactions, none lost")


def reexecute(home: Path) -> int:
    """Execute the stored chain again from genesis; every block must come out the same."""
    genesis = parse_genesis((home / "genesis.json").read_bytes())
    assembly = assemble()
    stored = Ledger(LevelStore(home / "data" / "chain"), genesis.chain_id)
    fresh = Ledger(MemoryStore(), genesis.chain_id)
    fresh.begin(build_genesis(genesis, assembly, StateStore(MemoryStore())))
    rules = Rules(genesis.chain_id, Machine(PRAGUE, native_contracts(assembly)), assembly)
    pool = Mempool(genesis.chain_id, genesis.block_gas_max, lambda: 0)
    app = Application(rules, fresh, pool, lambda: 0, Address(b"\0" * 20))
    last = stored.head.header.height
    for height in range(1, last + 1):
        block = stored.block(height)
        assert block is not None and block.certificate is not None
        parent = block.block.parent_certificate
        encoded = b"" if parent is None else encode_certificate(parent)
        payload = encode_block(block.header, block.block.transactions, encoded)
        app.validate(height, name_of(block), payload)
        app.commit(block.certificate)
        assert block.header.state_root == fresh.head.header.state_root
    stored.close()
    return last
