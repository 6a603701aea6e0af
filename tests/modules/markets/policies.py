"""Those who let others spend: standing policies, orders under them, and several funders."""

from dataclasses import replace

from hypothesis import strategies as st

from chain.types.primitives import ZERO_ADDRESS, Address, Height, Wei
from modules.compute.module import Compute
from modules.compute.records import Kind, PolicyState, PolicyTerms
from tests.modules.compute.market import LEASE
from tests.modules.markets.crowd import PICK, step
from tests.modules.markets.jobs import JOBS, LEASES, PROVIDER, Jobs
from tests.modules.markets.market_town import FUNDER, PAYERS, SPENDER, coins
from tests.modules.stage import COIN, account

OWNER = st.sampled_from((FUNDER, *PAYERS))
LASTING = 60  # blocks of the longest policy


class Policies(Jobs):
    """Owners and spenders of policies."""

    @step(
        owner=OWNER, blocks=st.integers(5, LASTING), value=st.integers(0, 20), is_open=st.booleans()
    )
    def create_policy(self, owner: int, blocks: int, value: int, is_open: bool) -> None:
        """Put coins behind a policy, for one spender or for anybody."""
        self.make_policy(owner, blocks, value, ZERO_ADDRESS if is_open else account(SPENDER))

    def make_policy(self, owner: int, blocks: int, value: int, spender: Address) -> None:
        """Put coins behind a policy."""
        wanted = PolicyTerms(
            spender=spender,
            job_wei_max=coins(9),
            period_wei_max=coins(12),
            period_blocks=Height(10),
            expires_at=Height(self.town.height + blocks),
        )
        value_wei = coins(value)
        self.attempt(Compute, "create_policy", wanted, sender=owner, value_wei=value_wei)

    def policy(self, pick: int) -> int:
        """Return one of the newest policies."""
        return max(1, self.town.compute.policy_count - pick)

    @step(pick=PICK, who=OWNER, value=st.sampled_from((0, 1, COIN)))
    def fund_policy(self, pick: int, who: int, value: int) -> None:
        """Add to a policy that may be somebody else's."""
        self.attempt(Compute, "fund_policy", self.policy(pick), sender=who, value_wei=value)

    @step(
        pick=st.integers(0, 2),
        who=PROVIDER,
        item=st.integers(0, 3),
        is_lease=st.booleans(),
        value=st.sampled_from((8 * COIN, COIN, 20 * COIN)),
    )
    def spend(self, pick: int, who: int, item: int, is_lease: bool, value: int) -> None:
        """Turn a policy's coins into an order; a lease is topped up by it too."""
        policy = self.policy(pick)
        if self.town.compute.policies[policy].state != PolicyState.ACTIVE:
            self.make_policy(FUNDER, LASTING, 15, account(SPENDER))
            policy = self.policy(0)
        wanted = LEASES[item] if is_lease else JOBS[item]
        if wanted.kind == Kind.LEASE:
            wanted = replace(wanted, policy=policy, top_up_wei=Wei(COIN))
        values = (policy, wanted, Wei(value))
        if self.attempt(Compute, "open_under_policy", *values, sender=SPENDER):
            self.match(self.town.compute.order_count, SPENDER, who)

    @step(pick=st.integers(0, 2), owner=OWNER, who=PROVIDER)
    def lease_with_policy(self, pick: int, owner: int, who: int) -> None:
        """Open a lease with coins of one's own that a policy tops up."""
        wanted = replace(LEASE, policy=self.policy(pick), top_up_wei=Wei(COIN))
        self.open_and_start(owner, who, wanted)

    @step(pick=PICK, who=OWNER)
    def revoke_policy(self, pick: int, who: int) -> None:
        """End a policy."""
        self.attempt(Compute, "revoke_policy", self.policy(pick), sender=who)
