"""
What a traced run consists of: frames inside one another, steps inside frames.

    Frame(CALL) -> Frame(DELEGATECALL), Frame(CREATE) -> ...      Step: one instruction, before it

A frame is a message: a call, a creation, a destruction; also a call of a precompile or a module.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final, Protocol

from chain.types.primitives import Address, Gas, Hash32, Wei
from chain.types.transaction import CheckedTransaction
from chain.vm.opcodes import opcode_name
from chain.vm.transaction import TransactionOutcome

_ADDRESS_MASK: Final = (1 << 160) - 1


@dataclass(frozen=True, slots=True)
class FrameLog:
    """A log, with its place: how many calls its frame had made, and its turn in the transaction."""

    address: Address
    topics: tuple[Hash32, ...]
    data: bytes
    position: int
    turn: int


@dataclass(slots=True)
class Frame:
    """One message, from the words it began with to what it gave; `to` of a failed creation: None"""

    kind: str  # CALL, CALLCODE, DELEGATECALL, STATICCALL, CREATE, CREATE2 or SELFDESTRUCT
    depth: int  # 0: the transaction's own
    sender: Address
    to: Address | None
    value_wei: Wei | None  # None: such calls move nothing
    gas: Gas
    input: bytes  # call data, or the code that makes a contract
    gas_used: Gas = Gas(0)
    output: bytes = b""
    error: str | None = None  # in geth's words
    is_revert: bool = False
    is_undone: bool = False  # it ended well, but the module that made it undid it
    calls: list["Frame"] = field(default_factory=list)
    logs: list[FrameLog] = field(default_factory=list)

    @property
    def is_creation(self) -> bool:
        """Whether the frame makes a contract."""
        return self.kind.startswith("CREATE")

    def walk(self) -> Iterator["Frame"]:
        """Yield this frame and all below it, in the order in which they began."""
        waiting = [self]
        while waiting:
            frame = waiting.pop()
            yield frame
            waiting += reversed(frame.calls)


class Step:
    """
    One instruction about to run; what it cost and why it failed are known when it is over.

    Everything but `gas_cost` and `error` may be asked only while the tracer is told of the step.
    """

    __slots__ = ("_computation", "depth", "error", "gas", "gas_cost", "opcode", "pc", "refund")

    def __init__(self, computation: Any, pc: int, opcode: int, refund: int) -> None:
        self._computation, self.pc, self.opcode = computation, pc, opcode
        self.depth: int = computation.msg.depth + 1  # 1: the outermost code
        self.gas: int = computation._gas_meter.gas_remaining
        self.refund = refund  # gas the transaction would get back if it ended here
        self.gas_cost = 0  # with what is handed to a call, without what is handed to a creation
        self.error: str | None = None

    @property
    def name(self) -> str:
        """The instruction's name."""
        return opcode_name(self.opcode)

    @property
    def address(self) -> Address:
        """The account whose storage the code works on."""
        found: Address = self._computation.msg.storage_address
        return found

    def stack(self) -> list[int]:
        """Return the words of the stack, the topmost last."""
        return [to_word(value) for value in self._computation._stack.values]

    def memory(self) -> bytes:
        """Return the memory: whole words."""
        return bytes(self._computation._memory._bytes)

    def return_data(self) -> bytes:
        """Return what the last call returned."""
        return bytes(self._computation.return_data)

    def load(self, slot: int) -> int:
        """Return a word of the account's storage."""
        word: int = self._computation.state.get_storage(self.address, slot)
        return word


class Tracer(Protocol):
    """Who is told; what it raises ends the run."""

    wants_steps: bool

    def enter(self, frame: Frame) -> None:
        """Hear of a frame that begins."""
        ...

    def leave(self, frame: Frame) -> None:
        """Hear of a frame that is over: its result is in it."""
        ...

    def step(self, step: Step) -> None:
        """Hear of an instruction that is about to run; only where steps are wanted."""
        ...


@dataclass(frozen=True, slots=True)
class Traced:
    """A transaction that was traced."""

    root: Frame
    checked: CheckedTransaction
    outcome: TransactionOutcome


def to_word(value: Any) -> int:
    """Return a stack item as a number: py-evm keeps some as bytes."""
    return value if isinstance(value, int) else int.from_bytes(value, "big")


def to_address(value: Any) -> Address:
    """Return the account that a stack item names."""
    return Address((to_word(value) & _ADDRESS_MASK).to_bytes(20, "big"))
