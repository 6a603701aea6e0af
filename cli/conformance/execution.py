"""
One block of an imported chain, executed by its own fork's rules and compared with its header.

    PastBlock + state before --PastExecution--> begin, apply each, finish --> receipts, state diff

Rewards before Paris, withdrawals from Shanghai, system calls and blobs from Cancun, requests at
Prague. Consensus, difficulty and seals are not looked at: the chain is taken as it was recorded.
"""

from collections.abc import Callable
from hashlib import sha256
from typing import Final

from chain import params
from chain.codec import (
    compute_bloom,
    encode_header,
    encode_receipt,
    keccak256,
    merge_blooms,
    rlp,
)
from chain.errors import HeaderInvalid
from chain.store.trie import ordered_root
from chain.types.account import StateDiff
from chain.types.header import Header
from chain.types.past import PastBlock, PastHeader, PastReceipt
from chain.types.primitives import Address, Gas, Hash32, Height, Wei
from chain.types.receipt import Receipt
from chain.types.state import StateReader
from chain.types.transaction import CheckedTransaction
from chain.validation import check_transaction
from chain.vm.fork import BYZANTIUM, CANCUN, PARIS, PRAGUE_WITH_BLOBS
from chain.vm.machine import Machine
from chain.vm.system import system_call
from chain.vm.transaction import GAS_PER_BLOB, TransactionOutcome, apply_transaction
from chain.vm.world import BlockEnvironment, World
from cli.conformance.genesis import PastGenesis
from cli.conformance.schedule import admission_of, is_from, machine_of, reward_wei
from rpc.past import withdrawal_fields

WEI_PER_GWEI: Final = 10**9
WITHDRAWAL_REQUESTS: Final = Address(
    bytes.fromhex("00000961ef480eb55e80d19ad83579a64c007002")  # EIP-7002
)
CONSOLIDATION_REQUESTS: Final = Address(
    bytes.fromhex("0000bbddc7ce488642fb579f8b00f3a590007251")  # EIP-7251
)
REQUEST_CONTRACTS: Final = ((b"\x01", WITHDRAWAL_REQUESTS), (b"\x02", CONSOLIDATION_REQUESTS))
RootOf = Callable[[StateDiff], Hash32]  # the root of the state that a diff of this block makes


def environment_of_past(
    genesis: PastGenesis, header: Header, ancestor_hash: Callable[[Height], Hash32]
) -> BlockEnvironment:
    """Return what code in a block sees of it."""
    fork = genesis.schedule.of(header)
    return BlockEnvironment(
        height=header.height,
        timestamp_s=header.timestamp_s,
        coinbase=header.coinbase,
        gas_limit=header.gas_limit,
        base_fee_per_gas_wei=header.base_fee_per_gas_wei,
        chain_id=genesis.chain_id,
        prev_randao=header.mix_hash,
        parent_beacon_block_root=header.parent_beacon_block_root,
        parent_hash=header.parent_hash,
        ancestor_hash=ancestor_hash,
        blob_base_fee_wei=Wei(genesis.schedule.blob_base_fee_wei(fork, header.excess_blob_gas)),
        difficulty=0 if is_from(fork, PARIS) else header.difficulty,
    )


