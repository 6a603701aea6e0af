"""
An attester's duty against liars: a false word on the chain costs the bond behind it.

    words of attesters --against the accepted header, brought here where it is missing--> lie?
    the transaction that carried the word --its signature--> accuse

A word that differs from the accepted header is a lie; one that differs from others' words alone is
not, until the chain knows which of them is true.
"""

import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from enum import IntEnum
from typing import Any, Final

from bridge.contract import Function, Log, read_log
from bridge.endpoint import data, member
from bridge.ends.end import Call, EvmHeader
from bridge.ends.ethereum import topics_of, word
from bridge.ends.kumiai import ATTESTED_BLOCKS, HEADER, HeaderAttested, KumiaiEnd
from bridge.records import KUMIAI_BRIDGE, Attestation, SignedAttestation
from bridge.updates import UPDATE_CLIENT
from chain.kit.abi import abi_type, encode_sequence
from chain.kit.record import Record
from chain.types.primitives import Address, Hash32, Height, Seconds, Wei

DISPUTES_MAX: Final = 256  # heights with more than one hash that are remembered
TRIES_MAX: Final = 8  # accusations of one word, which a rival or a busy block may stop
SHOWN_MAX: Final = 64  # times that a header is shown to the client, until enough vouch for it
SIGNATURE_BYTES: Final = 65
SIGNATURE_OFFSET: Final = 5 * 32  # of a signature's place in a signed statement
log = logging.getLogger("kumiai.attester")


class BondState(IntEnum):
    """The life of a bond behind attestations."""

    NOTHING = 0
    BONDED = 1
    LEAVING = 2
    LEFT = 3
    REMOVED = 4


class Bond(Record):
    """What the module says of an attester."""

    state: BondState
    bond_wei: Wei
    key: Address
    leaves_s: Seconds


ACCUSE: Final = Function("accuse", SignedAttestation)
ATTESTER: Final = Function("attester", Address, gives=[Bond])
PUNISHABLE: Final = (BondState.BONDED, BondState.LEAVING)
TruthOf = Callable[[Height], Awaitable[EvmHeader | None]]  # what this attester's sources agree on


@dataclass(frozen=True, slots=True)
class Word:
    """What a validator said of a height, and in which transaction."""

    attestation: Attestation
    transaction: str


class Accuser:
    """Watches what all attesters of one client say, but for `own`, who accuses others alone."""

    def __init__(self, home: KumiaiEnd, client: int, own: Address, truth_of: TruthOf) -> None:
        self._home, self._client, self._own, self._truth_of = home, client, own, truth_of
        self._scanned: Height | None = None
        self._words: dict[Height, list[Word]] = {}  # of heights that are not settled
        self._tries: dict[Word, int] = {}
        self._shown: dict[Height, int] = {}

    async def round(self) -> list[Address]:
        """Read what was said since, and accuse whoever lied; return whose bonds burned."""
        await self._read()
        burned = []
        for height in sorted(self._words):
            if len({one.attestation.hash for one in self._words[height]}) > 1:
                burned += await self._judge(height)
        return burned

    async def _judge(self, height: Height) -> list[Address]:
        """Accuse whoever lied about a height, once the truth is known; then forget it."""
        accepted = await self._accepted(height)
        if not any(accepted):
            return []
        words = self._words[height]
        lies = [
            one
            for one in words
            if one.attestation.hash != accepted and one.attestation.validator != self._own
        ]
        burned = [one.attestation.validator for one in lies if await self._accuse(one)]
        if all(self._tries[one] >= TRIES_MAX for one in lies):
            del self._words[height]
            for one in lies:
                del self._tries[one]
        return burned

    async def _read(self) -> None:
        head = (await self._home.node.head()).height
        first = max(0, head - ATTESTED_BLOCKS) if self._scanned is None else self._scanned + 1
        if first > head:
            return
        topics = [topics_of(HeaderAttested), word(self._client)]
        logs = await self._home.node.logs(KUMIAI_BRIDGE, topics, Height(first), head)
        for row in logs:
            self._note(row)
        self._scanned = head
        for height in sorted(self._words)[: max(0, len(self._words) - DISPUTES_MAX)]:
            del self._words[height]

    def _note(self, row: Log) -> None:
        said = read_log(HeaderAttested, row)
        statement = Attestation(said.validator, said.client, said.height, said.hash)
        self._words.setdefault(said.height, []).append(Word(statement, row.transaction))

    async def _accepted(self, height: Height) -> Hash32:
        """Return the hash that the client accepted at a height, after showing it the header."""
        found: Any = await self._home.node.view(KUMIAI_BRIDGE, HEADER, self._client, height)
        accepted: Hash32 = found.hash
        if any(accepted) or self._shown.get(height, 0) >= SHOWN_MAX:
            return accepted
        self._shown = {h: n for h, n in self._shown.items() if h in self._words}
        self._shown[height] = self._shown.get(height, 0) + 1
        truth = await self._truth_of(height)
        if truth is not None:
            data_ = UPDATE_CLIENT.encode(self._client, truth.raw)
            call = Call(KUMIAI_BRIDGE, data_, f"show the header of height {height}")
            if (await self._home.submit([call]))[0].succeeded:
                return truth.hash
        return accepted

    async def _accuse(self, one: Word) -> bool:
        """Try to burn the bond behind a lie; return whether that was done."""
        said = one.attestation
        self._tries[one] = self._tries.get(one, 0) + 1
        bond: Bond = await self._home.node.view(KUMIAI_BRIDGE, ATTESTER, said.validator)
        if bond.state not in PUNISHABLE:
            self._tries[one] = TRIES_MAX
            return False
        name = f"0x{said.validator.hex()} lied about block {said.height}"
        signature = await self._signature(one)
        if signature is None:
            self._tries[one] = TRIES_MAX
            log.error("%s, and hid its signature: accuse it by hand", name)
            return False
        call = Call(KUMIAI_BRIDGE, ACCUSE.encode(SignedAttestation(said, signature)), "accuse")
        outcome = (await self._home.submit([call]))[0]
        if outcome.succeeded:
            self._tries[one] = TRIES_MAX
            log.warning("%s: its bond is burned", name)
        else:
            log.warning("%s: %s", name, outcome.reason)
        return outcome.succeeded

    async def _signature(self, one: Word) -> bytes | None:
        """Return the signature behind a word, wherever it stands in what carried it."""
        question = ("eth_getTransactionByHash", one.transaction)
        found = await self._home.node.endpoint.call(*question)
        if not isinstance(found, dict):
            return None
        carried = data(member(found, "input", "transaction"), "input")
        # The statement's words, then where its signature stands behind them, and how long it is.
        pattern = encode_sequence([abi_type(Attestation)], [one.attestation])
        pattern += SIGNATURE_OFFSET.to_bytes(32, "big") + SIGNATURE_BYTES.to_bytes(32, "big")
        signature = carried.partition(pattern)[2][:SIGNATURE_BYTES]
        return signature if len(signature) == SIGNATURE_BYTES else None
