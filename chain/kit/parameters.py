"""
The parameters of all modules in one book: what they are, and whether a change may be made.

A parameter is known as `module.field`, its value as one 256-bit word. A change names the value it
expects to replace, so that two proposals cannot silently undo each other, and touches nothing but
the field it names.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from types import MappingProxyType
from typing import Any, NamedTuple, TypeVar

from chain.errors import Malformed
from chain.kit.abi import WordType, word_type
from chain.kit.assembly import holds, own
from chain.kit.host import Host
from chain.kit.module import Module, invariants_of, params_of
from chain.kit.record import ParamRule, Params, Refusal, field_types, rules_of
from chain.types.primitives import Seconds

P = TypeVar("P", bound=Params)


class UnknownParameter(Refusal):
    """No module has a parameter of this name."""

    parameter: str


class Change(NamedTuple):
    """One parameter's change: from the value expected to the value wanted."""

    parameter: str
    expected: int
    value: int


@dataclass(frozen=True)
class ParameterSpec:
    """Where a parameter lives and what it may be."""

    module: type[Module]
    cell: str
    field: str
    kind: WordType
    rule: ParamRule

    @property
    def name(self) -> str:
        """The name that proposals use."""
        return f"{self.module.name}.{self.field}"


def checked(params: P) -> P:
    """Return parameters that genesis names, if they keep their bounds; raises Malformed."""
    objection = params.objection()
    if objection:
        raise Malformed(f"{type(params).__name__}.{objection}")
    return params


def specs_of(modules: Sequence[type[Module]]) -> Mapping[str, ParameterSpec]:
    """Return every parameter by name, in the order of modules and fields."""
    return _specs_of(tuple(modules))


@cache  # a handful of assemblies in one process: every view of a parameter asks for them
def _specs_of(modules: tuple[type[Module], ...]) -> Mapping[str, ParameterSpec]:
    found = {}
    for module in modules:
        declared = params_of(module)
        if declared is None:
            continue
        cell, record = declared
        for field, rule in rules_of(record).items():
            kind = word_type(field_types(record)[field].python)
            spec = ParameterSpec(module, cell, field, kind, rule)
            found[spec.name] = spec
    return MappingProxyType(found)


class ParameterBook:
    """The parameters as they stand in one state."""

    def __init__(self, modules: Sequence[type[Module]], host: Host) -> None:
        self._modules, self._host = modules, host
        self._specs = specs_of(modules)

    def spec(self, parameter: str) -> ParameterSpec:
        """Return what a parameter is; raises UnknownParameter."""
        if parameter not in self._specs:
            raise UnknownParameter(parameter[:64])
        return self._specs[parameter]

    def names(self) -> tuple[str, ...]:
        """Return the names of all parameters."""
        return tuple(self._specs)

    def value(self, parameter: str) -> int:
        """Return the value a parameter has now."""
        spec = self.spec(parameter)
        return spec.kind.to_word(getattr(self._record(spec), spec.field))

    def objection(
        self, changes: Sequence[Change], changed_at: Callable[[str], Seconds], now_s: Seconds
    ) -> str | None:
        """
        Return why the changes may not be made together, or None.

        Checks each against its type, bounds, step, cooldown and expected old value, then the
        resulting records against their cross-field rules.
        """
        seen: set[str] = set()
        for change in changes:
            if change.parameter in seen:
                return f"{change.parameter} is changed twice"
            seen.add(change.parameter)
            found = self._objection_to(change, changed_at(change.parameter), now_s)
            if found:
                return f"{change.parameter}: {found}"
        return self._cross_check(changes)

    def apply(self, changes: Sequence[Change]) -> None:
        """Write the new values; fields that no change names stay as they are."""
        for change in changes:
            spec = self.spec(change.parameter)
            record = replace(self._record(spec), **{spec.field: spec.kind.from_word(change.value)})
            setattr(self._instance(spec), spec.cell, record)

    def broken_invariant(self) -> str | None:
        """Return the name of the first invariant that does not hold, or None."""
        for module in self._modules:
            instance = own(module, self._host)
            if instance.is_paused:
                continue
            for name, check in invariants_of(module).items():
                if not holds(instance, check):
                    return f"{module.name}.{name}"
        return None

    def _objection_to(self, change: Change, changed_at: Seconds, now_s: Seconds) -> str | None:
        spec = self.spec(change.parameter)
        rule, current = spec.rule, self.value(change.parameter)
        if change.expected != current:
            return f"expected old value {change.expected}, found {current}"
        try:
            spec.kind.from_word(change.value)
        except Malformed as cause:
            return str(cause)
        if not rule.minimum <= change.value <= rule.maximum:
            return f"{rule.minimum} to {rule.maximum} allowed, found {change.value}"
        if rule.step is not None and abs(change.value - current) > rule.step:
            return f"a step of at most {rule.step} from {current} allowed, found {change.value}"
        if changed_at and now_s < changed_at + rule.cooldown_s:
            return f"changed {now_s - changed_at} s ago, a cooldown of {rule.cooldown_s} s applies"
        return None

    def _cross_check(self, changes: Sequence[Change]) -> str | None:
        records: dict[type[Module], Any] = {}
        for change in changes:
            spec = self.spec(change.parameter)
            record = records.get(spec.module, self._record(spec))
            records[spec.module] = replace(
                record, **{spec.field: spec.kind.from_word(change.value)}
            )
        for module, record in records.items():
            objection = record.check()
            if objection:
                return f"{module.name}: {objection}"
        return None

    def _instance(self, spec: ParameterSpec) -> Module:
        return own(spec.module, self._host)

    def _record(self, spec: ParameterSpec) -> Any:
        return getattr(self._instance(spec), spec.cell)
