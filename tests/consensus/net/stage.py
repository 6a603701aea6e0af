"""What tests of the network share: signed messages of a few validators, evidence as a toy codec."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence

import coincurve
import rlp as loose_rlp
from eth_hash.auto import keccak

from chain.certificates import address_of, sign
from chain.errors import Malformed
from chain.types.certificate import (
    NO_ROUND,
    BlockId,
    Certificate,
    ProposalMessage,
    Vote,
    VoteKind,
)
from chain.types.evidence import DuplicateVote
from chain.types.primitives import Address, Hash32, Height, Milliseconds, Round
from consensus.net.messages import Codec
from consensus.net.transport import PeerId

CHAIN_ID = 31337
KEYS = [coincurve.PrivateKey(bytes([n]) * 32) for n in range(1, 8)]
TIME = Milliseconds(1_700_000_000_000)


def name(number: int) -> PeerId:
    """Identity of a test's peer."""
    return PeerId(f"0x{number:040x}")


def block_id(payload: bytes) -> BlockId:
    """Name of the block that a payload is."""
    return BlockId(Hash32(keccak(payload)), TIME)


def matches(named: BlockId, payload: bytes) -> bool:
    """Whether a payload is the block of a name."""
    return named.hash == keccak(payload)


def vote(who: int = 0, height: int = 1, round_: int = 0, block: BlockId | None = None) -> Vote:
    """Signed prevote."""
    address = address_of(KEYS[who].public_key)
    plain = Vote(VoteKind.PREVOTE, Height(height), Round(round_), block, NO_ROUND, address)
    return sign(plain, CHAIN_ID, KEYS[who])


def proposal(payload: bytes, height: int = 1, round_: int = 0, who: int = 0) -> ProposalMessage:
    """Signed proposal of a payload."""
    address = address_of(KEYS[who].public_key)
    block = block_id(payload)
    plain = ProposalMessage(Height(height), Round(round_), block, NO_ROUND, address)
    return sign(plain, CHAIN_ID, KEYS[who])


def certificate(payload: bytes, height: int = 1) -> Certificate:
    """Certificate with signatures of the right shape, which prove nothing."""
    signatures = tuple((Address(bytes([n]) * 20), bytes([n]) * 65) for n in range(4))
    return Certificate(Height(height), Round(0), block_id(payload), signatures)


CODEC = Codec()
EVIDENCE = DuplicateVote(vote(), vote(block=block_id(b"another")))


class ToyPayloads:
    """Payloads that are RLP [head, [transaction, ...]]."""

    def split(self, payload: bytes) -> tuple[bytes, list[bytes]]:
        """Take apart."""
        try:
            head, transactions = loose_rlp.decode(payload, strict=True)
            return bytes(head), [bytes(raw) for raw in transactions]
        except (loose_rlp.DecodingError, TypeError, ValueError) as error:
            raise Malformed("expected a toy payload") from error

    def join(self, head: bytes, transactions: Sequence[bytes]) -> bytes:
        """Put together."""
        return bytes(loose_rlp.encode([head, list(transactions)]))


class ToyPool(dict[Hash32, bytes]):
    """Transactions by hash."""

    def put(self, *transactions: bytes) -> "ToyPool":
        """Add transactions."""
        self.update({Hash32(keccak(raw)): raw for raw in transactions})
        return self


def transactions(count: int, size: int = 200) -> list[bytes]:
    """Distinct transactions."""
    return [number.to_bytes(4, "big") * (size // 4) for number in range(1, count + 1)]


def run(story: Callable[[], Awaitable[object]]) -> None:
    """Run a coroutine function, at most 20 s."""

    async def bounded() -> None:
        await asyncio.wait_for(story(), 20)

    asyncio.run(bounded())
