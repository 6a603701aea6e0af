"""
Token: the native coin as Ethereum's standards know tokens, on the same ledger as balances.

Rendered from modules/token/module.py by `python -m cli.render`; not to be edited.
"""

from collections.abc import Sequence  # noqa: F401
from dataclasses import dataclass
from enum import IntEnum  # noqa: F401
from typing import Annotated, ClassVar, Final  # noqa: F401

from client import kit
from client.transactions import Pending
from client.modules.shared import (
    AddressTaken,
    CoinsMoved,
    DelegatecallRefused,
    InsufficientCoins,
    ModulePaused,
    ModuleResumed,
    NotPayable,
    Paused,
    Reentered,
    SignatureWrong,
    TimerFailed,
    Unauthorized,
)


@dataclass(frozen=True, slots=True)
class Eip712Domain(kit.Record):
    """EIP-5267: what a wallet needs to know to sign for the token."""

    fields: kit.Bytes1
    name: str
    version: str
    chain_id: kit.Uint256
    verifying_contract: kit.Address
    salt: kit.Bytes32
    extensions: tuple[kit.Uint256, ...]


@dataclass(frozen=True, slots=True)
class Permit(kit.Message):
    """EIP-2612: an owner lets a spender take coins, once, by the owner's next nonce."""

    DOMAIN_NAME: ClassVar[str] = "Kumiai"
    DOMAIN_VERSION: ClassVar[str] = "1"
    CONTRACT: ClassVar[str] = "0x0000000000000000000000000000000000000804"

    owner: kit.Address
    spender: kit.Address
    value: kit.Wei
    nonce: kit.Uint256
    deadline: kit.Uint256


@dataclass(frozen=True, slots=True)
class TransferWithAuthorization(kit.Message):
    """EIP-3009: a payment that anybody may carry to the chain."""

    DOMAIN_NAME: ClassVar[str] = "Kumiai"
    DOMAIN_VERSION: ClassVar[str] = "1"
    CONTRACT: ClassVar[str] = "0x0000000000000000000000000000000000000804"

    from_: kit.Address
    to: kit.Address
    value: kit.Wei
    valid_after: kit.Uint256
    valid_before: kit.Uint256
    nonce: kit.Bytes32


@dataclass(frozen=True, slots=True)
class ReceiveWithAuthorization(kit.Message):
    """EIP-3009: a payment that only the payee may carry to the chain."""

    DOMAIN_NAME: ClassVar[str] = "Kumiai"
    DOMAIN_VERSION: ClassVar[str] = "1"
    CONTRACT: ClassVar[str] = "0x0000000000000000000000000000000000000804"

    from_: kit.Address
    to: kit.Address
    value: kit.Wei
    valid_after: kit.Uint256
    valid_before: kit.Uint256
    nonce: kit.Bytes32


@dataclass(frozen=True, slots=True)
class CancelAuthorization(kit.Message):
    """EIP-3009: a payment of this nonce shall never be made."""

    DOMAIN_NAME: ClassVar[str] = "Kumiai"
    DOMAIN_VERSION: ClassVar[str] = "1"
    CONTRACT: ClassVar[str] = "0x0000000000000000000000000000000000000804"

    authorizer: kit.Address
    nonce: kit.Bytes32


@dataclass(frozen=True, slots=True)
class Transfer(kit.Event):
    """Coins were moved by the token, in wei; what moves otherwise is not told here."""

    from_: Annotated[kit.Address, kit.INDEXED]
    to: Annotated[kit.Address, kit.INDEXED]
    value: kit.Wei


@dataclass(frozen=True, slots=True)
class Approval(kit.Event):
    """The owner lets the spender take so many wei from now on."""

    owner: Annotated[kit.Address, kit.INDEXED]
    spender: Annotated[kit.Address, kit.INDEXED]
    value: kit.Wei


@dataclass(frozen=True, slots=True)
class AuthorizationUsed(kit.Event):
    """A signed payment was made."""

    authorizer: Annotated[kit.Address, kit.INDEXED]
    nonce: Annotated[kit.Bytes32, kit.INDEXED]


