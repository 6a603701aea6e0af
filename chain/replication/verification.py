"""
What a replica believes: nothing that the chain's validators did not sign, or that does not follow.

    trusted set --> certificate --> header --> transactions, receipts, parent's certificate
                                       '--> state: the delta upon the state here has its root
                       state --> who decides two heights above

A replica trusts its own genesis and what it has verified since. It executes no transaction: two
thirds of the validators have. What only they could know is in the header that they signed.
"""

from dataclasses import replace
from typing import Final

from chain.certificates import decode_certificate, verify_certificate
from chain.codec import decode_block, decode_receipt, recover_sender
from chain.election import set_after
from chain.errors import Invalid
from chain.execution import ExecutedBlock, Rules, environment_of
from chain.fees import compute_effective_gas_price_wei
from chain.kit.assembly import REFUSED
from chain.ledger import Ledger
from chain.replication.record import Record
from chain.store import schema
from chain.store.state import ViewReader
from chain.store.trie import ordered_root
from chain.system_transaction import is_system_transaction
from chain.types.account import Account, StateDiff
from chain.types.block import Block
from chain.types.certificate import Certificate
from chain.types.header import Header
from chain.types.primitives import (
    EMPTY_CODE_HASH,
    EMPTY_TRIE_ROOT,
    ZERO_HASH,
    Address,
    Gas,
    Hash32,
    Height,
    Wei,
)
from chain.types.receipt import Receipt
from chain.types.transaction import Transaction
from chain.types.validators import ValidatorSet
from chain.vm.precompile import WorldHost
from chain.vm.transaction import compute_contract_address
from chain.vm.world import World

UNCOUNTED_WEI: Final = Wei(0)  # what was minted and burned: only who executes counts it


class RecordRefused(Invalid):
    """What a source tells of a block is not what the chain decided."""

    def __init__(self, height: int, what: str, expected: object, found: object) -> None:
        self.height = height
        super().__init__(
            f"record of block {height}: {what} {_show(expected)} expected, found {_show(found)}"
        )


class _After:
    """The state after a block, as long as it is not written: a delta upon a reader."""

    def __init__(self, below: ViewReader, delta: StateDiff) -> None:
        self._below, self._delta = below, delta

    def account(self, address: Address) -> Account | None:
        """Return the account; its storage root is that of the state below."""
        found = self._below.account(address)
        if address not in self._delta.accounts:
            return found
        fields = self._delta.accounts[address]
        if fields is None:
            return None
        root = EMPTY_TRIE_ROOT if found is None else found.storage_root
        if self._delta.storage.get(address):
            root = ZERO_HASH  # some root, not yet computed; that there are words is what it says
        return Account(fields[0], fields[1], root, fields[2])

    def storage(self, address: Address, slot: int) -> int:
        """Return the word at a slot."""
        if address in self._delta.accounts and self._delta.accounts[address] is None:
            return 0
        word = self._delta.storage.get(address, {}).get(slot)
        return self._below.storage(address, slot) if word is None else word

    def code(self, code_hash: Hash32) -> bytes:
        """Return the code with this hash."""
        found = self._delta.codes.get(code_hash)
        return self._below.code(code_hash) if found is None else found


def verify_record(rules: Rules, ledger: Ledger, record: Record) -> ExecutedBlock:
    """
    Return the block that a record tells, as if it had been executed here; nothing is written.

    The record carries a delta. Raises RecordRefused, CertificateRefused, and what a malformed
    part raises.
    """
    assert record.delta is not None, "a record without a delta is executed, not verified"
    header, transactions, encoded = decode_block(record.block)
    check_certified(rules, ledger, header, record.certificate)
    height = header.height
    root = ordered_root([transaction.raw for transaction in transactions])
    _expect(height, "transactions root", header.transactions_root, root)
    _expect(height, "receipts root", header.receipts_root, ordered_root(record.receipts))
    senders = tuple(recover_sender(transaction) for transaction in transactions)
    _check_senders(height, transactions, senders, record.delta)
    receipts = _receipts(header, transactions, senders, record.receipts)
    below = ledger.state()
    try:
        _check_codes(height, below, record.delta)
        prepared = ledger.states.prepare(height, record.delta)
        _expect(height, "state root", header.state_root, prepared.state_root)
        validators = _elect(rules, ledger, header, _After(below, record.delta))
    finally:
        below.close()
    block = Block(header, transactions, _parent_certificate(header, encoded))
    return ExecutedBlock(
        block, senders, receipts, prepared, UNCOUNTED_WEI, UNCOUNTED_WEI, validators
    )


