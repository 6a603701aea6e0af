"""
A machine that tells a tracer what it does; the untraced machine knows nothing of it.

    trace_transaction(world, checked, environment, machine, tracer) -> Traced
        = apply_transaction on a copy of the machine whose computations are derived ones:
              messages        -> enter, leave
              instructions    -> step          (one loop of its own, py-evm's own instructions)
              gas meters      count what an instruction asked for

Calls that py-evm refuses before they begin, and transfers that run no code, are frames as in geth.
"""

from copy import copy
from typing import Any, Final

from eth.constants import STACK_DEPTH_LIMIT, UINT_64_MAX
from eth.exceptions import FullStack, Halt, InsufficientStack, OutOfGas, Revert, VMError

from chain.types.primitives import Address, Gas, Hash32, Wei
from chain.types.transaction import CheckedTransaction
from chain.vm.errors import describe_error
from chain.vm.frames import Frame, FrameLog, Step, Traced, Tracer, to_address, to_word
from chain.vm.machine import Machine
from chain.vm.meter import GasMeter
from chain.vm.opcodes import (
    CALL,
    CALLCODE,
    CALLS,
    CREATE2,
    CREATIONS,
    DELEGATECALL,
    SELFDESTRUCT,
    STACK_NEEDS,
    STATICCALL,
)
from chain.vm.stepping import WATCHED_INSTRUCTIONS, instruction
from chain.vm.transaction import STRICT, Leniency, TransactionOutcome, apply_transaction
from chain.vm.world import BlockEnvironment, World

_KINDS: Final = {
    CALLCODE: "CALLCODE",
    DELEGATECALL: "DELEGATECALL",
    STATICCALL: "STATICCALL",
    CREATE2: "CREATE2",
}
_MAKERS: Final = CALLS | CREATIONS | {SELFDESTRUCT}  # instructions that make frames
_OPERANDS_MAX: Final = 7  # words that CALL takes, more than any other that makes a frame
_FOUND_BEFORE: Final = (OutOfGas, InsufficientStack, FullStack)  # geth sees these before it begins


def trace_transaction(
    world: World,
    checked: CheckedTransaction,
    environment: BlockEnvironment,
    machine: Machine,
    tracer: Tracer,
    leniency: Leniency = STRICT,
) -> Traced:
    """
    Apply a transaction as apply_transaction does, and tell the tracer of all its frames and steps.

    Raises TransactionInvalid, and whatever the tracer or the world's watch raises.
    """
    recorder = _Recorder(tracer)
    outcome = apply_transaction(world, checked, environment, recorder.attach(machine), leniency)
    return Traced(recorder.root or recorder.without_code(checked, outcome), checked, outcome)


class _CountingMeter(GasMeter):
    """A gas meter that knows what one instruction asked for, got or not."""

    asked = 0  # since the instruction began
    last = 0  # that was asked for
    returned = 0  # that came back last

    def consume_gas(self, amount: int, reason: str) -> None:
        self.asked += amount
        self.last = amount
        super().consume_gas(amount, reason)

    def return_gas(self, amount: int) -> None:
        self.returned = amount
        super().return_gas(amount)


class _Running:
    """A frame that is not over, and where its code stands; modules and precompiles have no code."""

    __slots__ = ("children", "frame", "gas_below", "opcode", "operands", "refund", "refund_below")

    def __init__(self, frame: Frame, refund: int) -> None:
        self.frame = frame
        self.opcode: int | None = None
        self.operands: list[Any] = []  # of an instruction that makes a frame, the topmost last
        self.gas_below: int | None = None  # handed to the frame that the instruction made
        self.refund = refund  # of the transaction, when the frame began
        self.refund_below = 0  # of the frames below that are over
        self.children: list[Any] = []  # computations below, of frames without code


