"""
prestateTracer: the accounts and words that a transaction needs, as it found them.

    Run.world --> {address: {"balance", "nonce", "code", "storage"}}
              or, as diffMode, {"pre": what changed, as it was; "post": as it is}

It is taken from what the transaction asked of the state, so native modules' words are in it too.
"""

from dataclasses import dataclass
from typing import Any, Final

from chain.types.primitives import EMPTY_CODE_HASH, Hash32
from chain.vm.overlay import Touched, TracedWorld
from chain.vm.world import EMPTY_ACCOUNT, AccountState
from rpc.shapes import data, quantity, word
from rpc.tracers.tracer import Budget, FrameTracer, Run

Shown = dict[str, Any]
SLOT_BYTES: Final = 140  # what a word and its slot come to as JSON


@dataclass(frozen=True, slots=True)
class PrestateOptions:
    """What is shown of each account, and whether only what changed."""

    diff_mode: bool = False
    disable_code: bool = False
    disable_storage: bool = False
    include_empty: bool = False


class PrestateTracer(FrameTracer):
    """geth's prestateTracer."""

    def __init__(self, budget: Budget, options: PrestateOptions) -> None:
        super().__init__(budget)
        self._options = options

    def result(self, run: Run) -> Shown:
        """Return the accounts before, or before and after."""
        if self._options.diff_mode:
            return self._show_changes(run.world)
        return {
            data(touched.address): self._show(run.world, touched.before, touched.slots)
            for touched in run.world.touched()
            if self._options.include_empty or not _is_empty(touched.before)
        }

    def _show(
        self, world: TracedWorld, before: AccountState | None, slots: dict[int, int]
    ) -> Shown:
        nonce, balance_wei, code_hash = before or EMPTY_ACCOUNT
        shown: Shown = {"balance": quantity(balance_wei)}
        if nonce:
            shown["nonce"] = nonce
        if code_hash != EMPTY_CODE_HASH and not self._options.disable_code:
            shown["code"] = self._code(world, code_hash)
        if slots and not self._options.disable_storage:
            self._budget.spend(SLOT_BYTES * len(slots))
            shown["storage"] = {word(slot): word(value) for slot, value in slots.items()}
        return shown

    def _show_changes(self, world: TracedWorld) -> Shown:
        before: Shown = {}
        after: Shown = {}
        for touched in world.touched():
            now = world.account_state(touched.address)
            words = {slot: world.get_storage(touched.address, slot) for slot in touched.slots}
            address = data(touched.address)
            if now is None and touched.before is not None:
                before[address] = self._show(world, touched.before, touched.slots)
                continue
            changed = {slot: value for slot, value in words.items() if value != touched.slots[slot]}
            if (now or EMPTY_ACCOUNT) == (touched.before or EMPTY_ACCOUNT) and not changed:
                continue
            after[address] = self._show_after(world, touched, now or EMPTY_ACCOUNT, changed)
            if self._options.include_empty or not _is_empty(touched.before):
                old = {slot: touched.slots[slot] for slot in changed if touched.slots[slot]}
                before[address] = self._show(world, touched.before, old)
        return {"post": after, "pre": before}

    def _show_after(
        self, world: TracedWorld, touched: Touched, now: AccountState, changed: dict[int, int]
    ) -> Shown:
        """Return only what differs; a word that is 0 now is left out."""
        old = touched.before or EMPTY_ACCOUNT
        shown: Shown = {}
        if now[1] != old[1]:
            shown["balance"] = quantity(now[1])
        if now[0] != old[0] and now[0]:
            shown["nonce"] = now[0]
        if now[2] != old[2] and now[2] != EMPTY_CODE_HASH and not self._options.disable_code:
            shown["code"] = self._code(world, now[2])
        words = {word(slot): word(value) for slot, value in changed.items() if value}
        if words and not self._options.disable_storage:
            self._budget.spend(SLOT_BYTES * len(words))
            shown["storage"] = words
        return shown

    def _code(self, world: TracedWorld, code_hash: Hash32) -> str:
        code = world.code_of(code_hash)
        self._budget.spend(2 * len(code))
        return data(code)


def _is_empty(state: AccountState | None) -> bool:
    return state is None or state == EMPTY_ACCOUNT
