"""
What reads the chain's own encodings: RLP, transactions, blocks, votes, certificates, evidence,
validator sets, genesis files, call data.

A decoder that has an encoder must take nothing but what the encoder writes.
"""

import json
from collections.abc import Callable, Sequence
from contextlib import suppress
from itertools import pairwise
from typing import Any

from chain import begin_data, certificates, evidence, validator_sets
from chain.codec import (
    compute_signing_hash,
    decode_block,
    decode_header,
    decode_receipt,
    decode_transaction,
    encode_block,
    encode_header,
    encode_receipt,
    encode_transaction,
    join_payload,
    recover_authority,
    recover_sender,
    rlp,
    sign_authorization,
    sign_transaction,
    split_payload,
)
from chain.errors import Invalid
from chain.genesis import genesis_type, parse_genesis
from chain.kit.abi import encode_sequence
from chain.kit.dispatch import decode_arguments, find_method
from chain.kit.module import methods_of
from chain.kit.record import field_types, selector_of
from chain.kit.text import from_json, to_json
from chain.types.certificate import NO_ROUND, Vote, VoteKind
from chain.types.evidence import Amnesia, DuplicateProposal, DuplicateVote, LightClientAttack
from chain.types.primitives import Address, Gas, Hash32, Height, Wei
from chain.types.receipt import Log, Receipt
from chain.types.transaction import AccessEntry, TransactionType
from modules import MODULES, assemble
from rpc.refusals import RefusalNames
from tests.chain.accusations import KEYS, View, block_id, proposal, vote
from tests.chain.stage import CHAIN_ID, genesis_data
from tests.fuzz.target import Target, pick, placed

USER_KEY = b"\x02" * 32
ADDRESS = Address(b"\xaa" * 20)
VIEW = View()
BLOCK = VIEW.block(5)
assert BLOCK is not None and BLOCK.certificate is not None
HEADER, CERTIFICATE = BLOCK.header, BLOCK.certificate
REFUSAL_NAMES = RefusalNames(assemble())
REFUSALS = [(module, kind) for module in MODULES for kind in module.refusals]
SELECTORS = [
    (module, method) for module in MODULES for method in methods_of(module).values()
]  # in the order of declaration


def strict(decode: Callable[[bytes], Any], encode: Callable[[Any], bytes]) -> Any:
    """Return a run that decodes and holds what was taken to its one encoding."""

    def run(data: bytes) -> None:
        assert encode(decode(data)) == data

    return run


def fuzz_transaction(data: bytes) -> None:
    """A transaction as a client sends it, and everyone who signed in it."""
    transaction = decode_transaction(data)
    assert encode_transaction(transaction) == data
    compute_signing_hash(transaction)
    for authorization in transaction.authorizations:
        with suppress(Invalid):
            recover_authority(authorization)
    recover_sender(transaction)


def fuzz_block(data: bytes) -> None:
    """A proposed block."""
    header, transactions, certificate = decode_block(data)
    assert encode_block(header, transactions, certificate) == data


def fuzz_payload(data: bytes) -> None:
    """A block in its two parts."""
    head, raws = split_payload(data)
    assert join_payload(head, raws) == data


def fuzz_payload_head(data: bytes) -> None:
    """The head that a compact payload brings."""
    assert split_payload(join_payload(data, [b"raw"])) == (data, [b"raw"])


def _receipt(raw: bytes) -> Receipt:
    return decode_receipt(
        raw, gas_used=Gas(0), effective_gas_price_wei=Wei(0), contract_address=None
    )


def fuzz_vote(data: bytes) -> None:
    """A vote, and whoever signed it."""
    found = certificates.decode_vote(data)
    assert certificates.encode_vote(found) == data
    certificates.verify_message(found, CHAIN_ID)


def fuzz_proposal(data: bytes) -> None:
    """A proposal, and whoever signed it."""
    found = certificates.decode_proposal(data)
    assert certificates.encode_proposal(found) == data
    certificates.verify_message(found, CHAIN_ID)