class _Recorder:
    """Builds the tree of frames of one transaction, and tells the tracer as it grows."""

    def __init__(self, tracer: Tracer) -> None:
        self.root: Frame | None = None
        self._tracer, self._wants_steps = tracer, tracer.wants_steps
        self._running: list[_Running] = []

    def attach(self, machine: Machine) -> Machine:
        """Return a machine like the given one, whose computations report here."""
        found = copy(machine)
        found.computation_class = _build_traced_class(machine.computation_class, self)
        return found

    def without_code(self, checked: CheckedTransaction, outcome: TransactionOutcome) -> Frame:
        """Return the only frame of a transaction that ended before any code could run."""
        transaction = checked.transaction
        is_creation = transaction.to is None
        frame = Frame(
            kind="CREATE" if is_creation else "CALL",
            depth=0,
            sender=checked.sender,
            to=outcome.contract_address if is_creation else transaction.to,
            value_wei=transaction.value_wei,
            gas=Gas(transaction.gas_limit - checked.intrinsic_gas),
            input=transaction.data,
        )
        self._tracer.enter(frame)
        if outcome.error is not None:
            frame.gas_used, frame.error = frame.gas, outcome.error
            frame.to = None if is_creation else frame.to
        self._tracer.leave(frame)
        return frame

    # Frames.

    def enter(self, message: Any, caller: Any) -> None:
        """Begin the frame of a message; `caller` is the computation above, if there is one."""
        above = self._running[-1] if self._running else None
        frame = _frame_of(message, above)
        refund = message.refund
        if above is None:
            self.root = frame
        else:
            above.frame.calls.append(frame)
            above.gas_below = message.gas
            refund += above.refund + above.refund_below + caller._gas_meter.gas_refunded
        self._running.append(_Running(frame, refund))
        self._tracer.enter(frame)

    def cancel(self) -> None:
        """Forget a frame that py-evm refused in its caller's name."""
        self._running.pop()
        if self._running:
            self._running[-1].frame.calls.pop()
            self._running[-1].gas_below = None

    def leave(self, computation: Any) -> None:
        """End the newest frame with what its computation gave."""
        running = self._running.pop()
        frame = running.frame
        frame.gas_used = Gas(computation.msg.gas - computation.get_gas_remaining())
        frame.output = bytes(computation.output)
        if computation.is_error:
            frame.error = frame.error or describe_error(computation.error)
            frame.is_revert = isinstance(computation.error, Revert)
            frame.to = None if frame.is_creation else frame.to
        if running.children:
            _mark_undone(frame, running.children, computation)
        refund = computation._gas_meter.gas_refunded + running.refund_below
        if self._running:
            above = self._running[-1]
            above.refund_below += 0 if computation.is_error else refund
            if above.opcode is None:
                above.children.append(computation)
        self._tracer.leave(frame)

    def log(self, computation: Any, address: Address, topics: Any, data: bytes) -> None:
        """Note a log of the newest frame."""
        frame = self._running[-1].frame
        frame.logs.append(
            FrameLog(
                address=address,
                topics=tuple(Hash32(topic.to_bytes(32, "big")) for topic in topics),
                data=bytes(data),
                position=len(frame.calls),
                turn=computation._log_entries[-1][0],
            )
        )

    # Instructions.

    def interpret(self, computation: Any, opcodes: dict[int, Any]) -> None:
        """Run the code of a computation until it halts, instruction by instruction."""
        code, stack = computation.code, computation._stack.values
        watch, count, wants_steps = computation.state.watch, 0, self._wants_steps
        is_empty = len(code) == 0  # geth runs nothing there, py-evm the STOP behind the end
        instructions = iter(code)
        while True:
            pc = code.program_counter
            value = next(instructions)
            opcode = instruction(opcodes, value)
            height = len(stack)
            try:
                if wants_steps or value in _MAKERS:
                    self._run(computation, opcode, value, None if is_empty else pc)
                else:
                    opcode(computation)
            except Halt:
                return
            except VMError as error:
                self._running[-1].frame.error = _word(error, value, height)
                raise
            count += 1
            if watch is not None and count % WATCHED_INSTRUCTIONS == 0:
                watch(0)

    def _run(self, computation: Any, opcode: Any, value: int, pc: int | None) -> None:
        """Run one instruction; `pc` is None where nobody is to hear of it."""
        running, meter = self._running[-1], computation._gas_meter
        stack = computation._stack.values
        height = len(stack)
        running.opcode, running.gas_below = value, None
        running.operands = stack[-_OPERANDS_MAX:]
        meter.asked = 0
        step = None
        if self._wants_steps and pc is not None:
            refund = running.refund + running.refund_below + meter.gas_refunded
            step = Step(computation, pc, value, refund)
            self._tracer.step(step)
        balance_wei = 0
        if value == SELFDESTRUCT:
            balance_wei = computation.state.get_balance(computation.msg.storage_address)
        try:
            opcode(computation)
        except Halt:
            self._finish(step, computation)
            if value == SELFDESTRUCT:
                self._report_destruction(computation, balance_wei)
            raise
        except VMError as error:
            self._finish(step, computation)
            if step is not None and isinstance(error, _FOUND_BEFORE):
                step.error = _word(error, value, height)
            raise
        if running.gas_below is None and height >= STACK_NEEDS.get(value, 0):
            if value in CALLS:
                self._report_refused_call(computation)
            elif value in CREATIONS:
                self._report_refused_creation(computation)
        self._finish(step, computation)

    def _finish(self, step: Step | None, computation: Any) -> None:
        if step is None:
            return
        step.gas_cost = computation._gas_meter.asked
        if step.opcode in CREATIONS:
            step.gas_cost -= self._running[-1].gas_below or 0

    # Frames that py-evm has no computation for.

    def _report_destruction(self, computation: Any, balance_wei: int) -> None:
        running = self._running[-1]
        self._report(
            Frame(
                kind="SELFDESTRUCT",
                depth=running.frame.depth + 1,
                sender=computation.msg.storage_address,
                to=to_address(running.operands[-1]),
                value_wei=Wei(balance_wei),
                gas=Gas(0),
                input=b"",
            )
        )

    def _report_refused_call(self, computation: Any) -> None:
        """Report a call that its caller could not pay for, or made too deep."""
        running = self._running[-1]
        operands = running.operands
        with_value = running.opcode in (CALL, CALLCODE)
        size, at = map(to_word, operands[-5:-3] if with_value else operands[-4:-2])
        self._report(
            Frame(
                kind=_KINDS.get(running.opcode or CALL, "CALL"),
                depth=running.frame.depth + 1,
                sender=computation.msg.storage_address,
                to=to_address(operands[-2]),
                value_wei=Wei(to_word(operands[-3])) if with_value else None,
                gas=Gas(computation._gas_meter.returned),
                input=bytes(computation.memory_read_bytes(at, size)),
                error=_refusal(computation),
            )
        )

    def _report_refused_creation(self, computation: Any) -> None:
        """Report a creation that could not begin: too poor, too deep, or its place is taken."""
        running, meter = self._running[-1], computation._gas_meter
        value_wei, at, size = map(to_word, reversed(running.operands[-3:]))
        state, creator = computation.state, computation.msg.storage_address
        gas = meter.gas_remaining - meter.gas_remaining // 64
        error, gas_used = _refusal(computation), 0
        if computation.msg.depth < STACK_DEPTH_LIMIT and state.get_balance(creator) >= value_wei:
            error = "nonce uint64 overflow"
            if state.get_nonce(creator) < UINT_64_MAX:
                error, gas, gas_used = "contract address collision", meter.last, meter.last
                running.gas_below = meter.last
        self._report(
            Frame(
                kind=_KINDS.get(running.opcode or 0, "CREATE"),
                depth=running.frame.depth + 1,
                sender=creator,
                to=None,
                value_wei=Wei(value_wei),
                gas=Gas(gas),
                gas_used=Gas(gas_used),
                input=bytes(computation.memory_read_bytes(at, size)),
                error=error,
            )
        )

    def _report(self, frame: Frame) -> None:
        self._running[-1].frame.calls.append(frame)
        self._tracer.enter(frame)
        self._tracer.leave(frame)


