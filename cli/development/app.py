"""
The chain's application with what a developer may say of the block to come.

    Application --begin a block--> DevelopmentExecution: edits first, then hooks and transactions
                                   with the base fee that was set

Blocks are executed, written and certified as everywhere; only what they start from differs.
"""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from chain.app import Application
from chain.evidence_pool import EvidencePool
from chain.execution import BlockExecution, BlockPlan, Rules
from chain.types.primitives import Hash32, Height, Wei
from chain.types.state import StateReader
from chain.vm.world import BlockEnvironment
from cli.development.edits import EditBook, Edits


class DevelopmentExecution(BlockExecution):
    """A block upon a state that was edited by hand, at a base fee that may have been set."""

    def __init__(
        self,
        rules: Rules,
        plan: BlockPlan,
        reader: StateReader,
        ancestor_hash: Callable[[Height], Hash32],
        edits: Edits,
        base_fee_wei: Wei | None,
    ) -> None:
        super().__init__(rules, plan, reader, ancestor_hash)
        self.environment = with_base_fee(self.environment, base_fee_wei)
        self.world.enter_block(self.environment)
        edits.write(self.world)
        self._edited_wei = self.world.balance_change_since(0)

    def _supply_change_wei(self) -> int:
        """Coins that an edit made or took are no part of the supply that modules account for."""
        return super()._supply_change_wei() - self._edited_wei


class DevelopmentApplication(Application):
    """An Application that starts the next block from `edits` and from `next_base_fee`."""

    def __init__(self, *arguments: Any, **options: Any) -> None:
        self.edits = EditBook()
        self.set_base_fee_wei: Wei | None = None  # of the next block only
        super().__init__(*arguments, **options)

    def next_base_fee_wei(self) -> Wei:
        """Return the base fee of the block to come."""
        fee_wei = self.set_base_fee_wei
        return super().next_base_fee_wei() if fee_wei is None else fee_wei

    def state(self) -> StateReader:
        """Return the newest state, edits included."""
        return self.edits.read(self.ledger.state(), self.ledger.head.header.height)

    def take_back(self) -> None:
        """Remove the newest block; raises Unavailable where the state below is not kept."""
        with self._lock:
            self.ledger.rollback()
            self._candidates.clear()
            self.evidence = EvidencePool(self.ledger.evidence, self.ledger, self.rules.chain_id)

    def follow_edits(self) -> None:
        """Let the pool see what was just edited or taken back."""
        self._advance_pool()

    def _advance_pool(self) -> None:
        self.pool.advance(self.state(), self.next_base_fee_wei())

    def _open(self, plan: BlockPlan) -> BlockExecution:
        edits = self.edits.at(plan.parent.height)
        ledger, fee_wei = self.ledger, self.set_base_fee_wei
        return DevelopmentExecution(
            self.rules, plan, ledger.state(), ledger.block_hash, edits, fee_wei
        )


def with_base_fee(environment: BlockEnvironment, base_fee_wei: Wei | None) -> BlockEnvironment:
    """Return what code in the next block sees where its base fee was set."""
    if base_fee_wei is None:
        return environment
    return replace(environment, base_fee_per_gas_wei=base_fee_wei)
