"""
Token: the native coin as Ethereum's standards know tokens, on the same ledger as balances.

    transfer, allowance + transferFrom  (ERC-20)  --+
    permit                              (EIP-2612) -+--> the account's balance, the one there is
    transferWithAuthorization and kin   (EIP-3009) -+

There is no second book: `balanceOf` is the account's coins, so what a transaction pays by value and
what it pays by the token can never differ. Coins that move by value, as fees or by other modules
leave no `Transfer`; `balanceOf` is the truth, the logs are not its history.

No code of the receiver runs, so nothing can call back in the middle of a transfer. Signatures are
those of keys; a contract approves by calling (EIP-1271 is not asked).
"""

from collections.abc import Container
from typing import Any, Protocol

from chain.kit.abi import Uint8
from chain.kit.lookahead import signs
from chain.kit.module import Module, call, peer, view
from chain.kit.storage import Map, PairMap
from chain.kit.typed_data import check_signed
from chain.types.primitives import ZERO_ADDRESS, ZERO_HASH, Address, Hash32, Wei
from modules.token.authorizations import joined, signed_in
from modules.token.events import *  # noqa: F403
from modules.token.events import Approval, AuthorizationCanceled, AuthorizationUsed, Transfer
from modules.token.records import (
    COIN_DECIMALS,
    COIN_NAME,
    COIN_SYMBOL,
    DOMAIN,
    DOMAIN_FIELDS,
    UNLIMITED,
    CancelAuthorization,
    Eip712Domain,
    Permit,
    ReceiveWithAuthorization,
    TokenGenesis,
    TransferWithAuthorization,
)
from modules.token.refusals import *  # noqa: F403
from modules.token.refusals import (
    AuthorizationExpired,
    AuthorizationNotYetValid,
    AuthorizationUsedOrCanceled,
    CallerNotPayee,
    ERC20InsufficientAllowance,
    ERC20InsufficientBalance,
    ERC20InvalidReceiver,
    ERC20InvalidSender,
    ERC20InvalidSpender,
    ERC2612ExpiredSignature,
)


class Supply(Protocol):
    """Who counts the coins."""

    def supply(self) -> Wei:
        """Return all coins there are at the end of the last block, in wei."""
        ...


