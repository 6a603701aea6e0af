"""
Token, for synchronous programs.

Rendered by `python -m cli.render` from the asynchronous class; not to be edited.
"""

from __future__ import annotations

from client import kit
from client.modules.token import Eip712Domain
from client.sync.faces import (ModuleClient, Pending)


class Token(ModuleClient):
    """
    Token: the native coin as Ethereum's standards know tokens, on the same ledger as balances.
    """

    def transfer(self, to: kit.Address, value: kit.Wei) -> Pending:
        """Move the caller's coins, in wei; always true, for what cannot be done is refused."""
        return Pending(self._loop.run(self._inner.transfer(to, value)), self._loop)

    def approve(self, spender: kit.Address, value: kit.Wei) -> Pending:
        """
        Let a spender take up to so many wei; 2**256 - 1 is without limit.

        It replaces what was allowed before, which the spender may take until then: to lower an
        allowance, set it to zero first and look.
        """
        return Pending(self._loop.run(self._inner.approve(spender, value)), self._loop)

    def transfer_from(self, from_: kit.Address, to: kit.Address, value: kit.Wei) -> Pending:
        """Move coins of an owner that allowed it to the caller."""
        return Pending(self._loop.run(self._inner.transfer_from(from_, to, value)), self._loop)

    def permit(
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
        return Pending(self._loop.run(self._inner.permit(owner, spender, value, deadline, v, r, s)), self._loop)

    def transfer_with_authorization(
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
        return Pending(self._loop.run(self._inner.transfer_with_authorization(from_, to, value, valid_after, valid_before, nonce, v, r, s)), self._loop)

    def transfer_with_signature(
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
        return Pending(self._loop.run(self._inner.transfer_with_signature(from_, to, value, valid_after, valid_before, nonce, signature)), self._loop)

    def receive_with_authorization(
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
        return Pending(self._loop.run(self._inner.receive_with_authorization(from_, to, value, valid_after, valid_before, nonce, v, r, s)), self._loop)

    def receive_with_signature(
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
        return Pending(self._loop.run(self._inner.receive_with_signature(from_, to, value, valid_after, valid_before, nonce, signature)), self._loop)

    def cancel_authorization(
        self,
        authorizer: kit.Address,
        nonce: kit.Bytes32,
        v: kit.Uint8,
        r: kit.Bytes32,
        s: kit.Bytes32,
    ) -> Pending:
        """Withdraw a signed payment that was not made yet, by the signature of who signed it."""
        return Pending(self._loop.run(self._inner.cancel_authorization(authorizer, nonce, v, r, s)), self._loop)

    def cancel_with_signature(
        self,
        authorizer: kit.Address,
        nonce: kit.Bytes32,
        signature: bytes,
    ) -> Pending:
        """Withdraw a signed payment that was not made yet; r, s and v are 65 bytes."""
        return Pending(self._loop.run(self._inner.cancel_with_signature(authorizer, nonce, signature)), self._loop)

    def coin_name(self) -> str:
        """Return the coin's name."""
        return self._loop.run(self._inner.coin_name())

    def symbol(self) -> str:
        """Return the coin's symbol."""
        return self._loop.run(self._inner.symbol())

    def decimals(self) -> kit.Uint8:
        """Return how many decimals a coin has: 10**18 wei are one."""
        return self._loop.run(self._inner.decimals())

    def total_supply(self) -> kit.Wei:
        """Return all coins there are at the end of the last block, in wei."""
        return self._loop.run(self._inner.total_supply())

    def balance_of(self, account: kit.Address) -> kit.Wei:
        """Return the account's coins, in wei."""
        return self._loop.run(self._inner.balance_of(account))

    def allowance(self, owner: kit.Address, spender: kit.Address) -> kit.Wei:
        """Return how many of the owner's wei the spender may take."""
        return self._loop.run(self._inner.allowance(owner, spender))

    def nonces(self, owner: kit.Address) -> kit.Uint256:
        """Return the nonce of the owner's next permit."""
        return self._loop.run(self._inner.nonces(owner))

    def domain_separator(self) -> kit.Bytes32:
        """Return EIP-712's domain separator."""
        return self._loop.run(self._inner.domain_separator())

    def version(self) -> str:
        """Return the version in the EIP-712 domain."""
        return self._loop.run(self._inner.version())

    def signing_domain(self) -> Eip712Domain:
        """Return what a wallet needs to know to sign for the token."""
        return self._loop.run(self._inner.signing_domain())

    def authorization_state(self, authorizer: kit.Address, nonce: kit.Bytes32) -> bool:
        """Whether the payment of this nonce was made or cancelled."""
        return self._loop.run(self._inner.authorization_state(authorizer, nonce))
