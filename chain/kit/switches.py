"""
Which modules are paused, and how governance sets them going again.

A module is paused by a failed invariant or a hook that refused; only a passed proposal resumes it.
"""

from collections.abc import Sequence

from chain.kit.assembly import own
from chain.kit.host import Host
from chain.kit.module import Module, ModuleResumed
from chain.kit.record import Refusal


class UnknownModule(Refusal):
    """No module has this name."""

    module: str


class NotPaused(Refusal):
    """This module is not paused."""

    module: str


class Switches:
    """The pause switches of all modules, as they stand in one state."""

    def __init__(self, modules: Sequence[type[Module]], host: Host) -> None:
        self._modules, self._host = modules, host

    def resume(self, name: str) -> None:
        """Set a paused module going again; raises UnknownModule, NotPaused."""
        module = self._instance(name)
        if not module.is_paused:
            raise NotPaused(name)
        module.set_paused(False)
        module.emit(ModuleResumed())

    def is_paused(self, name: str) -> bool:
        """Return whether a module is paused; raises UnknownModule."""
        return self._instance(name).is_paused

    def _instance(self, name: str) -> Module:
        for module in self._modules:
            if module.name == name:
                return own(module, self._host)
        raise UnknownModule(name[:64])