def _word(error: VMError, opcode: int, height: int) -> str:
    """Return geth's wording of what an instruction failed with, on a stack of so many words."""
    text = describe_error(error)
    if isinstance(error, InsufficientStack):
        return f"{text} ({height} <=> {STACK_NEEDS.get(opcode, 0)})"
    return text


def _refusal(computation: Any) -> str:
    if computation.msg.depth + 1 > STACK_DEPTH_LIMIT:
        return "max call depth exceeded"
    return "insufficient balance for transfer"


def _frame_of(message: Any, above: _Running | None) -> Frame:
    """Return a message's frame as geth sees it: a delegate call comes from who delegates."""
    opcode = CALL if above is None or above.opcode is None else above.opcode
    sender, to, value_wei = message.sender, message.to, Wei(message.value)
    if message.is_create:
        kind = "CREATE2" if opcode == CREATE2 else "CREATE"
        to, data = message.storage_address, message.code
    else:
        kind, data = _KINDS.get(opcode, "CALL"), message.data
        if above is not None and opcode in (CALLCODE, DELEGATECALL):
            sender, to = message.storage_address, to_address(above.operands[-2])
    return Frame(
        kind=kind,
        depth=message.depth,
        sender=sender,
        to=to,
        value_wei=None if opcode == STATICCALL else value_wei,
        gas=Gas(message.gas),
        input=bytes(data),
    )


def _mark_undone(frame: Frame, children: list[Any], computation: Any) -> None:
    """Strike out what a module undid: calls it made, and logs it emitted."""
    kept = {turn for turn, *_ in computation._log_entries}
    frame.logs = [log for log in frame.logs if log.turn in kept]
    for call, child in zip(frame.calls, children, strict=True):
        call.is_undone = all(child is not left for left in computation.children)


def _build_traced_class(base: type[Any], recorder: _Recorder) -> type[Any]:
    """Derive the computation of one traced transaction from the machine's own."""

    class TracedComputation(base):  # type: ignore[misc]
        """The machine's computation, reporting."""

        interpret = recorder.interpret

        def _configure_gas_meter(self) -> GasMeter:
            return _CountingMeter(self.msg.gas)

        @classmethod
        def apply_message(
            cls, state: World, message: Any, context: Any, parent_computation: Any = None
        ) -> Any:
            if message.is_create:  # a step of apply_create_message, which reports
                return super().apply_message(state, message, context, parent_computation)
            recorder.enter(message, parent_computation)
            computation = super().apply_message(state, message, context, parent_computation)
            recorder.leave(computation)
            return computation

        @classmethod
        def apply_create_message(
            cls, state: World, message: Any, context: Any, parent_computation: Any = None
        ) -> Any:
            recorder.enter(message, parent_computation)
            try:
                computation = super().apply_create_message(
                    state, message, context, parent_computation
                )
            except VMError:
                recorder.cancel()
                raise
            recorder.leave(computation)
            return computation

        def add_log_entry(self, account: Address, topics: Any, data: bytes) -> None:
            super().add_log_entry(account, topics, data)
            recorder.log(self, account, topics, data)

    return TracedComputation
