"""The full assembly of modules on a stage, with short windows for its markets."""

from dataclasses import replace

from chain.kit.assembly import check_invariants, own
from chain.types.primitives import Height
from modules.compute.params import ComputeGenesis
from modules.verification.records import VerificationGenesis
from tests.modules.chain_of_five import FIVE, genesis_of
from tests.modules.compute.market import PARAMS
from tests.modules.stage import Stage
from tests.modules.verification.scene import SHORT

AUDIT_EVERY = 10  # blocks from one check of all audits to the next


class MarketStage(Stage):
    """The full assembly with short windows; all audits are checked every few blocks."""

    def __init__(self) -> None:
        sections = genesis_of() | {
            "compute": ComputeGenesis(replace(PARAMS, verdict_timeout_blocks=Height(150))),
            "verification": VerificationGenesis(SHORT),
        }
        super().__init__(FIVE, accounts=30, **sections)

    def check(self) -> None:
        """Fail where an invariant does not hold; audits too, in every tenth block."""
        if self.height % AUDIT_EVERY == 0:
            super().check()
            return
        for module in self.assembly.modules:
            assert not own(module, self.host).is_paused, f"{module.name} is paused"
            mark = self.host.snapshot()
            assert check_invariants(module, self.host, with_audits=False) is None, module.name
            self.host.revert(mark)