class PastExecution:
    """A block in the making once more: begin once, apply each transaction, finish once."""

    def __init__(
        self,
        genesis: PastGenesis,
        block: PastBlock,
        reader: StateReader,
        ancestor_hash: Callable[[Height], Hash32],
        root_of: RootOf,
    ) -> None:
        self._genesis, self.block, self._root_of = genesis, block, root_of
        self.fork = genesis.schedule.of(block.header)
        self.machine: Machine = machine_of(self.fork.name)
        self.environment = environment_of_past(genesis, block.header, ancestor_hash)
        self.world = World(reader)
        self.world.enter_block(self.environment)
        self.gas_used = Gas(0)
        self.receipts: list[Receipt] = []

    def begin(self) -> None:
        """Call the contracts that a block begins with."""
        environment = self.environment
        if is_from(self.fork, CANCUN):
            root = environment.parent_beacon_block_root
            system_call(self.world, environment, self.machine, params.BEACON_ROOTS_ADDRESS, root)
        if is_from(self.fork, PRAGUE_WITH_BLOBS):
            parent = environment.parent_hash
            system_call(
                self.world, environment, self.machine, params.HISTORY_STORAGE_ADDRESS, parent
            )

    def check(self, index: int, sender: Address | None = None) -> CheckedTransaction:
        """Return a transaction of the block with its sender; raises TransactionInvalid."""
        return check_transaction(
            self.block.transactions[index],
            self._genesis.chain_id,
            sender=sender,
            rules=admission_of(self.fork),
        )

    def apply(self, checked: CheckedTransaction) -> TransactionOutcome:
        """Execute one transaction and keep its receipt; raises TransactionInvalid."""
        outcome = apply_transaction(self.world, checked, self.environment, self.machine)
        self.gas_used = Gas(self.gas_used + outcome.gas_used)
        root = None if is_from(self.fork, BYZANTIUM) else self._root_of(self.world.diff())
        blobs = len(checked.transaction.blob_versioned_hashes)
        self.receipts.append(
            PastReceipt(
                type=checked.transaction.type,
                status=outcome.status,
                cumulative_gas_used=self.gas_used,
                logs_bloom=compute_bloom(outcome.logs),
                logs=outcome.logs,
                gas_used=outcome.gas_used,
                effective_gas_price_wei=outcome.effective_gas_price_wei,
                contract_address=outcome.contract_address,
                state_root=root,
                blob_gas_used=blobs * GAS_PER_BLOB,
                blob_gas_price_wei=self.environment.blob_base_fee_wei,
            )
        )
        return outcome

    def finish(self) -> StateDiff:
        """Pay rewards and withdrawals, ask for requests; raises HeaderInvalid."""
        header = self.block.header
        assert isinstance(header, PastHeader)
        checkpoint = self.world.begin_transaction(self.machine.always_warm)
        self._pay_miners()
        for withdrawal in self.block.withdrawals or ():
            self.world.delta_balance(withdrawal.address, withdrawal.amount_gwei * WEI_PER_GWEI)
        if self.fork.sweeps_empty:
            self.world.sweep_empty(checkpoint)
        if is_from(self.fork, PRAGUE_WITH_BLOBS):
            _expect("requests_hash", self._requests_hash(), header.requests_hash)
        _expect("gas_used", self.gas_used, header.gas_used)
        receipts_root = ordered_root([encode_receipt(receipt) for receipt in self.receipts])
        _expect("receipts_root", receipts_root, header.receipts_root)
        bloom = merge_blooms(receipt.logs_bloom for receipt in self.receipts)
        _expect("logs_bloom", bloom, header.logs_bloom)
        check_body(self.block)
        return self.world.diff()

    def _pay_miners(self) -> None:
        """Pay for the block, and a 32nd of that for each uncle (Yellow Paper, 11.3)."""
        reward = reward_wei(self.fork)
        if not reward:
            return
        header = self.block.header
        for ommer in self.block.ommers:
            share = reward * (8 + ommer.height - header.height) // 8
            self.world.delta_balance(ommer.coinbase, share)
        self.world.delta_balance(header.coinbase, reward + len(self.block.ommers) * reward // 32)

    def _requests_hash(self) -> Hash32:
        """Hash of what the block asks of the beacon chain (EIP-7685); deposits are not carried."""
        hashes = b""
        for kind, contract in REQUEST_CONTRACTS:
            found = system_call(self.world, self.environment, self.machine, contract, b"")
            if found is not None and found.output:
                hashes += sha256(kind + found.output).digest()
        return Hash32(sha256(hashes).digest())


def check_body(block: PastBlock) -> None:
    """Compare what a block has with what its header commits to; raises HeaderInvalid."""
    header = block.header
    transactions_root = ordered_root([item.raw for item in block.transactions])
    _expect("transactions_root", transactions_root, header.transactions_root)
    blobs = sum(len(item.blob_versioned_hashes) for item in block.transactions)
    _expect("blob_gas_used", blobs * GAS_PER_BLOB, header.blob_gas_used)
    ommers = [rlp.decode(encode_header(ommer)) for ommer in block.ommers]
    _expect("ommers_hash", keccak256(rlp.encode(ommers)), header.ommers_hash)
    withdrawals = [rlp.encode(withdrawal_fields(item)) for item in block.withdrawals or ()]
    _expect("withdrawals_root", ordered_root(withdrawals), header.withdrawals_root)


def _expect(field: str, expected: object, found: object) -> None:
    if expected != found:
        shown = [v.hex() if isinstance(v, bytes) else v for v in (expected, found)]
        raise HeaderInvalid(field, *shown)
