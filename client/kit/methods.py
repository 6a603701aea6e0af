"""
Views and calls as data, and the class that every rendered module inherits from.

    View   what is read:  VIEW.encode(...) -> call data, VIEW.decode(answer) -> typed value
    Call   what is done:  CALL.encode(...) -> call data, for transactions, proposals and batches
"""

from collections.abc import AsyncGenerator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, ClassVar, Generic, Self, TypeVar

from eth_hash.auto import keccak

from client.kit.kinds import Kind, decode_values, encode_values, kind_of
from client.kit.records import Event, Refusal

if TYPE_CHECKING:
    from client.connection import Connection
    from client.logs import Logged
    from client.transactions import Pending

T = TypeVar("T")
E = TypeVar("E", bound=Event)


class _Method:
    """A name, and what it takes."""

    name: str
    inputs: tuple[Any, ...]

    @cached_property
    def kinds(self) -> list[Kind]:
        """The kinds of the arguments."""
        return [kind_of(hint) for hint in self.inputs]

    @cached_property
    def selector(self) -> bytes:
        """The first four bytes of call data."""
        kinds = ",".join(kind.abi for kind in self.kinds)
        return keccak(f"{self.name}({kinds})".encode())[:4]

    def encode(self, *values: Any) -> bytes:
        """Return call data; raises ArgumentInvalid."""
        return self.selector + encode_values(self.kinds, values)


@dataclass(frozen=True)
class Call(_Method):
    """What changes the chain: sent in a transaction, or carried by a proposal."""

    name: str  # as the chain's interface spells it
    inputs: tuple[Any, ...] = ()
    payable: bool = False


@dataclass(frozen=True)
class View(_Method, Generic[T]):
    """What is read; `output` is one annotation, `is_many` where its fields come side by side."""

    name: str
    inputs: tuple[Any, ...]
    output: Any
    is_many: bool = False

    def decode(self, answer: bytes) -> T:
        """Return the typed value of an answer; raises AnswerInvalid."""
        kind: Any = kind_of(self.output)
        if self.is_many:
            values = decode_values(list(kind.fields.values()), answer)
            found: T = kind.python(*values)
            return found
        (value,) = decode_values([kind], answer)
        return value  # type: ignore[no-any-return]


@dataclass(frozen=True)
class Read(Generic[T]):
    """One view with its arguments, for a batch."""

    view: View[T]
    to: str
    data: bytes


class ModuleClient:
    """
    One module of the chain: its views, calls and events, typed.

    `at(height)` returns the same reading the state after a block.
    """

    NAME: ClassVar[str]
    ADDRESS: ClassVar[str]
    EVENTS: ClassVar[tuple[type[Event], ...]] = ()
    REFUSALS: ClassVar[tuple[type[Refusal], ...]] = ()

    def __init__(self, client: "Connection", height: int | None = None) -> None:
        self._client, self._height = client, height

    def at(self, height: int) -> Self:
        """Return this module as it was after a block."""
        return type(self)(self._client, height)

    def events(
        self,
        *kinds: type[E],
        from_height: int | None = None,
        after: tuple[int, int] | None = None,
        where: Mapping[str, Any] | None = None,
    ) -> "AsyncGenerator[Logged[E]]":
        """
        Return this module's events as they become final; without kinds, all of them.

        Begins with the block `from_height` or right after the log `after` = (height, log index);
        with the next block where neither is given. Nothing is lost or told twice over a
        reconnect. `where` holds values of indexed fields, for one kind.
        """
        wanted: Any = kinds or self.EVENTS
        return self._client.events(
            *wanted,
            source=self.ADDRESS,
            from_height=from_height,
            after=after,
            where=where,
        )

    def reading(self, view: View[T], *values: Any) -> Read[T]:
        """Return a view with its arguments, for `Client.read_many`; raises ArgumentInvalid."""
        return Read(view, self.ADDRESS, view.encode(*values))

    async def _read(self, view: View[T], *values: Any) -> T:
        return await self._client.read(self.reading(view, *values), height=self._height)

    async def _send(self, call: Call, values: Sequence[Any], value_wei: int = 0) -> "Pending":
        return await self._client.send(
            self.ADDRESS, call.encode(*values), value_wei=value_wei, refusals=self.REFUSALS
        )
