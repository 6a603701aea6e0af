"""
Message calls and creations: what a computation is made of, with nothing validated twice.

    who, to whom, how much, with what data, under whose code --Message--> a computation

The names are those that py-evm's instructions and precompiles read.
"""

from typing import Final

from chain import params
from chain.types.primitives import Address

CREATION: Final = Address(b"")  # what stands in the place of `to` where a contract is made


class Message:
    """
    One message; gas in units, value in wei.

    `create_address` is the place of a new contract, `code_address` the account whose code runs
    where that is not the target's own, `refund` what was earned before any code ran.
    """

    __slots__ = (
        "code",
        "code_address",
        "data",
        "depth",
        "gas",
        "is_create",
        "is_delegation",
        "is_static",
        "refund",
        "sender",
        "should_transfer_value",
        "storage_address",
        "to",
        "value",
    )

    def __init__(
        self,
        gas: int,
        to: Address,
        sender: Address,
        value: int,
        data: bytes,
        code: bytes,
        depth: int = 0,
        create_address: Address | None = None,
        code_address: Address | None = None,
        should_transfer_value: bool = True,
        is_static: bool = False,
        is_delegation: bool = False,
        refund: int = 0,
    ) -> None:
        self.gas, self.to, self.sender, self.value = gas, to, sender, value
        self.data, self.code, self.depth, self.refund = data, code, depth, refund
        self.is_create = to == CREATION
        self.storage_address = to if create_address is None else create_address
        self.code_address = to if code_address is None else code_address
        self.should_transfer_value, self.is_static = should_transfer_value, is_static
        self.is_delegation = is_delegation

    @property
    def data_as_bytes(self) -> bytes:
        """Call data."""
        return self.data


def is_delegation(code: bytes) -> bool:
    """Whether an account's code names another account to run (EIP-7702)."""
    return len(code) == params.DELEGATION_BYTES and code.startswith(params.DELEGATION_PREFIX)