def check_certified(rules: Rules, ledger: Ledger, header: Header, certificate: Certificate) -> None:
    """
    Check that a header follows upon the head, and that the validators known here decided it.

    Raises RecordRefused and CertificateRefused.
    """
    parent = ledger.head.header
    height = Height(parent.height + 1)
    _expect(height, "height", height, header.height)
    _expect(height, "parent", parent.hash, header.parent_hash)
    _expect(height, "certificate of height", height, certificate.height)
    _expect(height, "certificate of", header.hash, certificate.block_id.hash)
    verify_certificate(certificate, _validators(ledger, height), rules.chain_id)
    _expect(height, "time", certificate.block_id.time_ms // 1_000, header.timestamp_s)
    following = _validators(ledger, height + 1)
    _expect(height, "validators of the next height", following.hash, header.extra_data)


def _check_senders(
    height: Height,
    transactions: tuple[Transaction, ...],
    senders: tuple[Address, ...],
    delta: StateDiff,
) -> None:
    """
    Each sender's nonce passed the transaction's.

    On a development chain somebody may have sent in another's name: such a signature recovers to
    an account that never sent anything.
    """
    for transaction, sender in zip(transactions, senders, strict=True):
        fields = delta.accounts.get(sender)
        nonce = 0 if fields is None else fields[0]
        if nonce <= transaction.nonce and not is_system_transaction(transaction):
            raise RecordRefused(height, "sender who signed and paid", sender, "none such")


def _receipts(
    header: Header,
    transactions: tuple[Transaction, ...],
    senders: tuple[Address, ...],
    raws: tuple[bytes, ...],
) -> tuple[Receipt, ...]:
    """Return the receipts with what follows from the block beside them."""
    _expect(header.height, "number of receipts", len(transactions), len(raws))
    receipts, before = [], 0
    for transaction, sender, raw in zip(transactions, senders, raws, strict=True):
        bare = decode_receipt(
            raw, gas_used=Gas(0), effective_gas_price_wei=Wei(0), contract_address=None
        )
        makes = transaction.to is None and bare.status == 1
        price_wei = compute_effective_gas_price_wei(
            transaction.max_fee_per_gas_wei,
            transaction.max_priority_fee_per_gas_wei,
            header.base_fee_per_gas_wei,
        )
        receipt = replace(
            bare,
            gas_used=Gas(bare.cumulative_gas_used - before),
            effective_gas_price_wei=price_wei,
            contract_address=compute_contract_address(sender, transaction.nonce) if makes else None,
        )
        before = receipt.cumulative_gas_used
        receipts.append(receipt)
    return tuple(receipts)


def _parent_certificate(header: Header, encoded: bytes) -> Certificate | None:
    certificate = decode_certificate(encoded) if encoded else None
    found = ZERO_HASH if certificate is None else certificate.hash
    _expect(header.height, "parent's certificate", header.parent_beacon_block_root, found)
    return certificate


def _check_codes(height: Height, below: ViewReader, delta: StateDiff) -> None:
    """No root covers whether code came along: each hash is looked for, and nothing else taken."""
    named = {fields[2] for fields in delta.accounts.values() if fields is not None}
    for code_hash in sorted(named - {EMPTY_CODE_HASH} - delta.codes.keys()):
        if below.snapshot.get(schema.code_key(code_hash)) is None:
            raise RecordRefused(height, "code with hash", code_hash, "none")
    for code_hash in sorted(delta.codes.keys() - named):
        raise RecordRefused(height, "only code that an account has", "none other", code_hash)


def _elect(rules: Rules, ledger: Ledger, header: Header, state: _After) -> ValidatorSet:
    """Ask the modules, upon the state after the block, as its execution did at its end."""
    world = World(state)
    world.enter_block(environment_of(rules, header, ledger.block_hash))
    try:
        elected = rules.assembly.roles.validators(WorldHost(world, rules.assembly.wires))
    except REFUSED:
        elected = ()
    return set_after(_validators(ledger, header.height + 1), elected)


def _validators(ledger: Ledger, height: int) -> ValidatorSet:
    found = ledger.validators(height)
    assert found is not None, f"the validators of height {height} follow from the head"
    return found


def _expect(height: int, what: str, expected: object, found: object) -> None:
    if expected != found:
        raise RecordRefused(height, what, expected, found)


def _show(value: object) -> str:
    return "0x" + value[:32].hex() if isinstance(value, bytes) else str(value)