@dataclass(frozen=True, slots=True)
class AuthorizationCanceled(kit.Event):
    """A signed payment was withdrawn by who signed it."""

    authorizer: Annotated[kit.Address, kit.INDEXED]
    nonce: Annotated[kit.Bytes32, kit.INDEXED]


class ERC20InsufficientBalance(kit.Refusal):
    """The account has fewer wei than the transfer needs (ERC-6093)."""

    sender: kit.Address
    balance: kit.Wei
    needed: kit.Wei


class ERC20InsufficientAllowance(kit.Refusal):
    """The owner did not let this spender take so much (ERC-6093)."""

    spender: kit.Address
    allowance: kit.Wei
    needed: kit.Wei


class ERC20InvalidSender(kit.Refusal):
    """A module's coins move by its own calls only (ERC-6093)."""

    sender: kit.Address


class ERC20InvalidReceiver(kit.Refusal):
    """The zero address or a module, whose books would not know of the coins (ERC-6093)."""

    receiver: kit.Address


class ERC20InvalidSpender(kit.Refusal):
    """The zero address cannot be allowed to spend (ERC-6093)."""

    spender: kit.Address


class ERC2612ExpiredSignature(kit.Refusal):
    """The permit's last second is over."""

    deadline: kit.Uint256


class AuthorizationNotYetValid(kit.Refusal):
    """The payment may be made after this second only."""

    valid_after: kit.Uint256


class AuthorizationExpired(kit.Refusal):
    """The payment had to be made before this second."""

    valid_before: kit.Uint256


class AuthorizationUsedOrCanceled(kit.Refusal):
    """The payment of this nonce was made or cancelled."""

    authorizer: kit.Address
    nonce: kit.Bytes32


class CallerNotPayee(kit.Refusal):
    """Only the payee may make this call."""

    payee: kit.Address


TRANSFER: Final = kit.Call("transfer", (kit.Address, kit.Wei))
APPROVE: Final = kit.Call("approve", (kit.Address, kit.Wei))
TRANSFER_FROM: Final = kit.Call("transferFrom", (kit.Address, kit.Address, kit.Wei))
PERMIT: Final = kit.Call(
    "permit",
    (kit.Address, kit.Address, kit.Wei, kit.Uint256, kit.Uint8, kit.Bytes32, kit.Bytes32),
)
TRANSFER_WITH_AUTHORIZATION: Final = kit.Call(
    "transferWithAuthorization",
    (kit.Address, kit.Address, kit.Wei, kit.Uint256, kit.Uint256, kit.Bytes32, kit.Uint8, kit.Bytes32, kit.Bytes32),
)
TRANSFER_WITH_SIGNATURE: Final = kit.Call(
    "transferWithAuthorization",
    (kit.Address, kit.Address, kit.Wei, kit.Uint256, kit.Uint256, kit.Bytes32, bytes),
)
RECEIVE_WITH_AUTHORIZATION: Final = kit.Call(
    "receiveWithAuthorization",
    (kit.Address, kit.Address, kit.Wei, kit.Uint256, kit.Uint256, kit.Bytes32, kit.Uint8, kit.Bytes32, kit.Bytes32),
)
RECEIVE_WITH_SIGNATURE: Final = kit.Call(
    "receiveWithAuthorization",
    (kit.Address, kit.Address, kit.Wei, kit.Uint256, kit.Uint256, kit.Bytes32, bytes),
)
CANCEL_AUTHORIZATION: Final = kit.Call(
    "cancelAuthorization",
    (kit.Address, kit.Bytes32, kit.Uint8, kit.Bytes32, kit.Bytes32),
)
CANCEL_WITH_SIGNATURE: Final = kit.Call("cancelAuthorization", (kit.Address, kit.Bytes32, bytes))
COIN_NAME: Final[kit.View[str]] = kit.View("name", (), str)
SYMBOL: Final[kit.View[str]] = kit.View("symbol", (), str)
DECIMALS: Final[kit.View[kit.Uint8]] = kit.View("decimals", (), kit.Uint8)
TOTAL_SUPPLY: Final[kit.View[kit.Wei]] = kit.View("totalSupply", (), kit.Wei)
BALANCE_OF: Final[kit.View[kit.Wei]] = kit.View("balanceOf", (kit.Address,), kit.Wei)
ALLOWANCE: Final[kit.View[kit.Wei]] = kit.View("allowance", (kit.Address, kit.Address), kit.Wei)
NONCES: Final[kit.View[kit.Uint256]] = kit.View("nonces", (kit.Address,), kit.Uint256)
DOMAIN_SEPARATOR: Final[kit.View[kit.Bytes32]] = kit.View("DOMAIN_SEPARATOR", (), kit.Bytes32)
VERSION: Final[kit.View[str]] = kit.View("version", (), str)
SIGNING_DOMAIN: Final[kit.View[Eip712Domain]] = kit.View(
    "eip712Domain",
    (),
    Eip712Domain,
    is_many=True,
)
AUTHORIZATION_STATE: Final[kit.View[bool]] = kit.View(
    "authorizationState",
    (kit.Address, kit.Bytes32),
    bool,
)


