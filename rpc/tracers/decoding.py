"""
What a call of a native module means: its method, its arguments by name, what it answered.

    0x9fa6dd35... to 0x...0800 -> {"module": "staking", "method": "delegate", "arguments": {...}}
"""

from typing import Any

from chain.errors import Malformed
from chain.kit.assembly import Assembly
from chain.kit.dispatch import decode_arguments, decode_result, find_method
from chain.vm.frames import Frame
from rpc.queries import show_value
from rpc.refusals import RefusalNames


class ModuleCalls:
    """The modules of a chain by address, to read their call data with."""

    def __init__(self, assembly: Assembly) -> None:
        self._modules = {module.address: module for module in assembly.modules}
        self._refusals = RefusalNames(assembly)

    def describe(self, frame: Frame) -> dict[str, Any] | None:
        """Return what a frame asked of a module, None where it is no module's frame."""
        module = None if frame.to is None else self._modules.get(frame.to)
        if module is None or frame.kind == "SELFDESTRUCT":
            return None
        shown: dict[str, Any] = {"module": module.name}
        try:
            method = find_method(module, frame.input)
            shown["method"] = method.name
            values = decode_arguments(method, frame.input)
        except Malformed:
            return shown
        shown["arguments"] = {
            name: show_value(kind, value)
            for (name, kind), value in zip(method.inputs.items(), values, strict=True)
        }
        if frame.error is not None:
            refusal = self._refusals.describe(frame.to, frame.output)
            if refusal is not None:
                shown["refusal"] = refusal
        elif method.output is not None:
            try:
                shown["result"] = show_value(method.output, decode_result(method, frame.output))
            except Malformed:  # a callee of another address's storage answered nothing
                return shown
        return shown
