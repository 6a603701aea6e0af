"""
What a module's revert data says: `NotAMember(who=0x...)` for the bytes of a custom error.

A module may hand on the refusal of another that it asked, so all modules' refusals are known; its
own come first, because two modules may declare errors of one selector.
"""

from typing import Final

from chain.errors import Malformed
from chain.kit.abi import decode_sequence
from chain.kit.assembly import Assembly
from chain.kit.module import SHARED_REFUSALS
from chain.kit.record import Refusal, field_types, selector_of, show
from chain.types.primitives import Address

SHOWN_LETTERS_MAX: Final = 256  # of one field in an error line


class RefusalNames:
    """The refusals of all modules, by module and by selector."""

    def __init__(self, assembly: Assembly) -> None:
        self._own: dict[Address, dict[bytes, type[Refusal]]] = {}
        self._all = {selector_of(kind): kind for kind in SHARED_REFUSALS}
        for module in assembly.modules:
            declared = {selector_of(kind): kind for kind in module.refusals}
            self._own[module.address] = declared
            for selector, kind in declared.items():
                self._all.setdefault(selector, kind)

    def describe(self, to: Address | None, output: bytes) -> str | None:
        """Return the refusal in the revert data of a call to `to`, None where `to` is no module."""
        own = self._own.get(to) if to is not None else None
        if own is None:
            return None
        kind = own.get(output[:4]) or self._all.get(output[:4])
        if kind is None:
            return None
        members = field_types(kind)
        try:
            values = decode_sequence(list(members.values()), output[4:])
        except Malformed:
            return None
        shown = (
            f"{name}={show(value)[:SHOWN_LETTERS_MAX]}"
            for name, value in zip(members, values, strict=True)
        )
        return f"{kind.name}({', '.join(shown)})"
