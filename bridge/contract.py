"""
Contracts from outside: calls, answers and logs by Solidity's ABI.

    Function("deliver", Uint64, Packet) --encode--> call data       --decode--> typed answer
    Event class --read_log--> its fields, strict
"""

from collections.abc import Mapping, Sequence
from typing import Any, TypeVar

from eth_hash.auto import keccak

from bridge.endpoint import AnswerInvalid, data, member, quantity
from chain.errors import Malformed
from chain.kit.abi import abi_type, decode_sequence, encode_sequence
from chain.kit.record import Event, field_types, indexed_fields, topic_of
from chain.types.primitives import Address, Height

E = TypeVar("E", bound=Event)


class Function:
    """One function of a contract: its name and the annotations of what it takes and gives."""

    def __init__(self, name: str, *inputs: Any, gives: Sequence[Any] = ()) -> None:
        self.name = name
        self._inputs = [abi_type(annotation) for annotation in inputs]
        self._outputs = [abi_type(annotation) for annotation in gives]
        signature = f"{name}({','.join(kind.name for kind in self._inputs)})"
        self.selector = keccak(signature.encode())[:4]

    def encode(self, *values: Any) -> bytes:
        """Return call data."""
        return self.selector + encode_sequence(self._inputs, values)

    def decode(self, answer: Any) -> Any:
        """Return the value of an eth_call's answer, a list where there are several."""
        try:
            found = decode_sequence(self._outputs, data(answer, self.name))
        except Malformed as cause:
            raise AnswerInvalid(f"{self.name}: the contract answers otherwise: {cause}") from cause
        return found[0] if len(found) == 1 else found


class Log:
    """A log as a node shows it, with its place."""

    def __init__(self, row: Mapping[str, Any]) -> None:
        topics = member(row, "topics", "log")
        if not isinstance(topics, list) or not 0 < len(topics) <= 4:
            raise AnswerInvalid(f"log: 1 to 4 topics expected, found {str(topics)[:48]}")
        self.topics = [data(topic, "topic") for topic in topics]
        self.data = data(member(row, "data", "log"), "log's data")
        self.address = Address(data(member(row, "address", "log"), "log's address"))
        self.height = Height(quantity(member(row, "blockNumber", "log"), "log's block"))
        self.index = quantity(member(row, "logIndex", "log"), "log's index")
        self.transaction = str(row.get("transactionHash", ""))


def read_log(kind: type[E], log: Log) -> E:
    """Return the event of a log whose first topic is this event's; raises AnswerInvalid."""
    kinds, indexed = field_types(kind), indexed_fields(kind)
    plain = [name for name in kinds if name not in indexed]
    words = [name for name in kinds if name in indexed]
    if log.topics[0] != topic_of(kind) or len(log.topics) != 1 + len(words):
        raise AnswerInvalid(f"a log of {kind.__name__} expected, found another")
    try:
        values = decode_sequence([kinds[name] for name in plain], log.data)
        found = dict(zip(plain, values, strict=True))
        for name, topic in zip(words, log.topics[1:], strict=True):
            found[name] = kinds[name].decode(topic, 0)
    except Malformed as cause:
        raise AnswerInvalid(f"a log of {kind.__name__} that does not read: {cause}") from cause
    return kind(**found)
