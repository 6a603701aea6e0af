"""
A chain of six blocks through six forks, made here: what an exported chain looks like, in small.

    GENESIS + BLOCKS --build--> genesis.json and chain.rlp, each block with the roots that follow
"""

import json
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from chain.codec import (
    address_of,
    compute_signing_hash,
    encode_header,
    encode_receipt,
    encode_transaction,
    keccak256,
    merge_blooms,
    rlp,
    seal_header,
    sign_digest,
    sign_transaction,
)
from chain.store.trie import ordered_root
from chain.types.block import CommittedBlock
from chain.types.past import PastBlock, PastHeader, Withdrawal
from chain.types.primitives import Address, Gas, Hash32, Height, Seconds, Wei
from chain.types.transaction import Transaction, TransactionType
from chain.vm.transaction import GAS_PER_BLOB
from cli.conformance.chain import ImportedChain
from cli.conformance.execution import PastExecution
from cli.conformance.genesis import parse_genesis
from rpc.debug.raw import encode_ethereum_block
from rpc.past import withdrawal_fields

CHAIN_ID = 1_337
KEY = b"\x01" * 32
SENDER = address_of(KEY)
MINER, UNCLE = Address(b"\xc0" * 20), Address(b"\xc1" * 20)
LOGGER = Address(b"\x10" * 20)  # emits a log with topic 7
STORER = Address(b"\x20" * 20)  # counts its calls in slot 0
CONFIG = {
    "chainId": CHAIN_ID,
    "homesteadBlock": 0,
    "eip150Block": 2,
    "eip158Block": 2,
    "byzantiumBlock": 2,
    "constantinopleBlock": 2,
    "petersburgBlock": 2,
    "istanbulBlock": 2,
    "berlinBlock": 3,
    "londonBlock": 3,
    "mergeNetsplitBlock": 4,
    "shanghaiTime": 40,
    "cancunTime": 50,
    "pragueTime": 60,
}
GENESIS: dict[str, Any] = {
    "config": CONFIG,
    "gasLimit": "0x1c9c380",
    "difficulty": "0x20000",
    "extraData": "0x01",
    "alloc": {
        SENDER.hex(): {"balance": hex(10**21)},
        LOGGER.hex(): {"balance": "0x0", "code": "0x600760006000a1", "nonce": "0x1"},
        STORER.hex(): {"code": "0x60005460010160005500", "storage": {"0x0": "0x5"}},
    },
}
FIELD_COUNTS = (15, 15, 16, 17, 20, 21)  # of the headers of the blocks


@dataclass(frozen=True)
class Built:
    """The files' contents, and what importing them gives."""

    genesis: bytes
    blocks: tuple[PastBlock, ...]
    chain: ImportedChain

    @property
    def rlp(self) -> bytes:
        """The file of blocks."""
        return b"".join(map(encode, self.blocks))

    def write(self, directory: Path) -> tuple[Path, Path]:
        """Write both files and return where they are."""
        genesis, chain = directory / "genesis.json", directory / "chain.rlp"
        genesis.write_bytes(self.genesis)
        chain.write_bytes(self.rlp)
        return genesis, chain


def encode(block: PastBlock) -> bytes:
    """Encode a block as Ethereum's nodes export it."""
    return encode_ethereum_block(CommittedBlock(block, (), (), None))


def build() -> Built:
    """Make the chain."""
    genesis = json.dumps(GENESIS).encode()
    chain = ImportedChain(parse_genesis(genesis))
    blocks = []
    for number in range(1, len(FIELD_COUNTS) + 1):
        blocks.append(_next_block(chain, number))
        chain.add(blocks[-1])
    return Built(genesis, tuple(blocks), chain)


