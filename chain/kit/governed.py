"""
Calls that only a passed proposal makes: from a module's name and call data to the module's method.

    proposal --make--> a method declared @call(governed=True), with governance as its caller

Nothing else of a module can be called so: what a person may do, governance does not do for them.
"""

from collections.abc import Sequence

from chain.kit.dispatch import dispatch, find_method
from chain.kit.host import CallInfo, Host
from chain.kit.module import AUTHORITY, Module
from chain.kit.record import Refusal
from chain.kit.switches import UnknownModule


class NotGoverned(Refusal):
    """This method is not one that a passed proposal calls."""

    module: str
    method: str


class GovernedCalls:
    """What proposals may call, of all modules, as they stand in one state."""

    def __init__(self, modules: Sequence[type[Module]], host: Host) -> None:
        self._modules, self._host = modules, host

    def make(self, name: str, data: bytes) -> None:
        """
        Call a module's method in the name of governance.

        Raises UnknownModule, NotGoverned, Malformed where the data is no call, and what the
        method refuses with.
        """
        module = self._module(name)
        method = find_method(module, data)
        if not method.governed:
            raise NotGoverned(name, method.name)
        dispatch(module, self._host, CallInfo(AUTHORITY), data)

    def _module(self, name: str) -> type[Module]:
        for module in self._modules:
            if module.name == name:
                return module
        raise UnknownModule(name[:64])
