"""Why the token says no; where ERC-6093 has a name for it, by that name."""

from chain.kit.record import Refusal
from chain.kit.typed_data import SignatureWrong as SignatureWrong
from chain.types.primitives import Address, Hash32, Wei


class ERC20InsufficientBalance(Refusal):
    """The account has fewer wei than the transfer needs (ERC-6093)."""

    sender: Address
    balance: Wei
    needed: Wei


class ERC20InsufficientAllowance(Refusal):
    """The owner did not let this spender take so much (ERC-6093)."""

    spender: Address
    allowance: Wei
    needed: Wei


class ERC20InvalidSender(Refusal):
    """A module's coins move by its own calls only (ERC-6093)."""

    sender: Address


class ERC20InvalidReceiver(Refusal):
    """The zero address or a module, whose books would not know of the coins (ERC-6093)."""

    receiver: Address


class ERC20InvalidSpender(Refusal):
    """The zero address cannot be allowed to spend (ERC-6093)."""

    spender: Address


class ERC2612ExpiredSignature(Refusal):
    """The permit's last second is over."""

    deadline: int


class AuthorizationNotYetValid(Refusal):
    """The payment may be made after this second only."""

    valid_after: int


class AuthorizationExpired(Refusal):
    """The payment had to be made before this second."""

    valid_before: int


class AuthorizationUsedOrCanceled(Refusal):
    """The payment of this nonce was made or cancelled."""

    authorizer: Address
    nonce: Hash32


class CallerNotPayee(Refusal):
    """Only the payee may make this call."""

    payee: Address
