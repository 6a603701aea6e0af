"""
State that somebody wrote by hand: balances, nonces, code and words, until a block covers them.

    edit --> Edits of the head --EditedReader--> what calls and balances show at once
                               '--write-------> the next block's world, before its first hook

An edit belongs to no transaction. The state root of the block after it covers it; the root of the
block it was made upon does not, and no proof at that height shows it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from typing import Final

from chain.codec import keccak256
from chain.types.account import Account
from chain.types.primitives import Address, Hash32, Nonce, Wei
from chain.types.state import StateReader
from chain.vm.call import AccountOverride, apply_overrides
from chain.vm.world import World

EDITED_HEIGHTS_MAX: Final = 4_096  # heights whose edits stay readable


@dataclass(frozen=True, slots=True)
class Edits:
    """Everything that was written by hand upon one block."""

    accounts: Mapping[Address, AccountOverride] = field(default_factory=dict)
    codes: Mapping[Hash32, bytes] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.accounts)

    def merged(self, address: Address, edit: AccountOverride) -> "Edits":
        """Return these edits with one more on top; what it leaves at None stays."""
        before = self.accounts.get(address, AccountOverride())
        given = {
            item.name: getattr(edit, item.name)
            for item in fields(edit)
            if getattr(edit, item.name) is not None
        }
        if edit.state_diff is not None:
            given["state_diff"] = {**(before.state_diff or {}), **edit.state_diff}
        codes = self.codes
        if edit.code is not None:
            codes = {**codes, keccak256(edit.code): edit.code}
        return Edits({**self.accounts, address: replace(before, **given)}, codes)

    def write(self, world: World) -> None:
        """Write all of it into the world of the block that covers it."""
        for address, edit in self.accounts.items():
            if edit.state_diff:
                world.touch_account(address)  # words need an account to belong to
        apply_overrides(world, self.accounts)


class EditedReader:
    """A state with edits on top, as the next block will find it."""

    def __init__(self, below: StateReader, edits: Edits) -> None:
        self._below, self._edits = below, edits

    def account(self, address: Address) -> Account | None:
        """Return the account; its storage root is that of the state below."""
        found, edit = self._below.account(address), self._edits.accounts.get(address)
        if edit is None:
            return found
        account = found or Account()
        nonce = account.nonce if edit.nonce is None else Nonce(edit.nonce)
        balance_wei = account.balance_wei if edit.balance_wei is None else Wei(edit.balance_wei)
        code_hash = account.code_hash if edit.code is None else keccak256(edit.code)
        return replace(account, nonce=nonce, balance_wei=balance_wei, code_hash=code_hash)

    def storage(self, address: Address, slot: int) -> int:
        """Return the word at a slot."""
        edit = self._edits.accounts.get(address)
        if edit is not None and edit.state_diff is not None and slot in edit.state_diff:
            return edit.state_diff[slot]
        return self._below.storage(address, slot)

    def code(self, code_hash: Hash32) -> bytes:
        """Return the code with this hash."""
        found = self._edits.codes.get(code_hash)
        return self._below.code(code_hash) if found is None else found


class EditBook:
    """The edits by the height of the block they were made upon; the newest height's wait."""

    def __init__(self) -> None:
        self._by_height: Mapping[int, Edits] = {}

    def at(self, height: int) -> Edits:
        """Return what was edited upon the block at a height."""
        return self._by_height.get(height, Edits())

    def add(self, height: int, address: Address, edit: AccountOverride) -> None:
        """Note one more edit upon the block at a height; the oldest heights are forgotten."""
        merged = self.at(height).merged(address, edit)
        book = {**self._by_height, height: merged}
        while len(book) > EDITED_HEIGHTS_MAX:
            del book[min(book)]
        self._by_height = book  # replaced whole: other threads read

    def rewind(self, height: int, edits: Edits) -> None:
        """Forget what was edited above a height, and what of that height is not in `edits`."""
        kept = {known: found for known, found in self._by_height.items() if known < height}
        self._by_height = {**kept, height: edits} if edits else kept

    def read(self, below: StateReader, height: int) -> StateReader:
        """Return a state with its edits on top, the state itself where there are none."""
        edits = self.at(height)
        return EditedReader(below, edits) if edits else below
