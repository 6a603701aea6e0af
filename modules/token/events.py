"""What the token says, with the topics of the standards."""

from chain.kit.record import Event, Indexed
from chain.types.primitives import Address, Hash32, Wei


class Transfer(Event):
    """Coins were moved by the token, in wei; what moves otherwise is not told here."""

    from_: Indexed[Address]
    to: Indexed[Address]
    value: Wei


class Approval(Event):
    """The owner lets the spender take so many wei from now on."""

    owner: Indexed[Address]
    spender: Indexed[Address]
    value: Wei


class AuthorizationUsed(Event):
    """A signed payment was made."""

    authorizer: Indexed[Address]
    nonce: Indexed[Hash32]


class AuthorizationCanceled(Event):
    """A signed payment was withdrawn by who signed it."""

    authorizer: Indexed[Address]
    nonce: Indexed[Hash32]