def fuzz_certificate(data: bytes) -> None:
    """A certificate: nobody but the validators themselves can make one that holds."""
    found = certificates.decode_certificate(data)
    assert certificates.encode_certificate(found) == data
    certificates.verify_certificate(found, VIEW.members, CHAIN_ID)
    assert found.block_id == CERTIFICATE.block_id


def fuzz_evidence(data: bytes) -> None:
    """Evidence, judged by a chain; an accusation needs the accused's signatures."""
    found = evidence.decode_evidence(data)
    assert evidence.encode_evidence(found) == data
    evidence.evidence_hash(found)
    blamed = evidence.verify_evidence(found, VIEW, CHAIN_ID)
    assert blamed and all(entry.validator in VIEW.members for entry in blamed)


def fuzz_genesis(data: bytes) -> None:
    """A genesis file with the sections of every module."""
    genesis = parse_genesis(data)
    sections = genesis.modules or {}
    for module in MODULES:
        kind = genesis_type(module)
        state = from_json(kind, sections.get(module.name, {}), module.name)
        assert from_json(kind, to_json(kind, state)) == state


def fuzz_call_data(data: bytes) -> None:
    """Arguments of any method of any module; the first bytes say of which."""
    (module, method), rest = pick(SELECTORS, data)
    assert find_method(module, method.selector + rest) == method
    values = decode_arguments(method, method.selector + rest)
    encoded = encode_sequence(list(method.inputs.values()), values)
    assert rest.startswith(encoded)  # Solidity, too, leaves what stands behind


def fuzz_revert_data(data: bytes) -> None:
    """What a refusal says, shown to people; the first bytes say which one it is."""
    (module, kind), rest = pick(REFUSALS, data)
    shown = REFUSAL_NAMES.describe(module.address, selector_of(kind) + rest)
    assert shown is None or len(shown) < 1_000 + 100 * len(field_types(kind))


def _transactions() -> list[bytes]:
    common: dict[str, Any] = {
        "chain_id": CHAIN_ID,
        "nonce": 1,
        "gas_limit": 100_000,
        "to": ADDRESS,
        "max_fee_per_gas_wei": 10**10,
        "data": b"\x01\x02\x03",
    }
    authorization = sign_authorization(USER_KEY, chain_id=CHAIN_ID, address=ADDRESS, nonce=0)
    access = [AccessEntry(ADDRESS, (1, 2)), AccessEntry(ADDRESS, ())]
    kinds: Sequence[dict[str, Any]] = (
        {"type": TransactionType.LEGACY},
        {"type": TransactionType.LEGACY, "chain_id": None, "to": None},
        {"type": TransactionType.ACCESS_LIST, "access_list": access},
        {"type": TransactionType.DYNAMIC_FEE, "value_wei": 5, "access_list": access},
        {"type": TransactionType.SET_CODE, "authorizations": [authorization] * 2},
    )
    return [sign_transaction(USER_KEY, **{**common, **kind}).raw for kind in kinds]


def _evidence() -> list[bytes]:
    one, other = block_id(1), block_id(2)
    precommit = vote(VoteKind.PRECOMMIT, 3, 0, one)
    prevote = vote(VoteKind.PREVOTE, 3, 1, other, NO_ROUND)
    attack = LightClientAttack(HEADER, CERTIFICATE, VIEW.members, Height(5))
    pieces = (
        DuplicateVote(precommit, vote(VoteKind.PRECOMMIT, 3, 0, other)),
        DuplicateVote(vote(VoteKind.PREVOTE, 3, 0, None), vote(VoteKind.PREVOTE, 3, 0, one)),
        DuplicateProposal(proposal(3, 0, one), proposal(3, 0, other)),
        Amnesia(precommit, prevote),
        attack,
    )
    return [evidence.encode_evidence(piece) for piece in pieces]


def _receipts() -> list[bytes]:
    log = Log(ADDRESS, (Hash32(b"\x01" * 32),), b"data")
    return [
        encode_receipt(Receipt(kind, 1, Gas(21_000), bytes(256), logs, Gas(0), Wei(0), None))
        for kind, logs in ((0, ()), (2, (log, log)))
    ]