def _next_block(chain: ImportedChain, number: int) -> PastBlock:
    """Execute what the block has and put into its header what follows."""
    parent = chain.head.header
    header = PastHeader(
        parent_hash=parent.hash,
        coinbase=MINER,
        state_root=parent.state_root,
        transactions_root=parent.transactions_root,
        receipts_root=parent.receipts_root,
        logs_bloom=bytes(256),
        height=Height(number),
        gas_limit=parent.gas_limit,
        gas_used=Gas(0),
        timestamp_s=Seconds(number * 10),
        extra_data=b"",
        mix_hash=Hash32(bytes(32)),
        base_fee_per_gas_wei=Wei(10**9 if number >= 3 else 0),
        parent_beacon_block_root=Hash32(bytes(32)),
        hash=Hash32(bytes(32)),
        difficulty=0x20000 if number < 4 else 0,
        field_count=FIELD_COUNTS[number - 1],
    )
    transactions = _transactions(number)
    ommers = (_ommer(header),) if number == 2 else ()
    withdrawals = None if number < 4 else (Withdrawal(number, 7, UNCLE, 3),)
    block = PastBlock(header, transactions, None, ommers, withdrawals)
    execution = PastExecution(
        chain.genesis,
        block,
        chain.state(number - 1),
        lambda height: chain._blocks[height].header.hash,
        lambda diff: chain.sketch(number - 1).apply(diff),
    )
    execution.begin()
    for index in range(len(transactions)):
        execution.apply(execution.check(index))
    receipts = execution.receipts
    header = replace(
        header,
        gas_used=execution.gas_used,
        receipts_root=ordered_root([encode_receipt(item) for item in receipts]),
        transactions_root=ordered_root([item.raw for item in transactions]),
        logs_bloom=merge_blooms(item.logs_bloom for item in receipts),
        ommers_hash=keccak256(rlp.encode([rlp.decode(encode_header(item)) for item in ommers])),
    )
    if withdrawals:
        fields = [rlp.encode(withdrawal_fields(item)) for item in withdrawals]
        header = replace(header, withdrawals_root=ordered_root(fields))
    blobs = sum(len(item.blob_versioned_hashes) for item in transactions)
    header = replace(header, blob_gas_used=Gas(blobs * GAS_PER_BLOB))
    execution.block = replace(block, header=header)
    root = chain.sketch(number - 1).apply(execution.finish())
    return replace(block, header=seal(replace(header, state_root=root)))


def seal(header: PastHeader) -> PastHeader:
    """Fill in the hash."""
    sealed = seal_header(header)
    assert isinstance(sealed, PastHeader)
    return sealed


def _ommer(header: PastHeader) -> PastHeader:
    return seal(replace(header, height=Height(header.height - 1), coinbase=UNCLE))


def _transactions(number: int) -> tuple[Transaction, ...]:
    """A call that logs and one that stores; the block at Cancun has a blob, too."""
    first = 2 * (number - 1) + (number > 5)
    kind = TransactionType.DYNAMIC_FEE if number >= 3 else TransactionType.LEGACY
    calls = [
        sign_transaction(
            KEY,
            chain_id=CHAIN_ID,
            nonce=first + at,
            max_fee_per_gas_wei=3 * 10**9,
            gas_limit=100_000,
            to=to,
            type=kind,
        )
        for at, to in enumerate((LOGGER, STORER))
    ]
    if number == 5:
        calls.append(blob_transaction(first + 2))
    return tuple(calls)


def blob_transaction(nonce: int) -> Transaction:
    """A signed transaction that carries one blob, as blocks hold it."""
    plain = sign_transaction(
        KEY, chain_id=CHAIN_ID, nonce=nonce, max_fee_per_gas_wei=3 * 10**9, gas_limit=50_000,
        to=LOGGER,
    )  # fmt: skip
    unsigned = replace(
        plain,
        raw=b"",
        type=TransactionType.BLOB,
        blob_versioned_hashes=(Hash32(b"\x01" + bytes(31)),),
        max_fee_per_blob_gas_wei=Wei(5),
    )
    y_parity, r, s = sign_digest(KEY, compute_signing_hash(unsigned))
    signed = replace(unsigned, y_parity=y_parity, r=r, s=s)
    raw = encode_transaction(signed)
    return replace(signed, raw=raw, hash=keccak256(raw))