class Token(Module, address=0x0804):
    """The coin of this chain, as wallets, exchanges and contracts expect a token to be."""

    # Storage, in Solidity's layout. Slots are consensus: append; never move, never reuse.
    allowances = PairMap(32, Address, Address, Wei)  # owner, spender
    permits_used = Map(33, Address, int)  # how many of an owner's permits were used
    authorizations_spent = PairMap(34, Address, Hash32, bool)  # authorizer, nonce

    mint: Supply = peer()
    natives: Container[Address] = peer()  # the accounts of all modules

    def genesis(self, state: TokenGenesis) -> None:
        """Do nothing: the coins are in their accounts."""

    # ERC-20

    @call()
    def transfer(self, to: Address, value: Wei) -> bool:
        """Move the caller's coins, in wei; always true, for what cannot be done is refused."""
        self._move(self.sender, to, value)
        return True

    @call()
    def approve(self, spender: Address, value: Wei) -> bool:
        """
        Let a spender take up to so many wei; 2**256 - 1 is without limit.

        It replaces what was allowed before, which the spender may take until then: to lower an
        allowance, set it to zero first and look.
        """
        self._approve(self.sender, spender, value)
        return True

    @call()
    def transfer_from(self, from_: Address, to: Address, value: Wei) -> bool:
        """Move coins of an owner that allowed it to the caller."""
        allowed = self.allowances[from_, self.sender]
        if allowed < value:
            raise ERC20InsufficientAllowance(self.sender, allowed, value)
        if allowed != UNLIMITED:
            self.allowances[from_, self.sender] = Wei(allowed - value)
        self._move(from_, to, value)
        return True

    @view(name="name")
    def coin_name(self) -> str:
        """Return the coin's name."""
        return COIN_NAME

    @view
    def symbol(self) -> str:
        """Return the coin's symbol."""
        return COIN_SYMBOL

    @view
    def decimals(self) -> Uint8:
        """Return how many decimals a coin has: 10**18 wei are one."""
        return Uint8(COIN_DECIMALS)

    @view
    def total_supply(self) -> Wei:
        """Return all coins there are at the end of the last block, in wei."""
        return self.mint.supply()

    @view
    def balance_of(self, account: Address) -> Wei:
        """Return the account's coins, in wei."""
        return self.host.balance_wei(account)

    @view
    def allowance(self, owner: Address, spender: Address) -> Wei:
        """Return how many of the owner's wei the spender may take."""
        return self.allowances[owner, spender]

    # EIP-2612 and EIP-5267

    @call()
    def permit(
        self,
        owner: Address,
        spender: Address,
        value: Wei,
        deadline: int,
        v: Uint8,
        r: Hash32,
        s: Hash32,
    ) -> None:
        """
        Approve by the owner's signature, until and at `deadline` (Unix seconds).

        Anybody may carry it to the chain, also before who was meant to: a contract that uses a
        permit should go on where the allowance is there already.
        """
        if self.block.time_s > deadline:
            raise ERC2612ExpiredSignature(deadline)
        nonce = self.permits_used[owner]
        message = Permit(owner, spender, value, nonce, deadline)
        check_signed(self, DOMAIN, message, joined(v, r, s), owner)
        self.permits_used[owner] = nonce + 1
        self._approve(owner, spender, value)

    @view
    def nonces(self, owner: Address) -> int:
        """Return the nonce of the owner's next permit."""
        return self.permits_used[owner]

    @view(name="DOMAIN_SEPARATOR")
    def domain_separator(self) -> Hash32:
        """Return EIP-712's domain separator."""
        return DOMAIN.separator(self.block.chain_id, self.address)

    @view
    def version(self) -> str:
        """Return the version in the EIP-712 domain."""
        return DOMAIN.version

    @view(name="eip712Domain")
    def signing_domain(self) -> Eip712Domain:
        """Return what a wallet needs to know to sign for the token."""
        return Eip712Domain(
            DOMAIN_FIELDS,
            DOMAIN.name,
            DOMAIN.version,
            self.block.chain_id,
            self.address,
            ZERO_HASH,
            (),
        )

    # EIP-3009

    @call(name="transferWithAuthorization")
    @signs(signed_in(TransferWithAuthorization))
    def transfer_with_authorization(
        self,
        from_: Address,
        to: Address,
        value: Wei,
        valid_after: int,
        valid_before: int,
        nonce: Hash32,
        v: Uint8,
        r: Hash32,
        s: Hash32,
    ) -> None:
        """
        Make the payment that `from` signed; anybody may carry it to the chain.

        It may be made after `validAfter` and before `validBefore` (Unix seconds), once. A contract
        that is paid so should use `receiveWithAuthorization`.
        """
        message = TransferWithAuthorization(from_, to, value, valid_after, valid_before, nonce)
        self._pay(message, joined(v, r, s))

    @call(name="transferWithAuthorization")
    @signs(signed_in(TransferWithAuthorization))
    def transfer_with_signature(
        self,
        from_: Address,
        to: Address,
        value: Wei,
        valid_after: int,
        valid_before: int,
        nonce: Hash32,
        signature: bytes,
    ) -> None:
        """Make the payment that `from` signed; the signature is r, s and v, 65 bytes."""
        message = TransferWithAuthorization(from_, to, value, valid_after, valid_before, nonce)
        self._pay(message, signature)

    @call(name="receiveWithAuthorization")
    @signs(signed_in(ReceiveWithAuthorization))
    def receive_with_authorization(
        self,
        from_: Address,
        to: Address,
        value: Wei,
        valid_after: int,
        valid_before: int,
        nonce: Hash32,
        v: Uint8,
        r: Hash32,
        s: Hash32,
    ) -> None:
        """Take the payment that `from` signed for the caller, who alone may carry it."""
        message = ReceiveWithAuthorization(from_, to, value, valid_after, valid_before, nonce)
        self._receive(message, joined(v, r, s))

    @call(name="receiveWithAuthorization")
    @signs(signed_in(ReceiveWithAuthorization))
    def receive_with_signature(
        self,
        from_: Address,
        to: Address,
        value: Wei,
        valid_after: int,
        valid_before: int,
        nonce: Hash32,
        signature: bytes,
    ) -> None:
        """Take the payment that `from` signed for the caller; r, s and v are 65 bytes."""
        message = ReceiveWithAuthorization(from_, to, value, valid_after, valid_before, nonce)
        self._receive(message, signature)

    @call(name="cancelAuthorization")
    @signs(signed_in(CancelAuthorization))
    def cancel_authorization(
        self, authorizer: Address, nonce: Hash32, v: Uint8, r: Hash32, s: Hash32
    ) -> None:
        """Withdraw a signed payment that was not made yet, by the signature of who signed it."""
        self._cancel(authorizer, nonce, joined(v, r, s))

    @call(name="cancelAuthorization")
    @signs(signed_in(CancelAuthorization))
    def cancel_with_signature(self, authorizer: Address, nonce: Hash32, signature: bytes) -> None:
        """Withdraw a signed payment that was not made yet; r, s and v are 65 bytes."""
        self._cancel(authorizer, nonce, signature)

    @view
    def authorization_state(self, authorizer: Address, nonce: Hash32) -> bool:
        """Whether the payment of this nonce was made or cancelled."""
        return self.authorizations_spent[authorizer, nonce]

    # Inside.

    def _move(self, source: Address, target: Address, value: Wei) -> None:
        """
        Move coins between accounts of people and contracts.

        Coins of a module are counted in its books, so none come or go past them.
        """
        if source in self.natives:
            raise ERC20InvalidSender(source)
        if target == ZERO_ADDRESS or target in self.natives:
            raise ERC20InvalidReceiver(target)
        found = self.host.balance_wei(source)
        if found < value:
            raise ERC20InsufficientBalance(source, found, value)
        if value:
            self.host.transfer(source, target, value)
        self.emit(Transfer(source, target, value))

    def _approve(self, owner: Address, spender: Address, value: Wei) -> None:
        if spender == ZERO_ADDRESS:
            raise ERC20InvalidSpender(spender)
        self.allowances[owner, spender] = value
        self.emit(Approval(owner, spender, value))

    def _receive(self, message: ReceiveWithAuthorization, signature: bytes) -> None:
        if self.sender != message.to:
            raise CallerNotPayee(message.to)
        self._pay(message, signature)

    def _pay(self, message: Any, signature: bytes) -> None:
        """Make a signed payment, or a signed receipt of one."""
        now_s = self.block.time_s
        if now_s <= message.valid_after:
            raise AuthorizationNotYetValid(message.valid_after)
        if now_s >= message.valid_before:
            raise AuthorizationExpired(message.valid_before)
        self._spend(message, message.from_, message.nonce, signature)
        self.emit(AuthorizationUsed(message.from_, message.nonce))
        self._move(message.from_, message.to, message.value)

    def _cancel(self, authorizer: Address, nonce: Hash32, signature: bytes) -> None:
        self._spend(CancelAuthorization(authorizer, nonce), authorizer, nonce, signature)
        self.emit(AuthorizationCanceled(authorizer, nonce))

    def _spend(self, message: Any, signer: Address, nonce: Hash32, signature: bytes) -> None:
        """Use up a signer's nonce, of which there is one for payments and cancellations."""
        if self.authorizations_spent[signer, nonce]:
            raise AuthorizationUsedOrCanceled(signer, nonce)
        check_signed(self, DOMAIN, message, signature, signer)
        self.authorizations_spent[signer, nonce] = True