def call_samples() -> list[bytes]:
    """One call of every method, of zeros and empty lists."""
    inputs = [list(method.inputs.values()) for _, method in SELECTORS]
    return [placed(place, _zeros(kinds)) for place, kinds in enumerate(inputs)]


def _reverts() -> list[bytes]:
    fields = [list(field_types(kind).values()) for _, kind in REFUSALS]
    return [placed(place, _zeros(kinds)) for place, kinds in enumerate(fields)]


def _zeros(kinds: Sequence[Any]) -> bytes:
    return encode_sequence(kinds, [_zero(kind) for kind in kinds])


def _zero(kind: Any) -> Any:
    """The value whose words are zeros."""
    return _empty(kind) if kind.is_dynamic else kind.decode(bytes(4_096), 0)


def _empty(kind: Any) -> Any:
    fields = getattr(kind, "fields", None)
    if fields is not None:
        return kind.python(*(_zero(member) for member in fields.values()))
    return "" if kind.python is str else b"" if kind.python is bytes else ()


def _vote_samples() -> list[bytes]:
    votes: list[Vote] = [
        vote(VoteKind.PREVOTE, 3, 2, block_id(1), 1),
        vote(VoteKind.PRECOMMIT, 3, 2, None),
    ]
    return [certificates.encode_vote(each) for each in votes]


TRANSACTIONS, EVIDENCE = _transactions(), _evidence()
PAYLOAD = encode_block(
    HEADER, [decode_transaction(raw) for raw in TRANSACTIONS], CERTIFICATE.encoded
)
NETWORK = {"chain_id": 7, "accounts": {"0x" + "ab" * 20: {"code": "0x00", "storage": {"1": "2"}}}}
TARGETS = {
    "rlp": Target(
        strict(rlp.decode, rlp.encode), [rlp.encode([b"", b"\x05", [b"x" * 60, [[]]]]), b"\x80"]
    ),
    "transaction": Target(fuzz_transaction, TRANSACTIONS),
    "header": Target(strict(decode_header, encode_header), [encode_header(HEADER)]),
    "block": Target(fuzz_block, [PAYLOAD, encode_block(HEADER, (), b"")]),
    "payload": Target(fuzz_payload, [PAYLOAD]),
    "payload_head": Target(fuzz_payload_head, [split_payload(PAYLOAD)[0]]),
    "receipt": Target(strict(_receipt, encode_receipt), _receipts()),
    "vote": Target(fuzz_vote, _vote_samples()),
    "proposal": Target(
        fuzz_proposal, [certificates.encode_proposal(proposal(3, 1, block_id(1), 0, KEYS[0]))]
    ),
    "certificate": Target(fuzz_certificate, [CERTIFICATE.encoded]),
    "validator_set": Target(
        strict(validator_sets.decode_validator_set, validator_sets.encode_validator_set),
        [validator_sets.encode_validator_set(VIEW.members.incremented(turn)) for turn in (1, 3)],
    ),
    "evidence": Target(fuzz_evidence, EVIDENCE),
    "evidence_list": Target(
        strict(evidence.decode_evidence_list, evidence.encode_evidence_list),
        [b"", *(rlp.encode(list(pair)) for pair in pairwise(EVIDENCE))],
    ),
    "begin_data": Target(
        strict(begin_data.decode_carried, begin_data.encode_carried),
        [
            begin_data.encode_carried(begin_data.Carried(pieces, tip))
            for pieces in ((), tuple(map(evidence.decode_evidence, EVIDENCE[:2])))
            for tip in (None, Hash32(b"\7" * 32))
        ],
    ),
    "genesis": Target(
        fuzz_genesis, [json.dumps(data).encode() for data in (genesis_data(), NETWORK)]
    ),
    "call_data": Target(fuzz_call_data, call_samples()),
    "revert_data": Target(fuzz_revert_data, _reverts()),
}
