"""
What a transaction changed, as OpenEthereum wrote it: "=" where nothing did, else from and to.

    {address: {"balance": {"*": {"from", "to"}}, "nonce": "=", "code": "=", "storage": {...}}}

    "+": there was no such account before        "-": there is none any more
"""

from collections.abc import Callable
from typing import Any, Final

from chain.vm.overlay import Touched, TracedWorld
from chain.vm.world import EMPTY_ACCOUNT, AccountState
from rpc.shapes import data, quantity, word
from rpc.tracers.tracer import FrameTracer, Run

Shown = dict[str, Any]
SLOT_BYTES: Final = 240  # what a changed word comes to as JSON


class StateDiffTracer(FrameTracer):
    """The "stateDiff" of trace_call and trace_replay*."""

    def result(self, run: Run) -> Shown:
        """Return the accounts that changed."""
        found: Shown = {}
        for touched in run.world.touched():
            shown = self._show(run.world, touched)
            if shown is not None:
                found[data(touched.address)] = shown
        return found

    def _show(self, world: TracedWorld, touched: Touched) -> Shown | None:
        before, now = touched.before, world.account_state(touched.address)
        words = {
            slot: (old, value)
            for slot, old in touched.slots.items()
            if (value := world.get_storage(touched.address, slot)) != old
        }
        if before == now and not words:
            return None
        self._budget.spend(SLOT_BYTES * (1 + len(words)))
        mark = _marker(before, now)
        old_state, new_state = before or EMPTY_ACCOUNT, now or EMPTY_ACCOUNT
        codes = [world.code_of(state[2]) for state in (old_state, new_state)]
        self._budget.spend(0 if codes[0] == codes[1] else 2 * sum(map(len, codes)))
        return {
            "balance": mark(quantity(old_state[1]), quantity(new_state[1])),
            "nonce": mark(quantity(old_state[0]), quantity(new_state[0])),
            "code": mark(data(codes[0]), data(codes[1])),
            "storage": {
                word(slot): mark(word(old), word(value)) for slot, (old, value) in words.items()
            },
        }


def _marker(before: AccountState | None, now: AccountState | None) -> Callable[[str, str], Any]:
    if before is None:
        return lambda old, new: {"+": new}
    if now is None:
        return lambda old, new: {"-": old}
    return lambda old, new: "=" if old == new else {"*": {"from": old, "to": new}}
