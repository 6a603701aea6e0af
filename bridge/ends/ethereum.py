"""
What every Ethereum node answers alike, whatever chain it serves: blocks, logs, proofs, calls.

    finalized block --> Head, EvmHeader      eth_getLogs --> Log      eth_getProof --> StateProof
"""

from collections.abc import Sequence
from typing import Any, Final

from eth_hash.auto import keccak

from bridge.contract import Function, Log
from bridge.endpoint import AnswerInvalid, Endpoint, data, member, quantity
from bridge.ends.end import EvmHeader, Head
from bridge.records import StateProof
from chain.codec import rlp
from chain.kit.record import topic_of
from chain.types.primitives import Address, Hash32, Height, Seconds, Wei

FINALIZED: Final = "finalized"
LOGS_MAX: Final = 10_000  # of one answer
NODES_MAX: Final = 65  # of one proof, as keys have 64 nibbles
# A header's fields in order, and whether each is a number; later forks only add at the end.
_FIELDS: Final = (
    ("parentHash", False), ("sha3Uncles", False), ("miner", False), ("stateRoot", False),
    ("transactionsRoot", False), ("receiptsRoot", False), ("logsBloom", False),
    ("difficulty", True), ("number", True), ("gasLimit", True), ("gasUsed", True),
    ("timestamp", True), ("extraData", False), ("mixHash", False), ("nonce", False),
    ("baseFeePerGas", True), ("withdrawalsRoot", False), ("blobGasUsed", True),
    ("excessBlobGas", True), ("parentBeaconBlockRoot", False), ("requestsHash", False),
)  # fmt: skip
_ALWAYS: Final = 15  # fields that every fork has


class Ethereum:
    """One node of a chain."""

    def __init__(self, endpoint: Endpoint) -> None:
        self.endpoint = endpoint

    async def chain_id(self) -> int:
        """Return which chain it serves."""
        return quantity(await self.endpoint.call("eth_chainId"), "chain id")

    async def balance_wei(self, account: Address) -> Wei:
        """Return what an account has of the chain's coin now."""
        answer = await self.endpoint.call("eth_getBalance", "0x" + account.hex(), "latest")
        return Wei(quantity(answer, "balance"))

    async def head(self) -> Head:
        """Return the newest final block."""
        block = await self._block(FINALIZED)
        height = Height(quantity(member(block, "number", "block"), "number"))
        time_s = Seconds(quantity(member(block, "timestamp", "block"), "time"))
        return Head(height, time_s, _hash(block))

    async def block_hash(self, height: Height) -> Hash32:
        """Return what the node says a block's hash is."""
        return _hash(await self._block(hex(height)))

    async def header(self, height: Height) -> EvmHeader:
        """Return a header whose bytes give its hash; raises AnswerInvalid where they do not."""
        block = await self._block(hex(height))
        raw = header_bytes(block)
        said = _hash(block)
        if keccak(raw) != said:
            raise AnswerInvalid(
                f"{self.endpoint.url}: block {height} does not hash to 0x{said.hex()}: it lies, or "
                "its chain has a fork that this program does not know"
            )
        if quantity(block["number"], "number") != height:
            raise AnswerInvalid(f"{self.endpoint.url}: block {height} expected, found another")
        return EvmHeader(
            height, said, Seconds(quantity(block["timestamp"], "time")), raw
        )  # fmt: skip

    async def logs(
        self, address: Address, topics: Sequence[Any], first: Height, last: Height
    ) -> list[Log]:
        """Return a contract's logs of some blocks, in order."""
        where = {"address": "0x" + address.hex(), "topics": list(topics)}
        span = {"fromBlock": hex(first), "toBlock": hex(last)}
        rows = await self.endpoint.call("eth_getLogs", {**where, **span})
        if not isinstance(rows, list) or len(rows) > LOGS_MAX:
            raise AnswerInvalid(f"{self.endpoint.url}: a list of at most {LOGS_MAX} logs expected")
        found = [Log(row) for row in rows]
        for log in found:
            if log.address != address or not first <= log.height <= last:
                raise AnswerInvalid(f"{self.endpoint.url}: logs that were not asked for")
        return sorted(found, key=lambda log: (log.height, log.index))

    async def proof(self, address: Address, slot: int, height: Height) -> StateProof:
        """Return the proof of a slot, not verified."""
        where = ["0x" + address.hex(), [f"0x{slot:064x}"], hex(height)]
        answer = await self.endpoint.call("eth_getProof", *where)
        storage = member(answer, "storageProof", "proof")
        if not isinstance(storage, list) or len(storage) != 1:
            raise AnswerInvalid(f"{self.endpoint.url}: the proof of one slot expected")
        accounts = _nodes(member(answer, "accountProof", "proof"))
        return StateProof(height, accounts, _nodes(member(storage[0], "proof", "proof")))

    async def view(self, address: Address, function: Function, *values: Any) -> Any:
        """Return what a view says now."""
        call = {"to": "0x" + address.hex(), "data": "0x" + function.encode(*values).hex()}
        return function.decode(await self.endpoint.call("eth_call", call, "latest"))

    async def _block(self, where: str) -> Any:
        block = await self.endpoint.call("eth_getBlockByNumber", where, False)
        if block is None:
            raise AnswerInvalid(f"{self.endpoint.url} has no block {where}: is it in sync?")
        return block


def header_bytes(block: Any) -> bytes:
    """Return the RLP of a block's header, of any fork."""
    fields = []
    for number, (name, is_number) in enumerate(_FIELDS):
        value = block.get(name) if isinstance(block, dict) else None
        if value is None:
            if number < _ALWAYS:
                raise AnswerInvalid(f"block: {name} expected")
            break
        fields.append(rlp.integer(quantity(value, name)) if is_number else data(value, name))
    return rlp.encode(fields)


def topics_of(*events: type) -> list[str]:
    """Return the first topics of events, as a filter of any of them."""
    return ["0x" + topic_of(event).hex() for event in events]


def word(number: int) -> str:
    """Return a number as a topic."""
    return f"0x{number:064x}"


def _hash(block: Any) -> Hash32:
    found = data(member(block, "hash", "block"), "block hash")
    if len(found) != 32:
        raise AnswerInvalid(f"block hash: 32 bytes expected, found {len(found)}")
    return Hash32(found)


def _nodes(rows: Any) -> tuple[bytes, ...]:
    if not isinstance(rows, list) or len(rows) > NODES_MAX:
        raise AnswerInvalid(f"proof: a list of at most {NODES_MAX} nodes expected")
    return tuple(data(row, "node of a proof") for row in rows)
