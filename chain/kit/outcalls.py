"""
What holds while a module calls out to a contract, for every host alike.

    module --call_contract--> contract --> other modules
       ^--- Reentered -----------+------------+      views answer, nothing else does
"""

from chain import params
from chain.kit.host import Host
from chain.kit.record import Refusal
from chain.types.primitives import Address

RESERVED_BYTE = 0xEF  # no code begins with it (EIP-3541)


class Reentered(Refusal):
    """This module waits for a contract that it called; until then it only answers views."""


class AddressTaken(Refusal):
    """No contract can be placed here: the account has code, a nonce or storage."""

    account: Address


def refuse_held(host: Host, address: Address) -> None:
    """
    Raise Reentered where a change would be one of a module that waits for a contract.

    Behind a peer's call no dispatch stands; so each write, log and payment of a module is asked.
    """
    if address in host.calling_out:
        raise Reentered()


def check_placeable(code: bytes) -> None:
    """Stop where a module's own code is one that no creation would leave (EIP-170, EIP-3541)."""
    assert 0 < len(code) <= params.CODE_BYTES_MAX, f"{len(code)} bytes of code to place"
    assert code[0] != RESERVED_BYTE, "code to place begins with 0xef"