class Token(kit.ModuleClient):
    """
    Token: the native coin as Ethereum's standards know tokens, on the same ledger as balances.
    """

    NAME = "token"
    ADDRESS = "0x0000000000000000000000000000000000000804"
    EVENTS = (
        Transfer,
        Approval,
        AuthorizationUsed,
        AuthorizationCanceled,
        CoinsMoved,
        ModulePaused,
        ModuleResumed,
        TimerFailed,
    )
    REFUSALS = (
        SignatureWrong,
        ERC20InsufficientBalance,
        ERC20InsufficientAllowance,
        ERC20InvalidSender,
        ERC20InvalidReceiver,
        ERC20InvalidSpender,
        ERC2612ExpiredSignature,
        AuthorizationNotYetValid,
        AuthorizationExpired,
        AuthorizationUsedOrCanceled,
        CallerNotPayee,
        Paused,
        NotPayable,
        InsufficientCoins,
        Unauthorized,
        DelegatecallRefused,
        Reentered,
        AddressTaken,
    )

    async def transfer(self, to: kit.Address, value: kit.Wei) -> Pending:
        """Move the caller's coins, in wei; always true, for what cannot be done is refused."""
        return await self._send(TRANSFER, (to, value))

    async def approve(self, spender: kit.Address, value: kit.Wei) -> Pending:
        """
        Let a spender take up to so many wei; 2**256 - 1 is without limit.

        It replaces what was allowed before, which the spender may take until then: to lower an
        allowance, set it to zero first and look.
        """
        return await self._send(APPROVE, (spender, value))

    async def transfer_from(self, from_: kit.Address, to: kit.Address, value: kit.Wei) -> Pending:
        """Move coins of an owner that allowed it to the caller."""
        return await self._send(TRANSFER_FROM, (from_, to, value))

    async def permit(
        self,
        owner: kit.Address,
        spender: kit.Address,
        value: kit.Wei,
        deadline: kit.Uint256,
        v: kit.Uint8,
        r: kit.Bytes32,
        s: kit.Bytes32,
    ) -> Pending:
        """
        Approve by the owner's signature, until and at `deadline` (Unix seconds).

        Anybody may carry it to the chain, also before who was meant to: a contract that uses a
        permit should go on where the allowance is there already.
        """
        return await self._send(PERMIT, (owner, spender, value, deadline, v, r, s))

    async def transfer_with_authorization(
        self,
        from_: kit.Address,
        to: kit.Address,
        value: kit.Wei,
        valid_after: kit.Uint256,
        valid_before: kit.Uint256,
        nonce: kit.Bytes32,
        v: kit.Uint8,
        r: kit.Bytes32,
        s: kit.Bytes32,
    ) -> Pending:
        """
        Make the payment that `from` signed; anybody may carry it to the chain.

        It may be made after `validAfter` and before `validBefore` (Unix seconds), once. A contract
        that is paid so should use `receiveWithAuthorization`.
        """
        return await self._send(
            TRANSFER_WITH_AUTHORIZATION,
            (from_, to, value, valid_after, valid_before, nonce, v, r, s),
        )

    async def transfer_with_signature(
        self,
        from_: kit.Address,
        to: kit.Address,
        value: kit.Wei,
        valid_after: kit.Uint256,
        valid_before: kit.Uint256,
        nonce: kit.Bytes32,
        signature: bytes,
    ) -> Pending:
        """Make the payment that `from` signed; the signature is r, s and v, 65 bytes."""
        return await self._send(
            TRANSFER_WITH_SIGNATURE,
            (from_, to, value, valid_after, valid_before, nonce, signature),
        )

    async def receive_with_authorization(
        self,
        from_: kit.Address,
        to: kit.Address,
        value: kit.Wei,
        valid_after: kit.Uint256,
        valid_before: kit.Uint256,
        nonce: kit.Bytes32,
        v: kit.Uint8,
        r: kit.Bytes32,
        s: kit.Bytes32,
    ) -> Pending:
        """Take the payment that `from` signed for the caller, who alone may carry it."""
        return await self._send(
            RECEIVE_WITH_AUTHORIZATION,
            (from_, to, value, valid_after, valid_before, nonce, v, r, s),
        )

    async def receive_with_signature(
        self,
        from_: kit.Address,
        to: kit.Address,
        value: kit.Wei,
        valid_after: kit.Uint256,
        valid_before: kit.Uint256,
        nonce: kit.Bytes32,
        signature: bytes,
    ) -> Pending:
        """Take the payment that `from` signed for the caller; r, s and v are 65 bytes."""
        return await self._send(
            RECEIVE_WITH_SIGNATURE,
            (from_, to, value, valid_after, valid_before, nonce, signature),
        )

    async def cancel_authorization(
        self,
        authorizer: kit.Address,
        nonce: kit.Bytes32,
        v: kit.Uint8,
        r: kit.Bytes32,
        s: kit.Bytes32,
    ) -> Pending:
        """Withdraw a signed payment that was not made yet, by the signature of who signed it."""
        return await self._send(CANCEL_AUTHORIZATION, (authorizer, nonce, v, r, s))

    async def cancel_with_signature(
        self,
        authorizer: kit.Address,
        nonce: kit.Bytes32,
        signature: bytes,
    ) -> Pending:
        """Withdraw a signed payment that was not made yet; r, s and v are 65 bytes."""
        return await self._send(CANCEL_WITH_SIGNATURE, (authorizer, nonce, signature))

    async def coin_name(self) -> str:
        """Return the coin's name."""
        return await self._read(COIN_NAME)

    async def symbol(self) -> str:
        """Return the coin's symbol."""
        return await self._read(SYMBOL)

    async def decimals(self) -> kit.Uint8:
        """Return how many decimals a coin has: 10**18 wei are one."""
        return await self._read(DECIMALS)

    async def total_supply(self) -> kit.Wei:
        """Return all coins there are at the end of the last block, in wei."""
        return await self._read(TOTAL_SUPPLY)

    async def balance_of(self, account: kit.Address) -> kit.Wei:
        """Return the account's coins, in wei."""
        return await self._read(BALANCE_OF, account)

    async def allowance(self, owner: kit.Address, spender: kit.Address) -> kit.Wei:
        """Return how many of the owner's wei the spender may take."""
        return await self._read(ALLOWANCE, owner, spender)

    async def nonces(self, owner: kit.Address) -> kit.Uint256:
        """Return the nonce of the owner's next permit."""
        return await self._read(NONCES, owner)

    async def domain_separator(self) -> kit.Bytes32:
        """Return EIP-712's domain separator."""
        return await self._read(DOMAIN_SEPARATOR)

    async def version(self) -> str:
        """Return the version in the EIP-712 domain."""
        return await self._read(VERSION)

    async def signing_domain(self) -> Eip712Domain:
        """Return what a wallet needs to know to sign for the token."""
        return await self._read(SIGNING_DOMAIN)

    async def authorization_state(self, authorizer: kit.Address, nonce: kit.Bytes32) -> bool:
        """Whether the payment of this nonce was made or cancelled."""
        return await self._read(AUTHORIZATION_STATE, authorizer, nonce)
