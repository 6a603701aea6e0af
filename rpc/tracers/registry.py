"""
Tracers by their names in geth; several at once as muxTracer.

    "callTracer" + settings --> CallTracer         "" --> StructLogger
    "muxTracer" + {"callTracer": {...}, "4byteTracer": null} --> MuxTracer of both
"""

from collections.abc import Callable, Mapping
from typing import Any, Final

from chain.errors import Malformed
from chain.vm.frames import Frame, Step
from rpc.backend import Backend
from rpc.errors import CallFailed, InvalidParams, describe
from rpc.tracers.calls import CallOptions, CallTracer
from rpc.tracers.config import TRACER_LETTERS_MAX, TraceConfig, flag
from rpc.tracers.decoding import ModuleCalls
from rpc.tracers.flat import FlatOptions, Flattener, FlatTracer, Place
from rpc.tracers.prestate import PrestateOptions, PrestateTracer
from rpc.tracers.selectors import SelectorTracer
from rpc.tracers.struct_log import StructLogger
from rpc.tracers.tracer import Budget, FrameTracer, Run, TransactionTracer

MUX: Final = "muxTracer"
TRACERS_AT_ONCE_MAX: Final = 8  # tracers in one muxTracer
Settings = Mapping[str, Any]


class MuxTracer:
    """Several tracers of one run."""

    def __init__(self, tracers: Mapping[str, TransactionTracer]) -> None:
        self._tracers = dict(tracers)
        self._steppers = [item for item in tracers.values() if item.wants_steps]
        self.wants_steps = bool(self._steppers)

    def enter(self, frame: Frame) -> None:
        """Tell all of a frame that begins."""
        for tracer in self._tracers.values():
            tracer.enter(frame)

    def leave(self, frame: Frame) -> None:
        """Tell all of a frame that is over."""
        for tracer in self._tracers.values():
            tracer.leave(frame)

    def step(self, step: Step) -> None:
        """Tell those who want to know of an instruction."""
        for tracer in self._steppers:
            tracer.step(step)

    def result(self, run: Run) -> dict[str, Any]:
        """Return the results by name."""
        return {name: tracer.result(run) for name, tracer in self._tracers.items()}


class TracerRegistry:
    """Makes tracers of one chain."""

    def __init__(self, backend: Backend) -> None:
        natives = backend.machine.native_contracts
        self.precompiles = frozenset(backend.machine.precompiles) - frozenset(natives)
        self.modules = ModuleCalls(backend.assembly)
        self._makers: dict[str, Callable[[Budget, Settings, Place | None], TransactionTracer]] = {
            "callTracer": self._calls,
            "flatCallTracer": self._flat,
            "prestateTracer": self._prestate,
            "4byteTracer": lambda budget, _, __: SelectorTracer(budget, self.precompiles),
            "noopTracer": lambda budget, _, __: FrameTracer(budget),
        }

    def check(self, config: TraceConfig) -> None:
        """Refuse what `make` would refuse; raises CallFailed and InvalidParams."""
        self.make(config, Budget(1), None)

    def make(self, config: TraceConfig, budget: Budget, place: Place | None) -> TransactionTracer:
        """Return a new tracer for one transaction; raises CallFailed and InvalidParams."""
        if not config.tracer:
            return StructLogger(budget, config.struct_log)
        try:
            if config.tracer == MUX:
                return self._mux(budget, config.settings, place)
            return self._named(config.tracer)(budget, config.settings, place)
        except Malformed as cause:
            raise InvalidParams(f"tracerConfig: {cause}") from cause

    def _named(self, name: str) -> Callable[[Budget, Settings, Place | None], TransactionTracer]:
        found = self._makers.get(name)
        if found is None:
            known = ", ".join([*self._makers, MUX])
            shown = describe(name[:TRACER_LETTERS_MAX])
            raise CallFailed(f"tracer not found: {shown}; there are {known}, and no JavaScript")
        return found

    def _mux(self, budget: Budget, settings: Settings, place: Place | None) -> MuxTracer:
        if len(settings) > TRACERS_AT_ONCE_MAX:
            raise Malformed(f"at most {TRACERS_AT_ONCE_MAX} tracers, found {len(settings)}")
        tracers = {}
        for name, own in settings.items():
            if own is not None and not isinstance(own, dict):
                raise Malformed(f"{describe(name)}: object expected, found {describe(own)}")
            tracers[name] = self._named(name)(budget, own or {}, place)
        return MuxTracer(tracers)

    def _calls(self, budget: Budget, settings: Settings, place: Place | None) -> CallTracer:
        options = CallOptions(flag(settings, "onlyTopCall"), flag(settings, "withLog"))
        return CallTracer(budget, options, self.modules)

    def _flat(self, budget: Budget, settings: Settings, place: Place | None) -> FlatTracer:
        options = FlatOptions(
            convert_errors=flag(settings, "convertParityErrors"),
            include_precompiles=flag(settings, "includePrecompiles"),
        )
        return FlatTracer(budget, Flattener(self.precompiles, self.modules, options), place)

    def _prestate(self, budget: Budget, settings: Settings, place: Place | None) -> PrestateTracer:
        options = PrestateOptions(
            diff_mode=flag(settings, "diffMode"),
            disable_code=flag(settings, "disableCode"),
            disable_storage=flag(settings, "disableStorage"),
            include_empty=flag(settings, "includeEmpty"),
        )
        return PrestateTracer(budget, options)
