"""
From what a node said of a call that reverted to the refusal that the module declares.

    RequestFailed(3, data) --selector--> the called module's refusal, else any module's
                                     --> RefusedUnknown: a contract's own words
"""

from collections.abc import Iterable
from functools import cache
from typing import Any, Final

from eth_abi.abi import decode
from eth_abi.exceptions import DecodingError

from client.errors import AnswerInvalid, ClientError, RequestFailed
from client.kit.records import Refusal, RefusedUnknown
from client.modules import directory

REVERTED: Final = 3  # the code of a call that a contract or module reverted
ERROR_SELECTOR: Final = bytes.fromhex("08c379a0")  # Error(string), what Solidity's require says
SELECTOR_BYTES: Final = 4


def explained(failure: RequestFailed, refusals: Iterable[type[Refusal]] = ()) -> ClientError:
    """Return what a failed call means: a refusal where a module said no, else the failure."""
    data = _data_of(failure.data)
    if failure.code != REVERTED or data is None:
        return failure
    return refusal_of(data, refusals)


def refusal_of(data: bytes, refusals: Iterable[type[Refusal]] = ()) -> Refusal:
    """Return the refusal in revert data, looked for among the called module's own first."""
    selector = data[:SELECTOR_BYTES]
    own = {item.selector(): item for item in refusals}
    kind = own.get(selector) or _known().get(selector)
    try:
        if kind is not None:
            return kind.decode(data)
        if selector == ERROR_SELECTOR:
            return RefusedUnknown(data, decode(["string"], data[SELECTOR_BYTES:])[0])
    except (AnswerInvalid, DecodingError, UnicodeDecodeError):
        pass  # its words are not what they begin like
    return RefusedUnknown(data, "")


@cache
def _known() -> dict[bytes, type[Refusal]]:
    """Every refusal of every module; loaded when a strange one is first met."""
    found: dict[bytes, type[Refusal]] = {}
    for name in directory.NAMES:
        for item in directory.module_class(name).REFUSALS:
            found.setdefault(item.selector(), item)
    return found


def _data_of(data: Any) -> bytes | None:
    try:
        return bytes.fromhex(data.removeprefix("0x"))
    except (AttributeError, ValueError):
        return None
